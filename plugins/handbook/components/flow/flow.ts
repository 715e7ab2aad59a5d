// The flowchart's script: zoom and pan, arrow keys along the arrows, the way back from a step card.
// Without it the picture still works: every node is a plain link.
import Panzoom, { PanzoomObject } from "@panzoom/panzoom";

const find = (root: ParentNode, hook: string): HTMLElement | null => root.querySelector(`[data-hb="${hook}"]`);
const all = (root: ParentNode, hook: string): SVGElement[] =>
  Array.prototype.slice.call(root.querySelectorAll(`[data-hb="${hook}"]`));

const STEP = 1.25;

function startZoom(flow: HTMLElement): void {
  const frame = find(flow, "flow-window");
  const tools = find(flow, "flow-tools");
  const svg = frame && frame.querySelector("svg");
  if (!frame || !tools || !svg) return;
  let zoom: PanzoomObject | null = null;
  const zoomer = (): PanzoomObject => {
    if (!zoom) zoom = Panzoom(svg, { minScale: 1, maxScale: 6, cursor: "grab", panOnlyWhenZoomed: true, noBind: true });
    return zoom;
  };
  const scale = (factor: number): void => {
    const target = Math.min(6, Math.max(1, zoomer().getScale() * factor));
    if (target <= 1.01) return fit();
    frame.setAttribute("data-zoomed", "");
    if (zoom && !frame.hasAttribute("data-bound")) {
      zoom.bind();
      frame.setAttribute("data-bound", "");
    }
    zoomer().zoom(target, { animate: false });
  };
  const fit = (): void => {
    frame.removeAttribute("data-zoomed");
    if (zoom) {
      zoom.reset({ animate: false });
      zoom.destroy();
      zoom = null;
      frame.removeAttribute("data-bound");
    }
  };
  const actions: Record<string, () => void> = {
    "flow-in": () => scale(STEP),
    "flow-out": () => scale(1 / STEP),
    "flow-fit": fit,
  };
  Object.keys(actions).forEach((hook) => {
    const button = find(tools, hook);
    if (button) button.addEventListener("click", actions[hook]);
  });
  tools.hidden = false;
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scale(event.deltaY < 0 ? STEP : 1 / STEP);
  }, { passive: false });
  frame.addEventListener("touchstart", (event) => {
    if (event.touches.length === 2 && !frame.hasAttribute("data-zoomed")) scale(1.02);
  }, { passive: true });
  flow.addEventListener("keydown", (event) => {
    const keys: Record<string, () => void> = { "+": actions["flow-in"], "=": actions["flow-in"], "-": actions["flow-out"], "0": fit };
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}

function startKeys(flow: HTMLElement): void {
  const nodes = all(flow, "flow-node");
  const byId: Record<string, SVGElement> = {};
  nodes.forEach((node) => { byId[node.getAttribute("data-node") || ""] = node; });
  const edges = all(flow, "flow-edge").map((edge) => ({
    from: edge.getAttribute("data-from") || "",
    to: edge.getAttribute("data-to") || "",
  }));
  nodes.forEach((node) => {
    node.addEventListener("keydown", (event) => {
      const id = node.getAttribute("data-node") || "";
      const onward = edges.filter((edge) => edge.from === id).map((edge) => edge.to);
      const before = edges.filter((edge) => edge.to === id).map((edge) => edge.from);
      const fork = before.length ? edges.filter((edge) => edge.from === before[0]).map((edge) => edge.to) : [];
      const beside = fork.length > 1 ? fork[(fork.indexOf(id) + (event.key === "ArrowLeft" ? fork.length - 1 : 1)) % fork.length] : undefined;
      const targets: Record<string, string | undefined> = {
        ArrowDown: onward[0], ArrowUp: before[0],
        ArrowRight: onward.length > 1 ? onward[1] : beside, ArrowLeft: beside,
      };
      const target = targets[event.key];
      if (target === undefined || !byId[target]) return;
      event.preventDefault();
      byId[target].focus();
    });
  });
}

// From a step card back to the node it belongs to.
function startReturns(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-hb='step-back']");
    if (!link) return;
    const node = document.getElementById("node-" + (link.getAttribute("data-node") || ""));
    if (!node) return;
    event.preventDefault();
    node.scrollIntoView({ block: "center" });
    (node as unknown as HTMLElement).focus({ preventScroll: true });
  });
}

export function startFlows(): void {
  Array.prototype.slice.call(document.querySelectorAll("[data-hb='flow']")).forEach((flow: HTMLElement) => {
    startZoom(flow);
    startKeys(flow);
  });
  startReturns();
}
