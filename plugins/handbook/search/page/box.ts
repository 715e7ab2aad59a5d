// A search box: results while typing, arrows, Enter and Esc, what was searched lately.
import { nearest, searching } from "../engine";
import type { Hit } from "../shapes";
import { answerHit, element, groups, lost, plainHit, say, type Scene } from "./build";
import type { Loaded } from "./load";
import { forget, recent, remember } from "./recent";
import { FAILED } from "./start";
import { think } from "./turns";

const SHOWN = 8;
const PATIENCE = 400; // milliseconds until it is said that the search is being made ready

// Choices of one kind under their heading.
function group(title: string, count: string, choices: HTMLElement[]): HTMLElement {
  const head = element("div", "hb-search__kind", title, ...(count ? [element("small", "", count)] : []));
  head.setAttribute("aria-hidden", "true");
  const made = element("div", "hb-search__group", head, ...choices);
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", title);
  return made;
}

export class Box {
  readonly input: HTMLInputElement;
  private panel: HTMLElement;
  private status: HTMLElement;
  private composing = false;
  private loaded: Loaded | null = null;
  private choices: HTMLElement[] = [];
  private place = -1;
  private steps: unknown = null; // the search that is under way

  constructor(readonly form: HTMLElement) {
    this.input = form.querySelector("input") as HTMLInputElement;
    this.panel = form.querySelector('[data-hb="search-panel"]') as HTMLElement;
    this.status = form.querySelector('[data-hb="search-status"]') as HTMLElement;
    this.panel.id = `hb-search-${Math.random().toString(36).slice(2, 8)}`;
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-haspopup", "listbox");
    this.input.setAttribute("aria-expanded", "false");
    this.listen();
  }

