// The way that was walked, on the last slide of the walk: as much of it as the slide can carry, all of it in print.
import { Flow, taken } from "./flow";
import { make, say } from "./words";

export interface Steps { source(slide: string): { label: string } | undefined }

/** The nodes of a trail in words, each with the answer that was given there. */
export function pathItems(flow: Flow, trail: string[], steps: Steps): HTMLElement[] {
  const seen: Record<string, number> = {};
  return trail.map((id, n) => {
    seen[id] = (seen[id] || 0) + 1;
    const label = taken(flow, trail, n);
    const number = steps.source(`step-${id}`)?.label || "";
    return make("li", { "data-node": id }, number ? make("span.hb-number", {}, number) : null, flow.nodes[id]?.text || "",
      (seen[id] || 0) > 1 ? ` (${say("times", { count: seen[id] || 0 })})` : null, label ? make("b", {}, ` ${label}`) : null);
  });
}

export function showPath(section: HTMLElement | undefined, flow: Flow, trail: string[], steps: Steps): void {
  const list = section?.querySelector("ol");
  if (!section || !list) return;
  const items = pathItems(flow, trail, steps);
  list.className = "hb-path";
  list.setAttribute("data-hb", "present-path");
  list.textContent = "";
  list.append(...items);
  const frame = section.parentElement as HTMLElement;
  const over = (): boolean => (section.lastElementChild as HTMLElement).getBoundingClientRect().bottom > frame.getBoundingClientRect().bottom - 8;
  const more = make("li.hb-path__more");
  for (let gone = 0; over() && items.length > 3; gone += 1) {
    const middle = Math.floor(items.length / 2);
    items.splice(middle, 1)[0]?.remove();
    more.textContent = say("path_more", { count: gone + 1 });
    items[middle - 1]?.after(more);
  }
}
