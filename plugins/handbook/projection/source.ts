// A page becomes what there is to show: titles and groups of items, not yet cut into slides.
import { Flow } from "./flow";
import { make, words } from "./words";

export interface Group {
  /** The heading of the group, repeated where a slide break parts it; or empty. */
  title: string;
  /** The element the items stand in: ol, ul, tbody or div. */
  list: string;
  items: HTMLElement[];
  /** The number of the first item. */
  start: number;
}

export interface Source {
  id: string;
  /** The look, and the key of the note for trainers without one of their own. */
  shape: string;
  /** A key of words.parts. */
  part: string;
  title: string;
  label: string;
  code: string;
  node: string;
  note: string;
  groups: Group[];
  /** Whether the chart stands beside it. */
  beside: boolean;
}

export const source = (id: string, shape: string, part: string, title: string, groups: Group[]): Source => ({
  id, shape, part, title, label: "", code: "", node: "", note: words.notes[shape] || "", groups: groups.filter((one) => one.items.length), beside: false,
});

export const group = (list: string, items: HTMLElement[], title = ""): Group => ({ title, list, items, start: 1 });

/** A line with a word before it. */
export const line = (tag: string, ...content: (Node | string)[]): HTMLElement =>
  make("p.hb-line", {}, tag ? make("b.hb-tag", {}, tag) : null, ...content);

export interface Deck { kind: string; flow: Flow | null; code: string; title: string }

/** The parts of a page: what stands under a heading, and the heading's words. */
export class Page {
  constructor(private readonly root: DocumentFragment) {}

  one(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  text(selector: string): string {
    const found = this.one(selector);
    return found ? (found.textContent || "").trim() : "";
  }

  all(selector: string): HTMLElement[] {
    return Array.from(this.root.querySelectorAll<HTMLElement>(selector));
  }

  title(id: string): string {
    return this.text(`h2#${id}`);
  }

  /** The elements of a kind between a heading and the next. */
  under(id: string, selector: string): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (let at = this.one(`h2#${id}`)?.nextElementSibling; at && at.tagName !== "H2"; at = at.nextElementSibling) {
      if (at.matches(selector)) found.push(at as HTMLElement);
      else found.push(...Array.from(at.querySelectorAll<HTMLElement>(selector)));
    }
    return found;
  }
}

/** Takes the content of an element into a new one. */
export function moved(from: Element | null, into: HTMLElement): HTMLElement {
  if (from) into.append(...Array.from(from.childNodes).map((node) => node.cloneNode(true)));
  return into;
}

/** A link to another deck, offered like a way on. */
export const deckLink = (slug: string, label: string, text: string): HTMLElement =>
  make("a.hb-choice", { href: `${slug}.html`, "data-hb": "present-choice", "data-deck": slug },
    make("kbd", {}, "1"), make("span", {}, make("b", {}, label), " ", text));

/** The deck of the entry that a link leads to: its file's name. */
export const slugOf = (href: string): string => (/([^/]+)\.html/.exec(href) || ["", ""])[1] || "";
