// The flow of a deck and the ways through it. Nothing here knows the page.

export interface Way { to: string; label: string }

export interface Node { kind: string; text: string; who: string; ways: Way[] }

export interface Flow { start: string; nodes: Record<string, Node>; order: string[] }

type Written = Record<string, [string, string, string, [string, string][]]>;

/** Reads what the build wrote into data-flow; null if the deck has no flow. */
export function readFlow(text: string): Flow | null {
  if (!text) return null;
  const written = JSON.parse(text) as Written;
  const order = Object.keys(written);
  const nodes: Record<string, Node> = {};
  Object.entries(written).forEach(([id, [kind, label, who, ways]]) => {
    nodes[id] = { kind, text: label, who, ways: ways.map(([to, answer]) => ({ to, label: answer })) };
  });
  return { start: order.find((id) => nodes[id]?.kind === "start") || order[0] || "", nodes, order };
}

export const waysOf = (flow: Flow, id: string): Way[] => flow.nodes[id]?.ways || [];

const leads = (flow: Flow, from: string, to: string): boolean => waysOf(flow, from).some((way) => way.to === to);

/** The part of a trail that can be walked: it begins at the start and follows arrows. */
export function walkable(flow: Flow, trail: string[]): string[] {
  const found: string[] = [];
  for (const id of trail) {
    const last = found[found.length - 1];
    if (last === undefined ? id !== flow.start : !leads(flow, last, id)) break;
    found.push(id);
  }
  return found;
}

/** The shortest way from one node to another, without the first; null if there is none. */
export function between(flow: Flow, from: string, to: string): string[] | null {
  const before: Record<string, string> = {};
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const way of waysOf(flow, id)) {
      if (way.to === from || before[way.to] !== undefined) continue;
      before[way.to] = id;
      queue.push(way.to);
    }
  }
  if (to !== from && before[to] === undefined) return null;
  const found: string[] = [];
  for (let id = to; id !== from; id = before[id] as string) found.unshift(id);
  return found;
}

/** The trail that leads to a node: back to it if it was passed, else on from here, else from the start. */
export function trailTo(flow: Flow, trail: string[], to: string): string[] {
  const passed = trail.lastIndexOf(to);
  if (passed >= 0) return trail.slice(0, passed + 1);
  const here = trail[trail.length - 1];
  const on = here === undefined ? null : between(flow, here, to);
  if (on) return [...trail, ...on];
  return to === flow.start ? [to] : [flow.start, ...(between(flow, flow.start, to) || [])];
}

/** The trail of the usual ways from the start to an end. */
export function usualTrail(flow: Flow): string[] {
  const trail = [flow.start];
  for (let way = waysOf(flow, flow.start)[0]; way && trail.length < 99; way = waysOf(flow, way.to)[0]) trail.push(way.to);
  return trail;
}

/** The label of the way that a trail took from its n-th node. */
export function taken(flow: Flow, trail: string[], n: number): string {
  const way = waysOf(flow, trail[n] || "").find((one) => one.to === trail[n + 1]);
  return way ? way.label : "";
}
