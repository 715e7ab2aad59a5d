// What there is to do today over all kept cases: what is overdue, what falls due soon, and what comes next.
import type { Case, Procedure } from "../shapes";
import { nextTask, tasksOf } from "../tasks";
import type { Day } from "./days";
import type { Limit } from "./limits";
import { type Row, plan } from "./plan";

/** How many days ahead count as soon. */
export const SOON = 7;

export type Level = "over" | "today" | "soon" | "past" | "next";

/** One thing to do: over and past are by a day gone by, must and not; next has no day. */
export interface Duty {
  own: Case; procedure: Procedure; row: Row; level: Level; day: Day | null;
  /** What it rests on; empty where the day is the reader's own. */
  text: string;
}

const LEVELS: Level[] = ["over", "today", "soon", "past", "next"];

/** The deadline of an open step whose last day has gone by, the one that binds most first; null if there is none. */
export function overdue(row: Row, today: Day | null): Limit | null {
  const past = row.limits.filter(({ own, sense, day }) => own && sense === "by" && day !== null && today !== null && day < today);
  return row.done || row.day !== null ? null : past.filter(({ deadline }) => deadline.force === "must")[0] ?? past[0] ?? null;
}

type Dated = { level: Level; day: Day; text: string; must: boolean };

function dated(row: Row, today: Day): Dated | null {
  const past = overdue(row, today);
  if (past && past.day !== null) {
    const must = past.deadline.force === "must";
    return { level: must ? "over" : "past", day: past.day, text: past.deadline.text, must };
  }
  const days = row.limits.filter(({ own, sense }) => (own && sense === "by") || sense === "next")
    .map(({ day, deadline }) => ({ day, text: deadline.text, must: deadline.force === "must" }));
  const own = { day: row.day ?? row.advised.late ?? row.must.late, text: "", must: false };
  const near = [...days, own].filter((one): one is { day: Day; text: string; must: boolean } => one.day !== null && one.day >= today && one.day <= today + SOON);
  const first = near.sort((one, other) => one.day - other.day)[0];
  return first ? { level: first.day === today ? "today" : "soon", ...first } : null;
}

// Of what only may come up, the next task and what must be kept if it does.
function ofCase(own: Case, procedure: Procedure, today: Day): Duty[] {
  const next = nextTask(tasksOf(procedure, own))?.step.id;
  const made: Duty[] = [];
  for (const row of plan(procedure, own, today).rows.filter(({ done, skipped, path }) => !done && !skipped && path !== "off")) {
    const is = row.step !== null && row.id === next;
    const found = dated(row, today);
    const { level, day, text } = found ?? { level: "next" as const, day: null, text: "" };
    if (found ? is || row.path === "sure" || found.must : is) made.push({ own, procedure, row, level, day, text });
  }
  return made;
}

/** What of one case is of one kind and due on one day, together. */
export function together(all: Duty[]): Duty[][] {
  const groups = new Map<string, Duty[]>();
  all.forEach((duty) => {
    const key = `${duty.own.id} ${duty.level} ${duty.day}`;
    groups.set(key, [...(groups.get(key) ?? []), duty]);
  });
  return Array.from(groups.values());
}

/** The gravest first, then by day; of a case that is filed nothing. */
export function duties(kept: { own: Case; procedure: Procedure }[], today: Day): Duty[] {
  const all = kept.filter(({ own }) => !own.filed).reduce<Duty[]>((made, { own, procedure }) => made.concat(ofCase(own, procedure, today)), []);
  return all.sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || (one.day ?? 0) - (other.day ?? 0));
}
