// The questions of a round, drawn from the flow and the steps. Nothing here knows the page.
import { Flow, Way, usualTrail, waysOf } from "../projection/flow";
import { Chance, chanceOf, shuffled } from "./chance";
import { say } from "./words";

export type Plant = [line: number, start: number, end: number, instead: string[], basis: string[]];

export interface Step {
  code: string; at: string; does: string; basis: string[]; lines: string[]; numbers: Plant[];
  /** Who approves and by which articles; empty where a lacking approval would be no certain mistake. */
  approval: [] | [string, string[]];
}

export interface Drill {
  slug: string; title: string; page: string; state?: string;
  nodes: Record<string, [string, string, string, [string, string][]]>;
  /** Pairs of boxes of which the second never comes before the first. */
  orders: [string, string][];
  steps: Record<string, Step>;
}

export type Kind = "order" | "next" | "mistake";
export const KINDS: Kind[] = ["order", "next", "mistake"];

export interface Told { text: string; basis: string[]; step: string }

export interface Question {
  kind: Kind;
  /** The step that is asked about. */
  step: string;
  /** A line above what is offered, or empty. */
  situation: string[];
  /** What is offered, as it is shown. */
  offered: string[];
  /** The places of what is offered in the right order; of a choice only the first counts. */
  right: number[];
  /** What is told after the answer. */
  told: Told;
}

interface Statement { text: string; original: string; basis: string[]; step: string }

const SHORTEST = 4;
const EACH = 3;

export const flowOf = (drill: Drill): Flow => {
  const nodes: Flow["nodes"] = {};
  Object.entries(drill.nodes).forEach(([id, [kind, text, who, ways]]) => {
    nodes[id] = { kind, text, who, ways: ways.map(([to, label]) => ({ to, label })) };
  });
  const order = Object.keys(nodes);
  return { nodes, order, start: order.find((id) => nodes[id]?.kind === "start") || order[0] || "" };
};

const textOf = (flow: Flow, id: string): string => flow.nodes[id]?.text || "";

/** The questions of a round: up to three of each kind asked for, in turn. */
export function roundOf(drill: Drill, asked: Kind | "all", seed: string): Question[] {
  const flow = flowOf(drill);
  const chance = chanceOf(`${drill.slug} ${seed}`);
  const makers: Record<Kind, () => Question[]> = {
    order: () => orders(flow, chance), next: () => nexts(flow, chance), mistake: () => mistakes(drill, flow, chance),
  };
  const drawn = KINDS.filter((kind) => asked === "all" || asked === kind).map((kind) => makers[kind]());
  const found: Question[] = [];
  for (let place = 0; place < EACH * (asked === "all" ? 1 : 2); place += 1) {
    drawn.forEach((questions) => { const one = questions[place]; if (one) found.push(one); });
  }
  return found;
}

function orders(flow: Flow, chance: Chance): Question[] {
  const path = usualTrail(flow).filter((id, place, all) => all.indexOf(id) === place
    && flow.nodes[id]?.kind !== "start" && flow.nodes[id]?.kind !== "end");
  if (path.length < SHORTEST) return [];
  const starts = path.length > 8 ? path.slice(0, path.length - 4).map((_, place) => place) : [0];
  const places = [0, ...shuffled(starts.filter(Boolean), chance)];
  return places.map((start) => order(flow, path.slice(start, start + (path.length > 8 ? 6 : 8)), start ? path[start - 1] || "" : flow.start, chance));
}

function order(flow: Flow, ids: string[], before: string, chance: Chance): Question {
  let mixed = shuffled(ids, chance);
  if (mixed.every((id, place) => id === ids[place])) mixed = mixed.reverse();
  return {
    kind: "order", step: ids[0] || "", situation: [say("first", { step: textOf(flow, before) })],
    offered: mixed.map((id) => textOf(flow, id)), right: ids.map((id) => mixed.indexOf(id)),
    told: { text: "", basis: [], step: ids[0] || "" },
  };
}

function nexts(flow: Flow, chance: Chance): Question[] {
  const ways: [string, Way][] = [];
  flow.order.forEach((id) => waysOf(flow, id).forEach((way) => flow.nodes[id]?.kind !== "start" && ways.push([id, way])));
  const branches = ways.filter(([, way]) => way.label);
  const plain = ways.filter(([, way]) => !way.label);
  const mixed = [...shuffled(branches, chance).slice(0, 4), ...shuffled(plain, chance)].slice(0, 8);
  return shuffled(mixed, chance).map(([id, way]) => next(flow, id, way, chance)).filter((one): one is Question => one !== null);
}

