// The dated plan of a case: for every step and named date the earliest and latest day that its rules leave. Only what is "must" can make a plan
// impossible; what is usual, practice or one's own to decide narrows the advised days, and is told of where it cannot be kept.
import type { Case, Force, Procedure, StepData } from "../shapes";
import { type Day, parse } from "./days";
import { type Ahead, ahead, isDone } from "./flow";
import { type Limit, limitsOf } from "./limits";
import { type Cause, type Group, dateMoment, deadlineRules, doneDays, ends, givenDates, heldRules, notBefore, orderRules, stepMoment } from "./rules";
import { type Clash, Solver } from "./solve";

export interface Span { early: Day | null; late: Day | null }

export interface Row {
  moment: string; kind: "step" | "date"; id: string; title: string; step: StepData | null;
  /** Whether the step lies on every path that is left, on some, or on none. */
  path: "sure" | "maybe" | "off";
  done: boolean;
  /** Not said to be done, though a step that comes after is. */
  skipped: boolean;
  /** The day it is or was, if it is known. */
  day: Day | null;
  /** Between what must be kept; between what is advised as well. */
  must: Span; advised: Span;
  /** The deadlines of the step with their days. */
  limits: Limit[];
}

export interface Problem {
  /** impossible: nothing can be right any more unless a day moves; late: a day has gone by; done-late and done-astray: it is done, but not as
   *  it should be; advice: what is usual or practice cannot be kept. */
  kind: "impossible" | "late" | "done-late" | "done-astray" | "advice";
  cause: Cause; at: string; causes: Cause[]; moments: string[];
  /** The dates one could move, and between which days all that must be would be kept; own: the branch sets it, for a step is held on it. */
  moves: { moment: string; must: Span; own: boolean }[];
  /** The step that must come up for it to matter; empty if it matters on every path. */
  only: string;
}

export interface Plan {
  rows: Row[]; problems: Problem[];
  /** Deadlines that could not be counted, with the first year whose holidays are not known. */
  uncounted: { step: StepData; text: string; year: number }[];
  today: Day | null;
}

const SOFT: Force[] = ["usual", "practice", "unit"];
interface Worked { must: Solver<Cause>; advised: Solver<Cause> }

export class Planner {
  readonly ahead: Ahead;

  /** @param today the day before which nothing more can be done; null: as if the past were open */
  constructor(readonly procedure: Procedure, readonly own: Case, readonly today: Day | null) {
    this.ahead = ahead(procedure, own);
  }

  plan(): Plan {
    const sure = this.worked(this.ahead.sure);
    const rows = new Map<string, Worked>();
    const problems = this.problems(sure, "");
    const uncounted = new Map<Cause, number>(sure.advised.uncounted);
    this.ahead.maybe.forEach((through, id) => {
      const worked = this.worked(through);
      rows.set(id, worked);
      problems.push(...this.problems(worked, id));
      worked.advised.uncounted.forEach((year, cause) => uncounted.set(cause, year));
    });
    const dates = Object.keys(this.procedure.dates).map((slug) => this.dateRow(slug, [sure, ...this.naming(slug, rows)]));
    const steps = this.procedure.steps.map((step) => this.stepRow(step, rows.get(step.id) ?? sure));
    return { rows: [...dates, ...steps], problems, uncounted: told(uncounted), today: this.today };
  }

  private deadlines(held: Set<string>, forces: Force[]): Group[] {
    const groups: Group[] = [];
    for (const step of this.procedure.steps.filter((one) => held.has(one.id)))
      for (const deadline of step.deadlines.filter((one) => forces.indexOf(one.force) >= 0)) {
        const group = deadlineRules(step, deadline);
        if (group) groups.push(group);
      }
    return groups;
  }

  private worked(held: Set<string>, without = ""): Worked {
    const must = new Solver<Cause>();
    const open = Array.from(held).filter((id) => !isDone(this.own, id) && !this.ahead.skipped.has(id));
    must.takeEach([...doneDays(this.procedure, this.own), ...givenDates(this.procedure, this.own, without)]);
    must.takeEach([...heldRules(this.procedure.steps, held), ...orderRules(this.ahead.order, held)]);
    if (this.today !== null) must.takeEach(notBefore(this.today, open));
    must.takeEach(this.deadlines(held, ["must"]));
    const advised = must.branch();
    SOFT.forEach((force) => advised.takeEach(this.deadlines(held, [force])));
    return { must, advised };
  }

  private problems(worked: Worked, only: string): Problem[] {
    const clashes = [...worked.must.clashes, ...worked.advised.clashes];
    const told = clashes.filter(({ source }) => (only === "" || owner(source) === only) && !this.isPastAdvice(source));
    return told.map((clash) => this.problem(clash, only));
  }

