// The strip above the bar: which part of the course, which item of it, and how far it goes.
import { Lesson } from "./lesson";
import { Place } from "./place";
import { make, say } from "./words";

export class Strip {
  readonly element: HTMLElement;
  private readonly parts: HTMLElement[];
  private readonly text = make("p");

  constructor(private readonly lesson: Lesson) {
    this.parts = lesson.taught.parts.map((part) => {
      const made = make("i");
      made.style.flexGrow = String(part.minutes);
      return made;
    });
    this.element = make("div.hb-strip", { "data-hb": "present-course" }, make("div", { "aria-hidden": "true" }, ...this.parts), this.text);
    document.body.classList.add("hb-taught");
  }

  show(place: Place): void {
    const { stops, taught } = this.lesson;
    const stop = this.lesson.stop(place);
    const own = stops.filter((one) => one.part === stop.part);
    const title = (taught.parts[stop.part - 1] || { title: "" }).title;
    this.parts.forEach((part, n) => {
      part.className = n + 1 < stop.part ? "hb-strip__done" : n + 1 === stop.part ? "hb-strip__now" : "";
    });
    this.text.textContent = "";
    this.text.append(make("b", {}, say("course_part", { part: stop.part, parts: taught.parts.length })), make("span", {}, title),
      make("b", {}, say("course_item", { item: own.indexOf(stop) + 1, items: own.length })));
  }
}