// What the same box leads to under another answer is a fair choice; what says the same as the answer is not.
function next(flow: Flow, id: string, way: Way, chance: Chance): Question | null {
  const right = textOf(flow, way.to);
  const others = shuffled(flow.order, chance).map((one) => textOf(flow, one))
    .filter((text, place, all) => text !== right && text !== textOf(flow, id) && text !== textOf(flow, flow.start) && all.indexOf(text) === place);
  const near = waysOf(flow, id).map((one) => textOf(flow, one.to)).filter((text, place, all) => text !== right && all.indexOf(text) === place);
  const wrong = [...near, ...others.filter((text) => near.indexOf(text) < 0)].slice(0, 3);
  if (wrong.length < 2) return null;
  const offered = shuffled([right, ...wrong], chance);
  const situation = [say("here", { step: textOf(flow, id) })];
  if (way.label) situation.push(say("answer", { label: way.label }));
  return { kind: "next", step: id, situation, offered, right: [offered.indexOf(right)], told: { text: say("next_right", { step: right }), basis: [], step: id } };
}

function mistakes(drill: Drill, flow: Flow, chance: Chance): Question[] {
  const sorts = shuffled([numbers(drill), approvals(drill, flow), swaps(drill, flow)].map((sort) => shuffled(sort, chance)), chance);
  const planted: Statement[] = [];
  for (let place = 0; planted.length < 6 && place < 6; place += 1) {
    sorts.forEach((sort) => { const one = sort[place]; if (one) planted.push(one(chance)); });
  }
  return planted.slice(0, 6).map((one) => mistake(one, drill, flow, chance)).filter((one): one is Question => one !== null);
}

type Planting = (chance: Chance) => Statement;

const numbers = (drill: Drill): Planting[] => ([] as Planting[]).concat(...Object.entries(drill.steps).map(([step, one]) =>
  one.numbers.map(([line, start, end, instead, basis]): Planting => (chance) => {
    const original = one.lines[line] || "";
    const other = instead[Math.floor(chance() * instead.length)] || "";
    return { text: original.slice(0, start) + other + original.slice(end), original, basis, step };
  })));

const approvals = (drill: Drill, flow: Flow): Planting[] => ([] as Planting[]).concat(...Object.entries(drill.steps).map(([step, one]) => {
  const [approves, basis] = one.approval;
  if (!approves || !basis) return [];
  const parts = { step: textOf(flow, step), does: one.does, approves };
  return [(): Statement => ({ text: say("state_no_approval", parts), original: say("state_approval", parts), basis, step })];
}));

const ordered = (flow: Flow, first: string, second: string): string =>
  say("state_order", { first: textOf(flow, first), second: textOf(flow, second) });

const swaps = (drill: Drill, flow: Flow): Planting[] => drill.orders
  .filter(([first, second]) => textOf(flow, first) !== textOf(flow, second))
  .map(([first, second]) => (): Statement => ({ text: ordered(flow, second, first), original: ordered(flow, first, second), basis: [], step: second }));

// Three sentences stand unchanged beside the planted one; at least one of them is of the same sort, so that its sort does not give it away.
function mistake(planted: Statement, drill: Drill, flow: Flow, chance: Chance): Question | null {
  const plain = ([] as string[]).concat(...Object.values(drill.steps).map((one) => one.lines));
  const built = [...approvals(drill, flow), ...swaps(drill, flow)].map((one) => one(chance).original);
  const counted = numbers(drill).map((one) => one(chance).original);
  const like = plain.indexOf(planted.original) < 0 ? built : counted.length > 1 ? counted : plain;
  const pool = [...shuffled(like, chance).slice(0, 2), ...shuffled([...plain, ...built], chance)]
    .filter((text, place, all) => text !== planted.original && text !== planted.text && all.indexOf(text) === place);
  if (pool.length < 3) return null;
  const offered = shuffled([planted.text, ...pool.slice(0, 3)], chance);
  return {
    kind: "mistake", step: planted.step, situation: [], offered, right: [offered.indexOf(planted.text)],
    told: { text: say("original", { text: planted.original }), basis: planted.basis, step: planted.step },
  };
}