  // What was advised for a step that is done helps nobody any more.
  private isPastAdvice(cause: Cause): boolean {
    if (cause.is !== "deadline" || cause.deadline.force === "must") return false;
    const bound = ends(cause.step, cause.deadline)?.bound ?? "";
    return this.procedure.steps.some(({ id }) => stepMoment(id) === bound && isDone(this.own, id));
  }

  private problem(clash: Clash<Cause>, only: string): Problem {
    const { source: cause, at, sources: causes, moments } = clash;
    const kind = this.kindOf(cause, causes);
    const moves = kind === "impossible" || kind === "late" ? this.moves(causes, only) : [];
    return { kind, cause, at, causes, moments, moves, only };
  }

  private kindOf(cause: Cause, causes: Cause[]): Problem["kind"] {
    if (cause.is === "deadline" && cause.deadline.force !== "must") return "advice";
    if (causes.some((one) => one.is === "today")) return "late";
    const open = causes.some((one) => one.is === "date" && this.isAhead(one.day));
    if (open) return "impossible";
    return cause.is === "deadline" ? "done-late" : "done-astray";
  }

  private isAhead(day: Day): boolean {
    return this.today === null || day >= this.today;
  }

  // Dates that have gone by are what they are.
  private moves(causes: Cause[], only: string): Problem["moves"] {
    const held = this.through(only);
    const dates = causes.filter((one) => one.is === "date" && this.isAhead(one.day)) as { moment: string }[];
    const own = (moment: string): boolean => this.procedure.steps.some(({ day }) => day !== undefined && dateMoment(day) === moment);
    const moves = dates.map(({ moment }) => ({ moment, must: span(this.worked(held, moment).must, moment), own: own(moment) }));
    return [...moves.filter((one) => one.own), ...moves.filter((one) => !one.own)];
  }

  // What was worked out for the branches whose steps are held on a date or bind it.
  private naming(slug: string, rows: Map<string, Worked>): Worked[] {
    const names = (step: StepData): boolean => step.day === slug || step.deadlines.some(({ limits }) => limits?.date === slug);
    return this.procedure.steps.filter(names).map((step) => rows.get(step.id)).filter((one): one is Worked => one !== undefined);
  }

  // A date that only branches bind has the days of the first that does.
  private dateRow(slug: string, found: Worked[]): Row {
    const [moment, title] = [dateMoment(slug), this.procedure.dates[slug] ?? ""];
    const bound = ({ advised: { bounds } }: Worked): boolean => bounds.early.has(moment) || bounds.late.has(moment);
    const worked = found.filter(bound)[0] ?? (found[0] as Worked);
    return { ...this.row(moment, worked), kind: "date", id: slug, title, step: null, path: "sure", done: false, skipped: false, day: parse(this.own.dates[slug] ?? ""), limits: [] };
  }

  private stepRow(step: StepData, worked: Worked): Row {
    const path = this.ahead.sure.has(step.id) ? "sure" : this.ahead.maybe.has(step.id) ? "maybe" : "off";
    const done = isDone(this.own, step.id);
    const day = done ? parse(this.own.steps[step.id]?.day ?? "") : null;
    const row = { kind: "step" as const, id: step.id, title: step.title, step, path, done, skipped: this.ahead.skipped.has(step.id), day } as const;
    const none = { early: null, late: null };
    if (path === "off") return { moment: stepMoment(step.id), must: none, advised: none, limits: [], ...row };
    return { ...this.row(stepMoment(step.id), worked), ...row, limits: limitsOf(step, this.procedure.steps, this.through(step.id), worked.must.bounds, this.today) };
  }

  private through(id: string): Set<string> {
    return this.ahead.maybe.get(id) ?? this.ahead.sure;
  }

  private row(moment: string, worked: Worked): { moment: string; must: Span; advised: Span } {
    return { moment, must: span(worked.must, moment), advised: span(worked.advised, moment) };
  }
}

const span = (solver: Solver<Cause>, moment: string): Span => ({
  early: solver.bounds.early.get(moment)?.day ?? null,
  late: solver.bounds.late.get(moment)?.day ?? null,
});

function owner(cause: Cause): string {
  if (cause.is === "deadline") return cause.step.id;
  return cause.is === "today" ? cause.moment.slice("step:".length) : "";
}

function told(uncounted: Map<Cause, number>): Plan["uncounted"] {
  const found: Plan["uncounted"] = [];
  uncounted.forEach((year, cause) => {
    if (cause.is !== "deadline" || found.some((one) => one.step === cause.step && one.text === cause.deadline.text)) return;
    found.push({ step: cause.step, text: cause.deadline.text, year });
  });
  return found;
}

/** Plans a case; see Planner. */
export const plan = (procedure: Procedure, own: Case, today: Day | null): Plan => new Planner(procedure, own, today).plan();
