// The page of all results: what is asked stands in the address, hits in groups by kind, with filters.
import { nearest, search, searching } from "../engine";
import type { Hit } from "../shapes";
import type { Box } from "./box";
import { answerHit, element, groups, plainHit, say, type Scene } from "./build";
import type { Loaded } from "./load";
import { think, work } from "./turns";
import { chapter, keepChapter, remember } from "./recent";

const MOST = 200;

export class Results {
  private list: HTMLElement;
  private kinds: HTMLElement;
  private chapters: HTMLSelectElement;
  private filters: HTMLElement;
  private status: HTMLElement;
  private lost: HTMLElement; // the newcomer, who asks to ask in other words
  private kind = "";
  private steps: unknown = null; // the search that is under way
  private loaded: Loaded | null = null;

  constructor(page: HTMLElement, private box: Box) {
    const part = (name: string): HTMLElement => page.querySelector(`[data-hb="search-${name}"]`) as HTMLElement;
    this.list = part("results");
    this.kinds = part("kinds");
    this.filters = part("filters");
    this.chapters = part("chapters") as HTMLSelectElement;
    this.status = part("status");
    this.lost = part("none");
    box.input.value = asked("q");
    this.kind = asked("kind");
    this.chapters.value = asked("chapter") || chapter();
    if (this.chapters.selectedIndex < 0) this.chapters.value = "";
    let composing = false;
    box.input.addEventListener("compositionstart", () => (composing = true));
    box.input.addEventListener("compositionend", () => {
      composing = false;
      this.show();
    });
    box.input.addEventListener("input", () => composing || this.show());
    this.chapters.addEventListener("change", () => {
      keepChapter(this.chapters.value);
      this.show();
    });
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
    const steps = searching({ text, most: MOST, deep: true, chapter: this.chapters.value }, library);
    this.steps = steps;
    const wanted = (): boolean => this.steps === steps;
    think(steps, wanted, (hits) => this.answer(hits, scene, wanted));
  }

  private answer(hits: Hit[], scene: Scene, wanted: () => boolean): void {
    const { text, words } = scene;
    if (!hits.some((hit) => hit.kind === this.kind)) this.kind = "";
    const shown = hits.filter((hit) => !this.kind || hit.kind === this.kind);
    this.offer(hits, scene);
    this.list.textContent = "";
    if (shown.length) this.fill(shown, scene, wanted);
    else if (text.trim()) this.nothing(scene);
    this.status.textContent = text.trim() ? say(words, shown.length ? "count" : "none", { count: String(shown.length), text: text.slice(0, 40) }) : "";
    this.keep(text);
  }

  private fill(hits: Hit[], scene: Scene, wanted: () => boolean): void {
    const [first, ...others] = hits as [Hit, ...Hit[]];
    this.list.appendChild(element("p", "hb-found__count", say(scene.words, "count", { count: String(hits.length) })));
    this.list.appendChild(answerHit(first, scene));
    const left: (() => void)[] = [];
    for (const [kind, list] of groups(others)) {
      const count = hits.filter((hit) => hit.kind === kind).length;
      const head = element("h2", "hb-found__kind", say(scene.words, `kinds.${kind}`), element("small", "", String(count)));
      const section = element("section", "hb-found__group", head);
      this.list.appendChild(section);
      left.push(...list.map((hit) => () => void section.appendChild(plainHit(hit, scene))));
    }
    const one = (): boolean => {
      const next = wanted() ? left.shift() : undefined;
      if (next) next();
      return !!next;
    };
    work(one, () => undefined);
  }

  private nothing(scene: Scene): void {
    const others = this.chapters.value ? search({ text: scene.text, most: MOST, deep: true }, scene.library).length : 0;
    if (others) return this.elsewhere(others, scene);
    this.list.appendChild(element("p", "hb-search__none", say(scene.words, "none", { text: scene.text.trim().slice(0, 40) })));
    this.lost.hidden = false;
    this.list.appendChild(this.lost);
    const near = nearest(scene.text, scene.library);
    if (near.length) this.list.appendChild(element("section", "hb-found__group", element("h2", "hb-found__kind", say(scene.words, "nearest")), ...near.map((hit) => plainHit(hit, scene, true))));
  }

  // The chapter that was chosen has nothing, others have.
  private elsewhere(count: number, scene: Scene): void {
    const made = element("button", "hb-found__filter", say(scene.words, "everywhere"), element("small", "", String(count)));
    made.setAttribute("type", "button");
    made.addEventListener("click", () => {
      this.chapters.value = "";
      keepChapter("");
      this.show();
    });
    this.list.appendChild(element("p", "hb-search__none", say(scene.words, "not_here")));
    this.list.appendChild(made);
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
