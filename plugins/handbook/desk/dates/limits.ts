// The deadlines of a step one by one, each with its day where what it counts from is known to the day.
import type { DeadlineData, StepData } from "../shapes";
import { type Day, addMonths, dayOf, parts, weekday } from "./days";
import { type Cause, counts, ends, stepMoment } from "./rules";
import { shift } from "./shift";
import type { Bounds } from "./solve";

export interface Limit {
  /** Whether it binds the step it is shown at; else it binds one of the named dates. */
  own: boolean;
  deadline: DeadlineData;
  /** by: at the latest; from: at the earliest; next: comes round again; until: good until; none: binds no day. */
  sense: "by" | "from" | "next" | "until" | "none";
  /** Null if what it counts from is not known yet, or the year's holidays are not (then `year`). */
  day: Day | null;
  year: number | null;
  /** The moment it counts from; empty if from the calendar. */
  from: string;
}

const MONTHS: Record<string, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

function pinned(bounds: Bounds<Cause>, moment: string): Day | null {
  const [early, late] = [bounds.early.get(moment), bounds.late.get(moment)];
  return early && late && early.day === late.day ? early.day : null;
}

/** The last day of the calendar's period (week, month, quarter …) that a day is in. */
export function periodEnd(day: Day, unit: string): Day {
  const months = MONTHS[unit];
  if (months === undefined) return unit === "week" ? day + ((7 - weekday(day)) % 7) : day;
  const { year, month } = parts(day);
  return addMonths(dayOf(year, month - ((month - 1) % months), 1), months) - 1;
}

// A frequency counts from its anchor, in steps, to the first that is not past; without one it is due by the end of the period.
function recurring(deadline: DeadlineData, from: Day | null, today: Day | null): Day | null {
  if (deadline.anchor === null) return today === null || deadline.amount !== 1 ? null : periodEnd(today, deadline.unit);
  if (from === null) return null;
  for (let turn = 1; turn < 1000; turn += 1) {
    const { day } = shift(from, { amount: deadline.amount * turn, unit: deadline.unit });
    if (day === null || today === null || day >= today) return day;
  }
  return null;
}

function limit(step: StepData, deadline: DeadlineData, bounds: Bounds<Cause>, today: Day | null): Limit {
  const anchor = deadline.anchor;
  const from = anchor === null ? "" : anchor.step ? stepMoment(anchor.step) : `date:${anchor.date ?? ""}`;
  const start = from === "" ? null : pinned(bounds, from);
  const plain = { own: deadline.limits?.date === undefined, deadline, from, day: null, year: null };
  if (deadline.kind === "every") return { ...plain, sense: "next", day: recurring(deadline, start, today) };
  const good = deadline.kind === "valid-for";
  if (!good && ends(step, deadline) === null) return { ...plain, sense: "none" };
  const { sense, length } = counts(deadline);
  const shifted = start === null ? { day: null, year: null } : shift(start, length);
  return { ...plain, sense: good ? "until" : sense, ...shifted };
}

/** The deadlines that bind a step or stand at it for a date; `held` are the steps whose deadlines count. */
export function limitsOf(step: StepData, all: StepData[], held: Set<string>, bounds: Bounds<Cause>, today: Day | null): Limit[] {
  const found: Limit[] = [];
  for (const owner of all.filter(({ id }) => id === step.id || held.has(id)))
    for (const deadline of owner.deadlines)
      if ((deadline.limits?.step ?? owner.id) === step.id) found.push(limit(owner, deadline, bounds, today));
  return found;
}
