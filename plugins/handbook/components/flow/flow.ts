// The scripts of all pictures on a page. Without them a picture still works: every node is a plain link,
// and so is the number on a step card that leads back to its node.
import { all, on } from "./hooks";
import { startWalk } from "./walk";
import { startZoom } from "./zoom";

type Show = (part: Element) => void;

function startFlow(flow: HTMLElement): Show {
  const zoom = startZoom(flow);
  const show: Show = (part) => {
    if (zoom) zoom.reveal(part);
    else part.scrollIntoView({ block: "center" });
  };
  startWalk(flow, show);
  return show;
}

// From a step card back to the node it belongs to.
function startReturns(shows: Map<Element, Show>): void {
  on(document, "click", (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-hb="step-back"]');
    const node = link && document.getElementById((link.getAttribute("href") || "").slice(1));
    const flow = node && node.closest('[data-hb="flow"]');
    const show = flow && shows.get(flow);
    if (!node || !show || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    node.focus({ preventScroll: true });
    show(node);
  });
}

export function startFlows(): void {
  const shows = new Map<Element, Show>();
  all<HTMLElement>(document, "flow").forEach((flow) => shows.set(flow, startFlow(flow)));
  startReturns(shows);
}