  private listen(): void {
    this.input.addEventListener("compositionstart", () => (this.composing = true));
    this.input.addEventListener("compositionend", () => {
      this.composing = false;
      this.ask();
    });
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("focus", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.form.addEventListener("submit", () => remember(this.input.value));
    this.form.addEventListener("focusout", (event) => {
      const next = (event as FocusEvent).relatedTarget;
      if (!(next instanceof Node && this.form.contains(next))) setTimeout(() => this.form.contains(document.activeElement) || this.close(), 150);
    });
    this.panel.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("a")) remember(this.input.value);
    });
  }

  open(loaded: Loaded): void {
    this.loaded = loaded;
    if (document.activeElement === this.input) this.ask();
  }

  // Answer at once, so that the next frame shows it; what takes long goes on in turns, and the next key ends it.
  ask(): void {
    if (!this.composing) this.show();
  }

  private show(): void {
    const text = this.input.value;
    if (!this.loaded) return this.wait(text);
    if (this.form.closest('[data-hb="search-page"]')) return;
    const { library, words } = this.loaded;
    const scene: Scene = { library, words, root: this.form.dataset.root || "", text };
    this.steps = null;
    if (!text.trim()) return this.idle(scene);
    const steps = searching({ text, most: 60 }, library);
    this.steps = steps;
    const wanted = (): boolean => this.steps === steps;
    think(steps, wanted, (hits) => {
      if (hits.length) this.fill(...this.results(hits, scene));
      else this.nothing(scene);
      this.status.textContent = hits.length ? say(words, "count", { count: String(hits.length) }) : say(words, "none", { text: text.slice(0, 40) });
    });
  }

  // What was typed is answered as soon as all is there; if that takes long, it is said.
  private wait(text: string): void {
    if (!text.trim()) return;
    setTimeout(() => {
      if (this.loaded || document.activeElement !== this.input || this.form.classList.contains(FAILED)) return;
      this.status.textContent = this.form.dataset.loading || "";
      this.fill([], [element("p", "hb-search__none", this.form.dataset.loading || "")]);
    }, PATIENCE);
  }

  private results(hits: Hit[], scene: Scene): [HTMLElement[], HTMLElement[]] {
    const [first, ...others] = hits.slice(0, SHOWN) as [Hit, ...Hit[]];
    const parts = [answerHit(first, scene)];
    for (const [kind, list] of groups(others)) {
      const all = hits.filter((hit) => hit.kind === kind).length;
      parts.push(group(say(scene.words, `kinds.${kind}`), String(all), list.map((hit) => plainHit(hit, scene))));
    }
    const more = element("a", "hb-search__more", say(scene.words, "more", { count: String(hits.length) })) as HTMLAnchorElement;
    more.href = `${scene.root}search.html?q=${encodeURIComponent(scene.text.trim().slice(0, 200))}`;
    return [parts, [element("p", "hb-search__foot", element("span", "", say(scene.words, "keys")), more)]];
  }

  // It is said first, and only then what comes nearest.
  private nothing(scene: Scene): void {
    const near = nearest(scene.text, scene.library);
    const all = element("a", "", say(scene.words, "all")) as HTMLAnchorElement;
    all.href = `${scene.root}index-az.html`;
    const said = [element("p", "hb-search__none", say(scene.words, "none", { text: scene.text.trim().slice(0, 40) })), lost(scene.words)];
    const parts = near.length ? [group(say(scene.words, "nearest"), "", near.map((hit) => plainHit(hit, scene, true)))] : [];
    this.fill(parts, [element("p", "hb-search__foot", all)], said);
  }

  // Nothing is typed yet: what was searched lately, and on the home page what others ask.
  private idle(scene: Scene): void {
    const kept = recent();
    const big = this.form.classList.contains("hb-search--big");
    const asked = big ? scene.library.entries.filter((entry) => entry.kind === "question").filter((_, place) => place % 8 === 0).slice(0, 5) : [];
    const parts: HTMLElement[] = [];
    if (kept.length) parts.push(group(say(scene.words, "recent"), "", kept.map((text) => this.wording(text))));
    if (asked.length) parts.push(group(say(scene.words, "suggested"), "", asked.map((entry) => this.wording(entry.title))));
    if (parts.length) this.fill(parts, kept.length ? [element("p", "hb-search__foot", this.clear(scene))] : []);
    else this.empty();
    this.status.textContent = "";
  }

  private clear(scene: Scene): HTMLElement {
    const made = element("button", "hb-search__forget", say(scene.words, "forget"));
    made.setAttribute("type", "button");
    made.addEventListener("click", () => {
      forget();
      this.idle(scene);
      this.input.focus();
    });
    return made;
  }

  // A wording that fills the box when it is chosen.
  private wording(text: string): HTMLElement {
    const made = element("button", "hb-search__wording", text);
    made.setAttribute("type", "button");
    made.addEventListener("click", () => {
      this.input.value = text;
      this.input.focus();
      this.ask();
    });
    return made;
  }

  // Show choices to go through with the arrows, above them what only says something, and below them what leads on.
  private fill(choices: HTMLElement[], foot: HTMLElement[], head: HTMLElement[] = []): void {
    this.place = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.panel.textContent = "";
    for (const part of head) this.panel.appendChild(part);
    if (choices.length) {
      const list = element("div", "hb-search__list", ...choices);
      list.id = `${this.panel.id}-list`;
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", this.input.placeholder);
      this.panel.appendChild(list);
      this.choices = [...list.querySelectorAll<HTMLElement>("a, button")];
      this.choices.forEach((one, place) => {
        one.id = `${this.panel.id}-${place}`;
        one.setAttribute("role", "option");
        one.setAttribute("aria-selected", "false");
        one.tabIndex = -1;
      });
      this.input.setAttribute("aria-controls", list.id);
    } else this.choices = [];
    for (const part of foot) this.panel.appendChild(part);
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(choices.length > 0));
  }

  // Nothing is asked and nothing to suggest: no hit of an earlier question stays behind.
  private empty(): void {
    this.panel.textContent = "";
    this.choices = [];
    this.close();
  }

  close(): void {
    this.steps = null;
    this.panel.hidden = true;
    this.place = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", "false");
  }

  private press(event: KeyboardEvent): void {
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      if (!this.panel.hidden) event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !this.panel.hidden) {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !this.panel.hidden && this.place >= 0) {
      event.preventDefault();
      const chosen = this.choices[this.place];
      remember(this.input.value);
      if (chosen) chosen.click();
    }
  }

  private move(by: number): void {
    const { choices } = this;
    if (!choices.length) return;
    const last = choices[this.place];
    if (last) last.classList.remove("hb-chosen");
    if (last) last.setAttribute("aria-selected", "false");
    this.place = (this.place + by + choices.length + (this.place < 0 && by < 0 ? 1 : 0)) % choices.length;
    const chosen = choices[this.place] as HTMLElement;
    chosen.setAttribute("aria-selected", "true");
    chosen.classList.add("hb-chosen");
    chosen.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", chosen.id);
  }
}
