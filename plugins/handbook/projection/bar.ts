// The bar below the slides: back and next, what comes next, and the buttons for what keys do.
import { Act } from "./panels";
import { make, say } from "./words";

export class Bar {
  readonly element: HTMLElement;
  private readonly next = make("span.hb-bar__next", { "data-hb": "present-next" });
  private readonly home = make<HTMLButtonElement>("button.hb-button.hb-bar__return", { type: "button", hidden: "" });

  constructor(act: Act) {
    const button = (command: string, sign: string): HTMLElement => {
      // Who speaks to the computer says what the button shows: letters on it are part of its name.
      const name = /^\w/.test(sign) ? `${say(`do_${command}`)} ${sign}` : say(`do_${command}`);
      const made = make("button.hb-button", { type: "button", "data-act": command, "aria-label": name, title: say(`do_${command}`) }, sign);
      made.addEventListener("click", () => { made.blur(); act(command); });
      return made;
    };
    this.home.addEventListener("click", () => { this.home.blur(); act("return"); });
    this.element = make("nav.hb-bar", { "data-hb": "present-bar", "aria-label": say("bar") },
      button("back", "‹"), button("next", "›"), this.home, this.next,
      button("index", "☰"), button("zoom", "⤢"), button("smaller", "A−"), button("larger", "A+"), button("help", "?"));
  }

  /** Says what "next" brings, and offers the way back to the deck one came from. */
  show(next: string, home: string): void {
    this.next.textContent = next;
    this.home.hidden = !home;
    this.home.textContent = "↩";
    this.home.title = home;
    this.home.setAttribute("aria-label", home);
  }
}
