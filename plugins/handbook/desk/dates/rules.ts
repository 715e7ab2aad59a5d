// A procedure and a case of it as rules between moments. A moment is "step:<id>", the day a step is done, or "date:<slug>", a named date.
import type { Case, DeadlineData, Procedure, StepData } from "../shapes";
import { type Day, parse } from "./days";
import { isDone } from "./flow";
import type { Length } from "./shift";
import type { Fact, Rule } from "./solve";

/** What a rule or a fact comes from. */
export type Cause =
  | { is: "deadline"; step: StepData; deadline: DeadlineData }
  | { is: "order"; before: string; after: string }
  | { is: "held"; step: string; date: string }
  | { is: "same"; one: string; other: string }
  | { is: "date" | "done" | "today"; moment: string; day: Day };

export type Group = { rules: Rule<Cause>[]; facts?: Fact<Cause>[] };
type Moment = { step?: string; date?: string };

const NONE: Length = { amount: 0, unit: "day" };

export const stepMoment = (id: string, prefix = ""): string => `${prefix}step:${id}`;
export const dateMoment = (slug: string, prefix = ""): string => `${prefix}date:${slug}`;
const momentOf = (given: Moment, prefix: string): string =>
  given.step ? stepMoment(given.step, prefix) : dateMoment(given.date ?? "", prefix);

/** What a deadline binds, and what it counts from; null if it binds no day (how often, how long a thing itself may last). */
export function ends(step: StepData, deadline: DeadlineData, prefix = ""): { bound: string; from: string } | null {
  if (deadline.kind === "every" || deadline.anchor === null) return null;
  const bound = deadline.limits ? momentOf(deadline.limits, prefix) : stepMoment(step.id, prefix);
  const from = momentOf(deadline.anchor, prefix);
  return bound === from ? null : { bound, from };
}

/** How a deadline counts: by when at the latest, or from when at the earliest. */
export function counts(deadline: DeadlineData): { sense: "by" | "from"; length: Length } {
  const { kind, unit } = deadline;
  const amount = kind === "at-least-before" ? -deadline.amount : deadline.amount;
  return { sense: kind === "at-least-after" ? "from" : "by", length: { amount, unit } };
}

/** A deadline as rules: "within" also says that the thing does not come before what it counts from. */
export function deadlineRules(step: StepData, deadline: DeadlineData, prefix = ""): Group | null {
  const between = ends(step, deadline, prefix);
  if (between === null) return null;
  const source: Cause = { is: "deadline", step, deadline };
  const pair = { a: between.bound, b: between.from, source };
  const rules: Rule<Cause>[] = [{ ...counts(deadline), ...pair }];
  if (deadline.kind === "within") rules.push({ sense: "from", length: NONE, ...pair });
  return { rules };
}

export function orderRules(order: [string, string][], held: Set<string>, prefix = ""): Group[] {
  return order.filter(([before, after]) => held.has(before) && held.has(after)).map(([one, other]) => {
    const [before, after] = [stepMoment(one, prefix), stepMoment(other, prefix)];
    return { rules: [{ sense: "from", a: after, b: before, length: NONE, source: { is: "order", before, after } }] };
  });
}

/** Two moments on one day. */
export function tied(one: string, other: string, source: Cause): Group {
  return { rules: [{ sense: "from", a: one, b: other, length: NONE, source }, { sense: "by", a: one, b: other, length: NONE, source }] };
}

export function heldRules(steps: StepData[], held: Set<string>, prefix = ""): Group[] {
  return steps.filter((step) => step.day && held.has(step.id)).map((step) => {
    const [one, other] = [stepMoment(step.id, prefix), dateMoment(step.day ?? "", prefix)];
    return tied(one, other, { is: "held", step: one, date: other });
  });
}

const fact = (sense: "on" | "not-before", a: string, day: Day, source: Cause): Group => ({ rules: [], facts: [{ sense, a, day, source }] });

/** The named dates that are filled in; `without` is left open. */
export function givenDates(procedure: Procedure, own: Case, without = "", prefix = ""): Group[] {
  return Object.keys(procedure.dates).map((slug) => [dateMoment(slug, prefix), parse(own.dates[slug] ?? "")] as const)
    .filter(([moment, day]) => day !== null && moment !== without)
    .map(([moment, day]) => fact("on", moment, day ?? 0, { is: "date", moment, day: day ?? 0 }));
}

export function doneDays(procedure: Procedure, own: Case, prefix = ""): Group[] {
  const done = procedure.steps.filter((step) => isDone(own, step.id));
  return done.map((step) => [stepMoment(step.id, prefix), parse(own.steps[step.id]?.day ?? "")] as const)
    .filter(([, day]) => day !== null)
    .map(([moment, day]) => fact("on", moment, day ?? 0, { is: "done", moment, day: day ?? 0 }));
}

export function notBefore(today: Day, steps: string[], prefix = ""): Group[] {
  return steps.map((id) => stepMoment(id, prefix)).map((moment) => fact("not-before", moment, today, { is: "today", moment, day: today }));
}
