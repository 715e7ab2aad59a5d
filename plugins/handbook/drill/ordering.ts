// Steps to be put in order, by buttons or by keys.
import { make } from "../projection/make";
import { say } from "./words";

export class Ordering {
  readonly element = make("ol.hb-order", { "data-hb": "drill-order" });
  /** The places of what was offered, as they lie now. */
  order: number[];
  private chosen = 0;
  private held = false;

  constructor(private readonly offered: string[]) {
    this.order = offered.map((_, place) => place);
    this.draw();
  }

  /** Answers a key; false if it means nothing here. */
  key(event: KeyboardEvent): boolean {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by && (event.shiftKey || this.held)) this.move(this.chosen, by);
    else if (by) this.choose(this.chosen + by);
    else if (event.key === " ") this.held = !this.held;
    else return false;
    this.draw();
    return true;
  }

  private choose(place: number): void {
    this.chosen = Math.max(0, Math.min(this.order.length - 1, place));
  }

  private move(place: number, by: number): void {
    const other = place + by;
    if (other < 0 || other >= this.order.length) return;
    const moved = this.order[place] as number;
    this.order[place] = this.order[other] as number;
    this.order[other] = moved;
    this.chosen = other;
  }

  private draw(): void {
    this.element.textContent = "";
    this.order.forEach((item, place) => {
      const text = this.offered[item] || "";
      const row = make("div.hb-order__row", {}, make("span.hb-order__text", {}, text), this.button("up", place, -1, text), this.button("down", place, 1, text));
      if (place === this.chosen) row.classList.add(this.held ? "hb-order__row--held" : "hb-order__row--chosen");
      if (place === this.chosen) row.setAttribute("aria-current", "true");
      this.element.append(make("li", {}, row));
    });
  }

  private button(word: string, place: number, by: number, text: string): HTMLElement {
    const act = (): void => { this.move(place, by); this.draw(); };
    return make("button.hb-do", { type: "button", "aria-label": `${say(word)} ${text}`, "data-move": word, onclick: act }, by < 0 ? "↑" : "↓");
  }
}
