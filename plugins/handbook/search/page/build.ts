// Hits become elements. Text is always set as text: nothing that was typed or found is ever read as markup.
import type { Library } from "../library";
import { marks } from "../marks";
import type { Entry, Hit } from "../shapes";
import type { Words } from "./load";

const SVG = "http://www.w3.org/2000/svg";
const FACE = "hb-mascot-asks";

export interface Scene {
  library: Library;
  words: Words;
  root: string;
  text: string;
}

export function element(tag: string, name: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const part of inside) made.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
  return made;
}

export function say(words: Words, key: string, parts: Record<string, string> = {}): string {
  const [first, second] = key.split(".") as [string, string | undefined];
  const found = words[first];
  const text = typeof found === "string" ? found : (second && found && found[second]) || "";
  return text.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] || "");
}

// What a reader should know before following a hit: its chapter is on trial or under revision.
function standing(state: string | undefined): HTMLElement[] {
  return state ? [element("span", "hb-badge hb-badge--trial", state)] : [];
}

// What every page runs marks what is not for the reader's branch, if one is told (components/fit/marking.ts).
function mark(title: HTMLElement, hit: Hit): void {
  const { hbMark } = window as unknown as { hbMark?: (link: HTMLElement, address: string) => void };
  if (hbMark) hbMark(title, hit.url);
}

// A text with what matched marked.
function marked(text: string, scene: Scene): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks(text, scene.text, scene.library)) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(element("mark", "", text.slice(from, to)));
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}

const entryOf = (hit: Hit, scene: Scene): Entry => scene.library.entries[hit.entry] as Entry;

export function link(hit: Hit, name: string, scene: Scene): HTMLAnchorElement {
  const made = element("a", name) as HTMLAnchorElement;
  made.href = scene.root + hit.url;
  return made;
}

function tag(made: HTMLElement, hit: Hit): HTMLElement {
  made.setAttribute("data-hb", "search-hit");
  made.setAttribute("data-slug", hit.slug);
  made.setAttribute("data-kind", hit.kind);
  return made;
}

function why(hit: Hit, scene: Scene): HTMLElement | null {
  if (hit.words === hit.title && !hit.how) return null;
  const key = hit.how || "words";
  const [before, after] = say(scene.words, `how.${key}`, { words: "\u0000" }).split("\u0000");
  const inside = hit.how === "" || hit.how === "text" ? marked(hit.words, scene) : [element("mark", "", hit.words)];
  return element("span", "hb-hit__why", before || "", ...inside, after || "");
}

export function plainHit(hit: Hit, scene: Scene, near = false): HTMLElement {
  const made = near ? link(hit, "hb-hit", scene) : tag(link(hit, "hb-hit", scene), hit);
  const entry = entryOf(hit, scene);
  const title = element("b", "hb-hit__title", ...(entry.code ? [element("span", "hb-code", entry.code)] : []), ...marked(hit.title, scene), ...standing(entry.state));
  made.appendChild(title);
  const reason = why(hit, scene);
  if (reason) made.appendChild(reason);
  mark(title, hit);
  made.appendChild(element("span", "hb-hit__text", ...(hit.how === "text" ? [] : marked(hit.answer, scene))));
  return made;
}

// The best hit: a question with its answer, or a procedure with its way.
export function answerHit(hit: Hit, scene: Scene): HTMLElement {
  const entry = entryOf(hit, scene);
  const made = tag(element("div", `hb-answer hb-answer--${hit.kind}`), hit);
  const title = link(hit, "hb-answer__title", scene);
  for (const part of marked(hit.title, scene)) title.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
  made.appendChild(element("div", "hb-answer__kind", say(scene.words, `kinds.${hit.kind}`), ...(entry.code ? [" ", element("span", "hb-code", entry.code)] : []), ...standing(entry.state)));
  mark(title, hit);
  made.appendChild(title);
  const reason = why(hit, scene);
  if (reason) made.appendChild(reason);
  const body = element("div", "hb-answer__text", ...marked(hit.answer, scene));
  body.setAttribute("data-hb", "search-answer");
  made.appendChild(body);
  if (hit.kind === "question") {
    if (entry.note) made.appendChild(element("div", "hb-answer__note", say(scene.words, "basis"), entry.note));
    const at = element("a", "hb-answer__at", entry.at[0]) as HTMLAnchorElement;
    at.href = scene.root + entry.at[1];
    made.appendChild(element("div", "hb-answer__note", say(scene.words, "see"), at));
  } else if (entry.note) {
    made.appendChild(element("div", "hb-answer__note", say(scene.words, "steps"), entry.note));
    if (entry.papers) made.appendChild(element("div", "hb-answer__note", say(scene.words, "papers", { count: String(entry.papers) })));
  }
  return made;
}

// The newcomer, who asks to ask in other words; only his words where a page does not draw him.
export function lost(words: Words): HTMLElement {
  const said = element("p", "", say(words, "none_text"));
  if (!document.getElementById(FACE)) return said;
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "hb-face");
  drawn.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${FACE}`);
  drawn.appendChild(use);
  const face = element("span", "hb-say__face");
  face.appendChild(drawn);
  return element("div", "hb-say hb-say--asks", face, element("div", "hb-bubble", said));
}

// Hits by kind, the kind of the best hit first.
export function groups(hits: Hit[]): [string, Hit[]][] {
  const found = new Map<string, Hit[]>();
  for (const hit of hits) {
    const list = found.get(hit.kind);
    if (list) list.push(hit);
    else found.set(hit.kind, [hit]);
  }
  return [...found];
}
