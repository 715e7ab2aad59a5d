// A search box: results while typing, arrows, Enter and Esc, what was searched lately.
import { nearest, search } from "../engine";
import type { Hit } from "../shapes";
import { answerHit, element, groups, plainHit, say, type Scene } from "./build";
import type { Loaded } from "./load";
import { forget, recent, remember } from "./recent";

const SHOWN = 8;

export class Box {
  readonly input: HTMLInputElement;
  private panel: HTMLElement;
  private status: HTMLElement;
  private composing = false;
  private loaded: Loaded | null = null;
  private place = -1;
  private waiting = 0;

  constructor(readonly form: HTMLElement) {
    this.input = form.querySelector("input") as HTMLInputElement;
    this.panel = form.querySelector('[data-hb="search-panel"]') as HTMLElement;
    this.status = form.querySelector('[data-hb="search-status"]') as HTMLElement;
    this.panel.id = `hb-search-${Math.random().toString(36).slice(2, 8)}`;
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.panel.id);
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

  // Answer at once; a large handbook waits for the next frame, so that no key waits for another's answer.
  ask(): void {
    if (this.composing || this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.show();
    });
  }

  private show(): void {
    const text = this.input.value;
    if (!this.loaded) {
      this.status.textContent = "";
      return;
    }
    if (this.form.closest('[data-hb="search-page"]')) return;
    const { library, words } = this.loaded;
    const scene: Scene = { library, words, root: this.form.dataset.root || "", text };
    if (!text.trim()) return this.idle(scene);
    const hits = search({ text, most: 60 }, library);
    this.fill(hits.length ? this.results(hits, scene) : this.nothing(scene));
    this.status.textContent = hits.length ? say(words, "count", { count: String(hits.length) }) : say(words, "none", { text: text.slice(0, 40) });
  }

  private results(hits: Hit[], scene: Scene): HTMLElement[] {
    const [first, ...others] = hits.slice(0, SHOWN) as [Hit, ...Hit[]];
    const parts = [answerHit(first, scene)];
    for (const [kind, list] of groups(others)) {
      const all = hits.filter((hit) => hit.kind === kind).length;
      const head = element("p", "hb-search__kind", say(scene.words, `kinds.${kind}`), element("small", "", String(all)));
      parts.push(element("div", "hb-search__group", head, ...list.map((hit) => plainHit(hit, scene))));
    }
    const more = element("a", "hb-search__more", say(scene.words, "more", { count: String(hits.length) })) as HTMLAnchorElement;
    more.href = `${scene.root}search.html?q=${encodeURIComponent(scene.text.trim().slice(0, 200))}`;
    return [...parts, element("p", "hb-search__foot", element("span", "", say(scene.words, "keys")), more)];
  }

  private nothing(scene: Scene): HTMLElement[] {
    const near = nearest(scene.text, scene.library);
    const all = element("a", "", say(scene.words, "all")) as HTMLAnchorElement;
    all.href = `${scene.root}index-az.html`;
    const parts = [element("p", "hb-search__none", say(scene.words, "none", { text: scene.text.trim().slice(0, 40) })), element("p", "", say(scene.words, "none_text"))];
    if (near.length) parts.push(element("p", "hb-search__kind", say(scene.words, "nearest")), ...near.map((hit) => plainHit(hit, scene, true)));
    return [...parts, element("p", "hb-search__foot", all)];
  }

  private idle(scene: Scene): void {
    const kept = recent();
    const big = this.form.classList.contains("hb-search--big");
    const asked = big ? scene.library.entries.filter((entry) => entry.kind === "question").filter((_, place) => place % 8 === 0).slice(0, 5) : [];
    const parts: HTMLElement[] = [];
    if (kept.length) {
      const clear = element("button", "hb-search__forget", say(scene.words, "forget"));
      clear.setAttribute("type", "button");
      clear.addEventListener("click", () => {
        forget();
        this.idle(scene);
        this.input.focus();
      });
      parts.push(element("p", "hb-search__kind", say(scene.words, "recent"), clear), ...kept.map((text) => this.wording(text)));
    }
    if (asked.length) parts.push(element("p", "hb-search__kind", say(scene.words, "suggested")), ...asked.map((entry) => this.wording(entry.title)));
    if (parts.length) this.fill(parts);
    else this.close();
    this.status.textContent = "";
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

  private fill(parts: HTMLElement[]): void {
    this.panel.textContent = "";
    for (const part of parts) this.panel.appendChild(part);
    this.panel.hidden = false;
    this.place = -1;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  close(): void {
    this.panel.hidden = true;
    this.place = -1;
    this.input.setAttribute("aria-expanded", "false");
  }

  private choices(): HTMLElement[] {
    return [...this.panel.querySelectorAll<HTMLElement>("a, button")];
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
      const chosen = this.choices()[this.place];
      remember(this.input.value);
      if (chosen) chosen.click();
    }
  }

  private move(by: number): void {
    const choices = this.choices();
    if (!choices.length) return;
    const last = choices[this.place];
    if (last) last.classList.remove("hb-chosen");
    this.place = (this.place + by + choices.length + (this.place < 0 && by < 0 ? 1 : 0)) % choices.length;
    const chosen = choices[this.place] as HTMLElement;
    chosen.id = chosen.id || `${this.panel.id}-${this.place}`;
    chosen.classList.add("hb-chosen");
    chosen.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", chosen.id);
  }
}
