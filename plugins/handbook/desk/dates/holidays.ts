// The State Council's holidays and working weekends, from chinese-days. A year counts as known only if its arrangement holds the
// four holidays that every arrangement has; of any other year nothing is said but which days are weekends.
import arrangement from "chinese-days/dist/chinese-days.json";
import { type Day, dayOf, iso, parts, weekday } from "./days";

const EACH_YEAR = ["New Year's Day", "Spring Festival", "Labour Day", "National Day"];
const HOLIDAYS: Record<string, string> = arrangement.holidays;
const WORKDAYS: Record<string, string> = arrangement.workdays;

// An entry is "National Day,国庆节,3".
const nameOf = (entry: string, place: 0 | 1 = 1): string => entry.split(",")[place] ?? "";

function found(): number[] {
  const names = new Map<string, Set<string>>();
  for (const day of Object.keys(HOLIDAYS)) {
    const year = names.get(day.slice(0, 4)) ?? new Set<string>();
    names.set(day.slice(0, 4), year.add(nameOf(HOLIDAYS[day] ?? "", 0)));
  }
  const whole = Array.from(names).filter(([, held]) => EACH_YEAR.every((name) => held.has(name)));
  return whole.map(([year]) => Number(year)).sort((one, other) => one - other);
}

/** The years whose arrangement is known, the first first. */
export const YEARS: readonly number[] = found();

// An arrangement may move working days into the December before it (29 December 2018 was a working Saturday by that of 2019):
// the end of December is known only with the year that follows.
const OPEN = dayOf(2001, 12, 28) - dayOf(2001, 1, 1);

/** The first year whose arrangement a day needs and that is not known; null if all are. */
export function missingYear(day: Day): number | null {
  const year = parts(day).year;
  const needed = day - dayOf(year, 1, 1) < OPEN ? [year] : [year, year + 1];
  const missing = needed.filter((one) => YEARS.indexOf(one) < 0);
  return missing[0] ?? null;
}

/** What a day is; "weekend" and "plain" are all that is said where the year's arrangement is not known. */
export interface Nature { kind: "holiday" | "weekend" | "working-weekend" | "plain"; name: string; known: boolean }

export function natureOf(day: Day): Nature {
  const weekend = weekday(day) % 6 === 0;
  if (missingYear(day) !== null) return { kind: weekend ? "weekend" : "plain", name: "", known: false };
  const [holiday, working] = [HOLIDAYS[iso(day)], WORKDAYS[iso(day)]];
  if (holiday !== undefined) return { kind: "holiday", name: nameOf(holiday), known: true };
  if (working !== undefined) return { kind: "working-weekend", name: nameOf(working), known: true };
  return { kind: weekend ? "weekend" : "plain", name: "", known: true };
}

/** Whether people are at work on a day; null where the year's arrangement is not known. */
export function isWorkday(day: Day): boolean | null {
  const nature = natureOf(day);
  return nature.known ? nature.kind === "plain" || nature.kind === "working-weekend" : null;
}

/** The last working day before a day; null where it cannot be known. */
export function workdayBefore(day: Day): Day | null {
  for (let before = day - 1; before > day - 40; before -= 1) {
    const works = isWorkday(before);
    if (works !== false) return works === null ? null : before;
  }
  return null;
}
