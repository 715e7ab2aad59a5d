// The flowchart beside the slides: the current box lit, the way so far marked, the rest dimmed, and the picture
// moved and enlarged so that the current box can be read from the back row.
import { make, say } from "./words";

/** The words of a box are 16 units high; at this scale (of a wall of 1024 × 768) they are 24 px. */
const READABLE = 1.5;
/** The number of a box seen from afar, in px of that wall. */
const NUMBER = 24;

export class Chart {
  private readonly svg: SVGSVGElement | null;
  private readonly count = make("span.hb-times", { hidden: "" });
  private trail: string[] = [];
  private whole = false;
  private moved = false;

  constructor(private readonly pane: HTMLElement, picture: SVGSVGElement | null) {
    this.svg = picture;
    if (picture) pane.append(picture, this.count);
    pane.hidden = !picture;
  }

  get there(): boolean {
    return this.svg !== null;
  }

  node(id: string): SVGGraphicsElement | null {
    return this.svg && this.svg.querySelector(`[data-hb="flow-node"][data-node="${id}"]`);
  }

  /** Lights the last node of a trail; `whole` shows the whole chart, and an empty trail lights nothing. */
  show(trail: string[], whole: boolean): void {
    if (!this.svg) return;
    this.trail = trail;
    this.whole = whole;
    this.light();
    this.aim();
  }

  private light(): void {
    const svg = this.svg as SVGSVGElement;
    const here = this.trail[this.trail.length - 1];
    svg.classList.toggle("hb-lit", this.trail.length > 0);
    svg.querySelectorAll<SVGElement>('[data-hb="flow-node"]').forEach((box) => {
      const id = box.dataset.node || "";
      box.classList.toggle("hb-been", this.trail.indexOf(id) >= 0);
      box.classList.toggle("hb-here", id === here);
      if (id === here) box.setAttribute("aria-current", "step");
      else box.removeAttribute("aria-current");
    });
    const steps = this.trail.map((id, n) => `${id} ${this.trail[n + 1] || ""}`);
    svg.querySelectorAll<SVGElement>('[data-hb="flow-edge"]').forEach((edge) =>
      edge.classList.toggle("hb-been", steps.indexOf(`${edge.dataset.from} ${edge.dataset.to}`) >= 0));
    const times = this.trail.filter((id) => id === here).length;
    this.count.hidden = times < 2;
    this.count.textContent = say("times", { count: times });
  }

  // Seen from afar a number stands in the middle of its box.
  private moveNumbers(svg: SVGSVGElement): void {
    this.moved = true;
    svg.querySelectorAll<SVGGElement>('[data-hb="flow-node"]').forEach((node) => {
      const [box, code] = [node.querySelector<SVGPathElement>(".hb-box"), node.querySelector<SVGTextElement>(".hb-words-code")];
      if (!box || !code) return;
      const { x, y, width, height } = box.getBBox();
      const move = `translate(${x + width / 2 - Number(code.getAttribute("x"))}px, ${y + height / 2 - Number(code.getAttribute("y"))}px)`;
      code.style.setProperty("--hb-move", move);
    });
  }

  /** Moves the picture: the whole of it, or as near as the current box needs in order to be read. */
  aim(): void {
    const svg = this.svg;
    if (!svg || !this.pane.clientWidth) return;
    const { width, height } = svg.viewBox.baseVal;
    const room = { width: this.pane.clientWidth, height: this.pane.clientHeight };
    const fit = Math.min(room.width / width, room.height / height);
    const unit = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--hb-u")) || 1;
    const here = this.whole ? null : this.node(this.trail[this.trail.length - 1] || "");
    const scale = here ? Math.max(fit, Math.min(READABLE * unit, room.width / here.getBBox().width)) : fit;
    const far = scale < READABLE * unit * 0.99 && !here;
    if (far && !this.moved) this.moveNumbers(svg);
    svg.classList.toggle("hb-far", far);
    svg.style.setProperty("--hb-number-size", `${(NUMBER * unit) / scale}px`);
    const box = here ? here.getBBox() : { x: 0, y: 0, width, height };
    const asked = here ? this.withAnswers(here, room.width / scale) : box;
    const x = place(room.width, width * scale, (asked.x + asked.width / 2) * scale);
    const y = place(room.height, height * scale, (box.y + box.height / 2) * scale);
    svg.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${scale.toFixed(4)})`;
  }

  // The box from side to side, with the answers on the ways that leave it, as far as there is room for them.
  private withAnswers(here: SVGGraphicsElement, room: number): { x: number; width: number } {
    const svg = this.svg as SVGSVGElement;
    const labels = Array.from(svg.querySelectorAll<SVGGraphicsElement>('[data-hb="flow-label"]'));
    const own = labels.filter((label) => label.dataset.from === (here as SVGElement).dataset.node).map((label) => label.getBBox());
    return own.reduce((wide: { x: number; width: number }, label) => {
      const x = Math.min(wide.x, label.x);
      const width = Math.max(wide.x + wide.width, label.x + label.width) - x;
      return width <= room ? { x, width } : wide;
    }, here.getBBox());
  }
}

// Where the picture begins so that its point `at` is in the middle, and no more of the pane is empty than need be.
function place(room: number, size: number, at: number): number {
  if (size <= room) return (room - size) / 2;
  return Math.min(0, Math.max(room - size, room / 2 - at));
}
