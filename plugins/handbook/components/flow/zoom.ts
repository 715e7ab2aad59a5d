// Zoom and pan of one picture: by button, by key (+ − 0), by pinch, by the wheel with Ctrl held.
// Unzoomed, the picture leaves all touching and scrolling to the page.
import Panzoom, { PanzoomObject } from "@panzoom/panzoom";
import { find, on } from "./hooks";

const STEP = 1.25;
const LARGEST = 6;
const NUDGE = 60;

export interface Zoom {
  /** Brings a part of the picture into view, moving the picture if it is zoomed and the page if not. */
  reveal(part: Element): void;
}

type Point = { clientX: number; clientY: number };

export function startZoom(flow: HTMLElement): Zoom | null {
  const frame = find(flow, "flow-window");
  const svg = frame && frame.querySelector<SVGSVGElement>("svg");
  if (!frame || !svg) return null;
  const zoom = Panzoom(svg, {
    minScale: 1,
    maxScale: LARGEST,
    step: 0.6,
    cursor: "",
    overflow: "auto",
    touchAction: "pan-x pan-y",
    panOnlyWhenZoomed: true,
    pinchAndPan: true,
    handleStartEvent: (event: Event) => {
      if (zoomed()) event.preventDefault();
    },
  });
  const zoomed = (): boolean => zoom.getScale() > 1.01;
  const by = (factor: number, at: Point): void => {
    unscroll(frame, zoom);
    const target = Math.min(LARGEST, zoom.getScale() * factor);
    if (target > 1.01) zoomAround(svg, zoom, target, at);
    else fit();
    follow();
  };
  const fit = (): void => {
    zoom.reset({ animate: false });
    follow();
  };
  const follow = (): void => {
    frame.toggleAttribute("data-zoomed", zoomed());
    zoom.setOptions(zoomed() ? { overflow: "hidden", touchAction: "none" } : { overflow: "auto", touchAction: "pan-x pan-y" });
  };
  svg.addEventListener("panzoomend", () => (zoomed() ? follow() : fit()));
  startButtons(flow, {
    "flow-in": () => by(STEP, middle(frame)),
    "flow-out": () => by(1 / STEP, middle(frame)),
    "flow-fit": fit,
  });
  startWheel(frame, by);
  startKeys(flow, frame, zoom, { in: () => by(STEP, middle(frame)), out: () => by(1 / STEP, middle(frame)), fit, zoomed });
  startDragging(frame, svg);
  return { reveal: (part) => reveal(part, frame, zoom, zoomed()) };
}

// Zooms so that what is at a point stays there.
function zoomAround(svg: Element, zoom: PanzoomObject, target: number, at: Point): void {
  const scale = zoom.getScale();
  const { x, y } = zoom.getPan();
  const box = svg.getBoundingClientRect();
  const share = 1 / target - 1 / scale;
  const fromX = at.clientX - ((box.left + box.right) / 2 - x * scale);
  const fromY = at.clientY - ((box.top + box.bottom) / 2 - y * scale);
  zoom.zoom(target, { animate: false });
  zoom.pan(x + fromX * share, y + fromY * share, { animate: false, force: true });
}

// A zoomed picture is moved by its transform; what the frame was scrolled by would be added to that.
function unscroll(frame: HTMLElement, zoom: PanzoomObject): void {
  const { scrollLeft, scrollTop } = frame;
  if (!scrollLeft && !scrollTop) return;
  frame.scrollLeft = frame.scrollTop = 0;
  const { x, y } = zoom.getPan();
  const scale = zoom.getScale();
  zoom.pan(x - scrollLeft / scale, y - scrollTop / scale, { animate: false, force: true });
}

// The middle of the part of the frame that is on the screen.
function middle(frame: HTMLElement): Point {
  const at = frame.getBoundingClientRect();
  const top = Math.max(at.top, 0);
  const bottom = Math.min(at.bottom, window.innerHeight);
  return { clientX: (at.left + at.right) / 2, clientY: top < bottom ? (top + bottom) / 2 : (at.top + at.bottom) / 2 };
}

function startButtons(flow: HTMLElement, actions: Record<string, () => void>): void {
  const tools = find(flow, "flow-tools");
  if (!tools) return;
  Object.entries(actions).forEach(([hook, action]) => {
    const button = find(tools, hook);
    if (button) on(button, "click", action);
  });
  tools.hidden = false;
}

function startWheel(frame: HTMLElement, by: (factor: number, at: Point) => void): void {
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    by(Math.min(STEP, Math.max(1 / STEP, Math.exp(-event.deltaY / 100))), event);
  };
  frame.addEventListener("wheel", turn, { passive: false });
}

interface Acts {
  in: () => void;
  out: () => void;
  fit: () => void;
  zoomed: () => boolean;
}

function startKeys(flow: HTMLElement, frame: HTMLElement, zoom: PanzoomObject, acts: Acts): void {
  const keys: Record<string, () => void> = { "+": acts.in, "=": acts.in, "-": acts.out, "0": acts.fit };
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [NUDGE, 0], ArrowRight: [-NUDGE, 0], ArrowUp: [0, NUDGE], ArrowDown: [0, -NUDGE],
  };
  on(flow, "keydown", (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    const move = event.target === frame && acts.zoomed() ? moves[event.key] : undefined;
    if (act) act();
    else if (move) zoom.pan(move[0] / zoom.getScale(), move[1] / zoom.getScale(), { relative: true, animate: false });
    else return;
    event.preventDefault();
  });
}

// Letting go after a drag is not a click on the node below the pointer, and a link is not dragged away.
function startDragging(frame: HTMLElement, svg: SVGSVGElement): void {
  let from: Point | null = null;
  let dragged = false;
  on(frame, "pointerdown", (event: PointerEvent) => {
    from = event;
    dragged = false;
  });
  on(frame, "pointermove", (event: PointerEvent) => {
    if (from && event.buttons) dragged = dragged || Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 6;
  });
  frame.addEventListener("click", (event) => {
    if (dragged && frame.hasAttribute("data-zoomed") && event.detail) event.preventDefault();
  }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}

function reveal(part: Element, frame: HTMLElement, zoom: PanzoomObject, zoomed: boolean): void {
  if (zoomed) {
    unscroll(frame, zoom);
    const at = part.getBoundingClientRect();
    const to = middle(frame);
    const scale = zoom.getScale();
    const x = (to.clientX - (at.left + at.right) / 2) / scale;
    const y = (to.clientY - (at.top + at.bottom) / 2) / scale;
    zoom.pan(x, y, { relative: true, animate: false });
  }
  part.scrollIntoView({ block: zoomed ? "nearest" : "center", inline: "nearest" });
  if (zoomed) unscroll(frame, zoom);
}
