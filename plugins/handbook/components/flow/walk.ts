// Walking a flowchart by arrow keys: down follows the arrow, up goes back the way one came,
// left and right change to the other ways out of the box before.
import { all, on } from "./hooks";

export interface Steps {
  onward: Record<string, string[]>;
  before: Record<string, string[]>;
}

/** Where a key leads from a box; `came` is the box one came from, if one walked. */
export function next(key: string, at: string, came: string | undefined, steps: Steps): string | undefined {
  const before = steps.before[at] || [];
  const from = came !== undefined && before.indexOf(came) >= 0 ? came : before[0];
  if (key === "ArrowDown") return (steps.onward[at] || [])[0];
  if (key === "ArrowUp") return from;
  const ways = from === undefined ? [] : steps.onward[from] || [];
  if (ways.length < 2 || (key !== "ArrowLeft" && key !== "ArrowRight")) return undefined;
  return ways[(ways.indexOf(at) + (key === "ArrowLeft" ? ways.length - 1 : 1)) % ways.length];
}

function stepsOf(flow: HTMLElement): Steps {
  const steps: Steps = { onward: {}, before: {} };
  const add = (to: Record<string, string[]>, key: string, value: string): void => {
    const list = (to[key] = to[key] || []);
    if (list.indexOf(value) < 0) list.push(value);
  };
  all<SVGElement>(flow, "flow-edge").forEach((edge) => {
    const { from = "", to = "" } = edge.dataset;
    add(steps.onward, from, to);
    add(steps.before, to, from);
  });
  return steps;
}

/** Starts the arrow keys; `show` brings a box into view. */
export function startWalk(flow: HTMLElement, show: (node: SVGElement) => void): void {
  const steps = stepsOf(flow);
  const nodes: Record<string, SVGElement> = {};
  const came: Record<string, string> = {};
  all<SVGElement>(flow, "flow-node").forEach((node) => (nodes[node.dataset.node || ""] = node));
  Object.entries(nodes).forEach(([id, node]) => on(node, "keydown", (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = next(event.key, id, came[id], steps);
    const target = to === undefined ? undefined : nodes[to];
    if (to === undefined || !target) return;
    event.preventDefault();
    if (event.key === "ArrowDown") came[to] = id;
    else if (event.key !== "ArrowUp" && came[id] !== undefined) came[to] = came[id] as string;
    target.focus({ preventScroll: true });
    show(target);
  }));
}
