// Keys, clickers, fingers and the mouse become commands.
import { Act } from "./panels";

const COMMANDS: Record<string, string> = {
  PageDown: "next", ArrowRight: "next", ArrowDown: "next", " ": "next", Enter: "next",
  PageUp: "back", ArrowLeft: "back", ArrowUp: "back", Backspace: "back",
  Home: "first", End: "last", n: "notes", s: "speaker", o: "index", b: "dark", ".": "dark", l: "laser", f: "full",
  "+": "larger", "=": "larger", "-": "smaller", "?": "help", g: "jump", z: "zoom", p: "print", r: "return", Escape: "close",
};
/** How far a finger goes before it turns a slide, in px. */
const SWIPE = 60;

export interface Asked { isOpen: boolean; move(by: number): void }

const typing = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

const pressing = (target: EventTarget | null): boolean => target instanceof Element && target.closest("button, a, form") !== null;

function inPanel(event: KeyboardEvent, panels: Asked, act: Act): void {
  if (event.key === "Escape" || (!typing(event.target) && (event.key === "?" || event.key === "o"))) {
    event.preventDefault();
    act("close");
  } else if (!typing(event.target) && /^(Arrow|Page)/.test(event.key)) {
    event.preventDefault();
    panels.move(/Up|Left/.test(event.key) ? -1 : 1);
  }
}

/** Starts listening; `act` carries out a command. */
export function listen(act: Act, panels: Asked): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (panels.isOpen) { inPanel(event, panels, act); return; }
    if (typing(event.target) || (event.key === "Enter" && pressing(event.target))) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const command = event.shiftKey && key === " " ? "back" : /^[1-9]$/.test(key) ? "choose" : COMMANDS[key];
    if (!command) return;
    event.preventDefault();
    act(command, key);
  });
  let from: Touch | null = null;
  document.addEventListener("touchstart", (event) => (from = event.touches.length === 1 ? event.touches[0] || null : null), { passive: true });
  document.addEventListener("touchend", (event) => {
    const to = event.changedTouches[0];
    if (!from || !to || panels.isOpen) return;
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) act(x < 0 ? "next" : "back");
    from = null;
  });
}

/** The command for a way that a slide offers: a box of the flow, another deck, or another slide. */
export const wayOf = ({ dataset }: HTMLElement): [string, string] =>
  (dataset.slide ? ["go", dataset.slide] : ["way", dataset.to || `deck:${dataset.deck}`]);

/** A click on a way, a box of the chart or a link to a slide. */
export function listenToClicks(stage: HTMLElement, act: Act): void {
  stage.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target && target.closest("a, [data-node]");
    const box = target && target.closest<SVGElement>('[data-hb="flow-node"]');
    const way = target && target.closest<HTMLElement>('[data-hb="present-choice"]');
    const href = link ? link.getAttribute("href") || "" : "";
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (box) act("node", box.dataset.node);
    else if (way) act(...wayOf(way));
    else if (href.charAt(0) === "#") act("go", href.replace(/^#\/?/, ""));
    else return;
    event.preventDefault();
    if (link instanceof HTMLElement) link.blur();
  });
}
