// What of a flow still lies ahead: the steps on every remaining path, those on some, and which of two comes first. Loops back
// (a ballot repeated, papers sent back) are left out: a plan is for going through once.
import type { Case, Procedure } from "../shapes";

export interface Ahead {
  /** Done, or on every path that is left. */
  sure: Set<string>;
  /** Not said to be done, though a step that comes after is. */
  skipped: Set<string>;
  /** On some path that is left: step → the steps that a path through it must pass. */
  maybe: Map<string, Set<string>>;
  /** [a, b]: b never comes before a. */
  order: [string, string][];
}

type Edges = Map<string, string[]>;
const END = "=end";

export const isDone = (own: Case, step: string): boolean => own.steps[step]?.state === "done";

// Ends become one; edges that lead back are dropped, in the order in which the flow is written.
function forward(procedure: Procedure): { edges: Edges; order: string[] } {
  const given = new Map(procedure.steps.map((step) => [step.id, step] as const));
  const edges: Edges = new Map([[END, []]]);
  const [open, order] = [new Set<string>(), [END]];
  const visit = (id: string): void => {
    const next = given.get(id)?.next ?? null;
    const targets = (next === null ? [] : typeof next === "string" ? [next] : Object.keys(next).map((answer) => next[answer] ?? ""));
    open.add(id);
    const kept = targets.map((target) => (given.has(target) ? target : END)).filter((target) => !open.has(target));
    edges.set(id, kept);
    kept.filter((target) => !edges.has(target)).forEach(visit);
    open.delete(id);
    order.push(id);
  };
  if (given.has(procedure.first)) visit(procedure.first);
  return { edges, order: order.reverse() };
}

// A decision that was made leaves one way; one that leads back leaves all, for it will be made again.
function chosen(procedure: Procedure, own: Case, edges: Edges): void {
  for (const step of procedure.steps) {
    const answer = own.steps[step.id]?.answer;
    if (!isDone(own, step.id) || answer === undefined || step.next === null || typeof step.next === "string") continue;
    const target = step.next[answer] ?? "";
    const taken = procedure.steps.some((one) => one.id === target) ? target : END;
    if ((edges.get(step.id) ?? []).indexOf(taken) >= 0) edges.set(step.id, [taken]);
  }
}

function reached(edges: Edges, from: string, without = ""): Set<string> {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (id === without || seen.has(id)) return;
    seen.add(id);
    (edges.get(id) ?? []).forEach(visit);
  };
  visit(from);
  return seen;
}

function turned(edges: Edges): Edges {
  const back: Edges = new Map();
  edges.forEach((targets, from) => targets.forEach((target) => back.set(target, [...(back.get(target) ?? []), from])));
  return back;
}

/** For each step, in order of distance from the root: what every path from the root to it passes. */
function passed(edges: Edges, root: string, order: string[]): Map<string, string[]> {
  const before = new Map<string, string[]>();
  const all = reached(edges, root);
  order.forEach((id) => all.has(id) && before.set(id, []));
  for (const gate of order.filter((id) => all.has(id))) {
    const open = reached(edges, root, gate);
    all.forEach((id) => !open.has(id) && id !== gate && before.get(id)?.push(gate));
  }
  return before;
}

/** What lies ahead of a case; of one just begun if nothing is done. */
export function ahead(procedure: Procedure, own: Case): Ahead {
  const { edges, order } = forward(procedure);
  chosen(procedure, own, edges);
  const steps = order.filter((id) => id !== END);
  const before = passed(edges, procedure.first, order);
  const after = passed(turned(edges), END, order.slice().reverse());
  const done = steps.filter((id) => isDone(own, id));
  const at = done.filter((id) => after.has(id)).pop() ?? procedure.first;
  const left = reached(edges, at);
  const must = (id: string): string[] => [...(before.get(id) ?? []), ...(after.get(id) ?? [])];
  const sure = new Set([...done, at, ...must(at)].filter((id) => id !== END));
  const maybe = new Map<string, Set<string>>();
  for (const id of steps.filter((one) => left.has(one) && !sure.has(one))) maybe.set(id, new Set([...Array.from(sure), id, ...must(id)]));
  const skipped = new Set((done.length ? before.get(at) ?? [] : []).filter((id) => !isDone(own, id)));
  return { sure, skipped, maybe, order: follows(steps, before, after) };
}

// The nearest step that must come before, and the nearest that must come after.
function follows(steps: string[], before: Map<string, string[]>, after: Map<string, string[]>): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const add = (one: string | undefined, other: string | undefined): void => {
    if (one && other && one !== END && other !== END) pairs.set(`${one} ${other}`, [one, other]);
  };
  for (const id of steps) {
    const [earlier, later] = [before.get(id) ?? [], after.get(id) ?? []];
    add(earlier[earlier.length - 1], id);
    add(id, later[later.length - 1]);
  }
  return Array.from(pairs.values());
}
