// The steps of a case as tasks: what can be done now follows from the flow and from what a person said of each step.
import { unfit } from "./branch";
import type { Case, Procedure, State, StepData } from "./shapes";

/** blocked: another step must be done first; unneeded: the way chosen does not lead there; unfit: not for this branch. */
export type Status = State | "blocked" | "unneeded" | "unfit";

export interface Task {
  step: StepData;
  status: Status;
  /** Of a blocked step: the nearest step that must be done first. Of an unneeded one: the decision that led elsewhere. */
  by: StepData | null;
  /** Why it is not for this branch. */
  reason: string;
  /** Whether it was decided to go back: then it is under way until it is decided otherwise. */
  returned: boolean;
}

interface Walk { own: Case; steps: Record<string, StepData> }

/** All tasks of a case in the order of the steps. */
export function tasksOf(procedure: Procedure, own: Case): Task[] {
  const walk: Walk = { own, steps: stepsOf(procedure) };
  const possible = reached(procedure.first, (step) => (returned(step, walk) ? exits(step) : ways(step, walk)), walk.steps);
  const open = reached(procedure.first, (step) => (passes(step, walk) ? ways(step, walk) : []), walk.steps);
  return procedure.steps.map((step) => task(step, possible, open, walk));
}

/** The steps of a procedure by their ids. */
export function stepsOf(procedure: Procedure): Record<string, StepData> {
  const found = Object.create(null) as Record<string, StepData>;
  procedure.steps.forEach((step) => { found[step.id] = step; });
  return found;
}

export function stateOf(step: StepData, own: Case): State {
  return own.steps[step.id]?.state ?? "todo";
}

/** All ways out of a step, whatever was decided. */
export function exits(step: StepData): string[] {
  return step.next === null ? [] : typeof step.next === "string" ? [step.next] : Object.values(step.next);
}

/** The first task that can be done now, one that must be done before one that may be; null if none can. */
export function nextTask(tasks: Task[]): Task | null {
  const open = tasks.filter(({ status }) => status === "problem" || status === "doing" || status === "todo");
  return open.find(({ step, returned }) => step.duty === "must" && !returned) ?? open.find(({ returned }) => !returned) ?? open[0] ?? null;
}

/** How many steps are done of those that are on the way. */
export function progressOf(tasks: Task[]): { done: number; total: number } {
  const counted = tasks.filter(({ status }) => status !== "unneeded" && status !== "unfit");
  return { done: counted.filter(({ status }) => status === "done").length, total: counted.length };
}

/** What was done or begun and must be done again if the way from a step to another leads back; the step itself not among it. */
export function again(procedure: Procedure, own: Case, step: StepData, to: string): StepData[] {
  const steps = stepsOf(procedure);
  const first = steps[to];
  if (!first || first.number > step.number || !leadsBack(step, to, steps)) return [];
  const between = procedure.steps.filter(({ id, number }) => number >= first.number && number <= step.number && id !== step.id);
  const after = reached(to, exits, steps);
  return between.filter((one) => stateOf(one, own) !== "todo" && after.has(one.id) && reached(one.id, exits, steps).has(step.id));
}

/** Whether the way from a step to another leads round to it again: up the flow, or down a way that only comes back. */
export function leadsBack(step: StepData, to: string, steps: Record<string, StepData>): boolean {
  const target = steps[to];
  if (!target || !reached(to, exits, steps).has(step.id)) return false;
  const without = reached(to, (one) => (one.id === step.id ? [] : exits(one)), steps);
  return target.number <= step.number || !Array.from(without).some((id) => !(id in steps));
}

function reached(first: string, next: (step: StepData) => string[], steps: Record<string, StepData>): Set<string> {
  const met = new Set<string>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps[id];
    if (met.has(id)) continue;
    met.add(id);
    if (step) waiting.push(...next(step));
  }
  return met;
}

/** Whether a step was decided in a way that leads back. */
function returned(step: StepData, walk: Walk): boolean {
  const [to, ...more] = ways(step, walk);
  return decided(step, walk) && typeof step.next === "object" && !more.length && to !== undefined && leadsBack(step, to, walk.steps);
}

/** The ways that are still open: of a decision that was taken, the one that was chosen. */
function ways(step: StepData, { own }: Walk): string[] {
  const answer = own.steps[step.id]?.answer;
  if (stateOf(step, own) !== "done" || answer === undefined || step.next === null || typeof step.next === "string") return exits(step);
  const chosen = step.next[answer];
  return chosen === undefined ? exits(step) : [chosen];
}

/** Whether what comes after a step need not wait for it. */
function passes(step: StepData, walk: Walk): boolean {
  if (unfit(step) !== null) return true;
  const choosing = typeof step.next === "object" && step.next !== null;
  const state = walk.own.steps[step.id];
  if (choosing) return state?.state === "done" && state.answer !== undefined;
  return state?.state === "done" || (step.duty === "may" && (state?.state ?? "todo") === "todo");
}

function task(step: StepData, possible: Set<string>, open: Set<string>, walk: Walk): Task {
  const state = stateOf(step, walk.own);
  const one: Task = { step, status: state, by: null, reason: unfit(step) ?? "", returned: returned(step, walk) };
  if (one.returned) return { ...one, status: "doing" };
  if (state !== "todo") return one;
  if (one.reason) return { ...one, status: "unfit" };
  if (!possible.has(step.id)) return { ...one, status: "unneeded", by: before(step, (other) => decided(other, walk), possible, walk) };
  if (open.has(step.id)) return one;
  const holds = (other: StepData) => open.has(other.id) && (!passes(other, walk) || returned(other, walk));
  return { ...one, status: "blocked", by: before(step, holds, possible, walk) };
}

function decided(step: StepData, { own }: Walk): boolean {
  return stateOf(step, own) === "done" && own.steps[step.id]?.answer !== undefined;
}

/** The nearest step before one for which something holds, back along the ways. */
function before(step: StepData, holds: (one: StepData) => boolean, possible: Set<string>, walk: Walk): StepData | null {
  const all = Object.keys(walk.steps).map((id) => walk.steps[id] as StepData);
  const met = new Set([step.id]);
  let line = [step.id];
  while (line.length) {
    const next = all.filter((one) => !met.has(one.id) && exits(one).some((id) => line.indexOf(id) >= 0));
    const found = next.find((one) => possible.has(one.id) && holds(one));
    if (found) return found;
    next.forEach((one) => met.add(one.id));
    line = next.map((one) => one.id);
  }
  return null;
}
