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
}

interface Walk { own: Case; steps: Record<string, StepData> }

/** All tasks of a case in the order of the steps. */
export function tasksOf(procedure: Procedure, own: Case): Task[] {
  const walk: Walk = { own, steps: stepsOf(procedure) };
  const possible = reached(procedure.first, (step) => ways(step, walk), walk);
  const open = reached(procedure.first, (step) => (passes(step, walk) ? ways(step, walk) : []), walk);
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
  return open.find(({ step }) => step.duty === "must") ?? open[0] ?? null;
}

/** How many steps are done of those that are on the way. */
export function progressOf(tasks: Task[]): { done: number; total: number } {
  const counted = tasks.filter(({ status }) => status !== "unneeded" && status !== "unfit");
  return { done: counted.filter(({ status }) => status === "done").length, total: counted.length };
}

/** The steps that must be done again if a decision leads back: from where it leads, up to the decision itself. */
export function again(procedure: Procedure, own: Case, decision: StepData, answer: string): StepData[] {
  const steps = stepsOf(procedure);
  const target = typeof decision.next === "object" && decision.next ? decision.next[answer] ?? "" : "";
  const walk: Walk = { own, steps };
  const after = reached(target, exits, walk);
  if (!after.has(decision.id)) return [];
  const loop = procedure.steps.filter((step) => after.has(step.id) && reached(step.id, exits, walk).has(decision.id));
  return loop.filter((step) => step.id !== decision.id && stateOf(step, own) !== "todo");
}

function reached(first: string, next: (step: StepData) => string[], walk: Walk): Set<string> {
  const met = new Set<string>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = walk.steps[id];
    if (met.has(id)) continue;
    met.add(id);
    if (step) waiting.push(...next(step));
  }
  return met;
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
  const reason = unfit(step) ?? "";
  if (state !== "todo") return { step, status: state, by: null, reason };
  if (reason) return { step, status: "unfit", by: null, reason };
  if (!possible.has(step.id)) return { step, status: "unneeded", by: before(step, (one) => decided(one, walk), possible, walk), reason };
  if (open.has(step.id)) return { step, status: "todo", by: null, reason };
  return { step, status: "blocked", by: before(step, (one) => open.has(one.id) && !passes(one, walk), possible, walk), reason };
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
