// What the trainer reads: the notes, what comes next, and the time; below the slide or in the speaker's window.
import { clockText } from "./clock";
import { State } from "./line";
import { make, say } from "./words";

export class Notes {
  readonly element: HTMLElement;
  private readonly text = make("div.hb-notes__text", { "data-hb": "present-notes" });
  private readonly next = make("p.hb-notes__next");
  private readonly total = make("b.hb-timer__total");
  private readonly part = make("span");
  private readonly targets = make("span.hb-timer__all");

  constructor() {
    const timer = make("p.hb-timer", { "data-hb": "present-timer" }, this.total, this.part, this.targets);
    this.element = make("aside.hb-notes", { "aria-label": say("notes") }, timer, this.text, this.next);
  }

  show(state: State): void {
    const { spent, targets } = state.times;
    const sum = (all: Record<string, number>): number => Object.values(all).reduce((total, one) => total + one, 0);
    const target = targets[state.part] || 0;
    const late = (spent[state.part] || 0) > target * 60;
    this.element.classList.toggle("hb-notes--late", late);
    fill(this.total, clockText(sum(spent)));
    fill(this.part, say("part_time", { part: state.name, spent: clockText(spent[state.part] || 0), target }));
    fill(this.targets, say("total_time", { target: sum(targets) }));
    fill(this.text, state.note || say("no_note"));
    fill(this.next, state.next);
  }
}

const fill = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};
