// The days of a plan for the reader's own calendar: its own dates, and of each open step the last day; each with an alarm.
import type { Due } from "../../components/calendar/calendar";
import { addScript } from "../../search/page/start";
import type { Procedure } from "../shapes";
import { say } from "../words";
import { type Day, parts } from "./days";
import type { Plan, Row } from "./plan";

const entry = (day: Day, task: string, text: string): Due => ({ ...parts(day), task, text });
const rules = (row: Row): string => row.limits.map(({ deadline }) => deadline.text).join(say("dates.stop"));

/** What of a plan is still to come, as entries of a calendar. */
export function dues(plan: Plan, procedure: Procedure): Due[] {
  const found: Due[] = [];
  for (const row of plan.rows.filter(({ path, done, skipped }) => path === "sure" && !done && !skipped)) {
    const title = { title: row.title, procedure: procedure.title };
    const fixed = row.day ?? (row.must.early !== null && row.must.early === row.must.late ? row.must.early : null);
    const last = row.advised.late ?? row.must.late;
    if (fixed !== null) found.push(entry(fixed, say("dates.file.on", title), rules(row)));
    else if (last !== null) found.push(entry(last, say("dates.file.late", title), rules(row)));
    for (const { sense, day, deadline } of row.limits)
      if (sense === "next" && day !== null) found.push(entry(day, say("dates.file.next", { text: deadline.text, procedure: procedure.title }), deadline.text));
  }
  return found.filter(({ year, month, day }) => year !== undefined && month > 0 && day > 0);
}

/** Hands the file over; `told` is called with whether it could. */
export function giveCalendar(plan: Plan, procedure: Procedure, title: string, told: (given: boolean) => void): void {
  const write = (): void => {
    window.hbGiveCalendar?.(dues(plan, procedure), 0, say("dates.file.name", { title: title.replace(/[\\/:*?"<>|]/g, "_") }), say("dates.file.from"));
    told(true);
  };
  if (window.hbGiveCalendar) write();
  else addScript("assets/calendar-file.js", (loaded) => (loaded ? write() : told(false)));
}
