// The page of all results: what is asked stands in the address, hits in groups by kind, with filters.
import { nearest, search } from "../engine";
import type { Hit } from "../shapes";
import type { Box } from "./box";
import { answerHit, element, groups, plainHit, say, type Scene } from "./build";
import type { Loaded } from "./load";
import { remember } from "./recent";

const MOST = 200;

export class Results {
  private list: HTMLElement;
  private kinds: HTMLElement;
  private chapters: HTMLSelectElement;
  private filters: HTMLElement;
  private status: HTMLElement;
  private kind = "";
  private loaded: Loaded | null = null;

  constructor(page: HTMLElement, private box: Box) {
    const part = (name: string): HTMLElement => page.querySelector(`[data-hb="search-${name}"]`) as HTMLElement;
    this.list = part("results");
    this.kinds = part("kinds");
    this.filters = part("filters");
    this.chapters = part("chapters") as HTMLSelectElement;
    this.status = part("status");
    box.input.value = asked("q");
    this.kind = asked("kind");
    this.chapters.value = asked("chapter");
    let composing = false;
    box.input.addEventListener("compositionstart", () => (composing = true));
    box.input.addEventListener("compositionend", () => {
      composing = false;
      this.show();
    });
    box.input.addEventListener("input", () => composing || this.show());
    this.chapters.addEventListener("change", () => this.show());
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember(box.input.value);
      this.show();
    });
  }

  open(loaded: Loaded): void {
    this.loaded = loaded;
    if (this.box.input.value.trim()) remember(this.box.input.value);
    else this.box.input.focus();
    this.show();
  }

  show(): void {
    if (!this.loaded) return;
    const text = this.box.input.value;
    const { library, words } = this.loaded;
    const scene: Scene = { library, words, root: this.box.form.dataset.root || "", text };
    const hits = text.trim() ? search({ text, most: MOST, chapter: this.chapters.value }, library) : [];
    if (!hits.some((hit) => hit.kind === this.kind)) this.kind = "";
    const shown = hits.filter((hit) => !this.kind || hit.kind === this.kind);
    this.offer(hits, scene);
    this.list.textContent = "";
    if (shown.length) this.fill(shown, scene);
    else if (text.trim()) this.nothing(scene);
    this.status.textContent = text.trim() ? say(words, shown.length ? "count" : "none", { count: String(shown.length), text: text.slice(0, 40) }) : "";
    this.keep(text);
  }

  private fill(hits: Hit[], scene: Scene): void {
    const [first, ...others] = hits as [Hit, ...Hit[]];
    this.list.appendChild(element("p", "hb-found__count", say(scene.words, "count", { count: String(hits.length) })));
    this.list.appendChild(answerHit(first, scene));
    for (const [kind, list] of groups(others)) {
      const count = hits.filter((hit) => hit.kind === kind).length;
      const head = element("h2", "hb-found__kind", say(scene.words, `kinds.${kind}`), element("small", "", String(count)));
      this.list.appendChild(element("section", "hb-found__group", head, ...list.map((hit) => plainHit(hit, scene))));
    }
  }

  private nothing(scene: Scene): void {
    this.list.appendChild(element("p", "hb-search__none", say(scene.words, "none", { text: scene.text.trim().slice(0, 40) })));
    this.list.appendChild(element("p", "", say(scene.words, "none_text")));
    const near = nearest(scene.text, scene.library);
    if (near.length) this.list.appendChild(element("section", "hb-found__group", element("h2", "hb-found__kind", say(scene.words, "nearest")), ...near.map((hit) => plainHit(hit, scene, true))));
  }

  private offer(hits: Hit[], scene: Scene): void {
    this.filters.hidden = !hits.length && !this.chapters.value;
    this.kinds.textContent = "";
    const counted: [string, number][] = [["", hits.length], ...groups(hits).map(([kind, list]): [string, number] => [kind, list.length])];
    for (const [kind, count] of counted) {
      const name = kind ? say(scene.words, `kinds.${kind}`) : say(scene.words, "any_kind");
      const made = element("button", "hb-found__filter", name, element("small", "", String(count)));
      made.setAttribute("type", "button");
      made.setAttribute("aria-pressed", String(kind === this.kind));
      made.addEventListener("click", () => {
        this.kind = kind;
        this.show();
      });
      this.kinds.appendChild(made);
    }
  }

  // Keep the address in step, so that a search can be shared; a page opened from a folder may not allow it.
  private keep(text: string): void {
    const parts: [string, string][] = [["q", text.trim().slice(0, 200)], ["kind", this.kind], ["chapter", this.chapters.value]];
    const query = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // then the address stays as it was
    }
  }
}

// What the address asks for; broken encoding is read as it stands.
export function asked(name: string): string {
  for (const part of location.search.slice(1).split("&")) {
    const [key, ...rest] = part.split("=");
    if (key !== name) continue;
    const value = rest.join("=").replace(/\+/g, " ");
    try {
      return decodeURIComponent(value);
    } catch {
      return value;
    }
  }
  return "";
}
