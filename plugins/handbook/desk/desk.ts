// What every room of the desk may ask of it.
import { make } from "../projection/make";
import type { Keep } from "./keep";
import { say } from "./words";

export interface Desk {
  keep: Keep;
  /** Draws the room again that the address names. */
  draw(): void;
  /** Says a sentence for a short while, for eyes and screen readers. */
  tell(text: string): void;
}

/** Goes to another place on the desk. */
export function go(place: string): void {
  location.hash = place;
}

export function button(key: string, act: () => void, name = "hb-desk__do"): HTMLButtonElement {
  return make<HTMLButtonElement>(`button.${name}`, { type: "button", "data-do": key, onclick: act }, say(key));
}

/** A labelled field; the hint stands under it. */
export function field(label: string, input: HTMLElement, hint = ""): HTMLElement {
  return make("p.hb-desk__field", {}, make("label", {}, make("span", {}, label), input), hint && make("small", {}, hint));
}

export function heading(text: string): HTMLElement {
  return make("h2.hb-desk__title", { tabindex: "-1" }, text);
}
