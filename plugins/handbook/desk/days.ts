// Today as cases keep days.
import { iso, today as now } from "./dates/days";

/** Today on this computer's calendar, ISO 8601. */
export function today(): string {
  return iso(now());
}
