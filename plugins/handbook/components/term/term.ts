// The words of the trade where they stand in the text: underlined once a page, explained on hover, focus or tap.
// The terms are loaded when the page is at rest; without them the text reads as it stands.
import { addScript } from "../../search/page/start";

type Term = [names: string[], explain: string, address: string];
declare global {
  interface Window {
    hbTerms?: (terms: Term[]) => void;
  }
}

const TEXT = ".hb-page p, .hb-page li, .hb-page dd";
const LEFT_ALONE = "a, button, summary, label, h1, h2, h3, h4, svg, form, .hb-masthead, .hb-term, .hb-foot, .hb-sheet, .hb-facts, .hb-journey, .hb-home, [data-hb='calendar'], [data-hb='desk'], details:not([open])";
const MARGIN = 8;

let note: HTMLElement | undefined;
let open: HTMLElement | undefined;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

// The first place of each term in the text of the page. Its other names only keep shorter terms from being found inside them:
// a colloquial name may mean something else where it stands.
function mark(terms: Term[], root: string): void {
  const known = new Map<string, Term>();
  for (const term of terms) for (const name of term[0]) known.set(name, term);
  const names = Array.from(known.keys()).sort((a, b) => b.length - a.length);
  const title = document.querySelector("h1")?.textContent ?? "";
  const wanted = new Set(terms.filter((term) => title.indexOf(term[0][0] ?? "") < 0));
  const pattern = new RegExp(names.map(escaped).join("|"), "g");
  for (const part of Array.from(document.querySelectorAll<HTMLElement>(TEXT))) {
    if (!wanted.size) return;
    if (!part.offsetParent || part.closest(LEFT_ALONE)) continue; // nor is what is folded away a first place
    for (const node of Array.from(part.childNodes)) {
      if (node.nodeType === Node.TEXT_NODE) markIn(node as Text, pattern, wanted, known, root);
    }
  }
}

function markIn(node: Text, pattern: RegExp, wanted: Set<Term>, known: Map<string, Term>, root: string): void {
  const text = node.data;
  const pieces = document.createDocumentFragment();
  let end = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const term = known.get(found[0]);
    if (!term || found[0] !== term[0][0] || !wanted.delete(term)) continue;
    pieces.appendChild(document.createTextNode(text.slice(end, found.index)));
    pieces.appendChild(link(term, root));
    end = found.index + found[0].length;
  }
  if (!end) return;
  pieces.appendChild(document.createTextNode(text.slice(end)));
  node.parentNode?.replaceChild(pieces, node);
}

function link([names, explain, address]: Term, root: string): HTMLElement {
  const made = document.createElement("a");
  made.className = "hb-term__word";
  made.href = root + address;
  made.textContent = names[0] ?? "";
  made.setAttribute("data-hb", "term");
  made.setAttribute("data-explain", explain);
  return made;
}

function show(term: HTMLElement): void {
  if (open === term) return;
  hide();
  note = note ?? document.body.appendChild(Object.assign(document.createElement("div"), { className: "hb-term__note", id: "hb-term-note" }));
  note.setAttribute("role", "tooltip");
  note.textContent = term.getAttribute("data-explain");
  note.hidden = false;
  term.setAttribute("aria-describedby", "hb-term-note");
  const place = term.getBoundingClientRect();
  const size = note.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(place.left, document.documentElement.clientWidth - size.width - MARGIN));
  const below = place.bottom + size.height + MARGIN < window.innerHeight;
  note.style.left = `${left + window.pageXOffset}px`;
  note.style.top = `${(below ? place.bottom + 4 : place.top - size.height - 4) + window.pageYOffset}px`;
  open = term;
}

function hide(): void {
  if (note) note.hidden = true;
  open?.removeAttribute("aria-describedby");
  open = undefined;
}

const termOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hb="term"]') : null;

function listen(): void {
  let touched = false;
  let pointed = false; // a page that scrolls under a resting pointer must not close what the keyboard opened
  document.addEventListener("touchstart", () => { touched = true; }, { passive: true });
  document.addEventListener("mouseover", (event) => {
    const term = termOf(event);
    if (touched || (!term && !pointed)) return;
    pointed = Boolean(term);
    if (term) show(term);
    else hide();
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term) show(term);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (!term) hide();
    else if (touched && term.getAttribute("data-tapped") !== "yes") {
      event.preventDefault(); // the first tap explains, the second one goes to the glossary
      term.setAttribute("data-tapped", "yes");
      show(term);
    }
  });
}

export function startTerms(): void {
  const search = document.querySelector<HTMLElement>('[data-hb="search"]');
  if (!search || !document.querySelector(TEXT)) return;
  const root = search.dataset.root ?? "";
  window.hbTerms = (terms) => {
    mark(terms, root);
    listen();
  };
  const load = () => addScript(`${root}assets/terms.js`, () => undefined);
  window.addEventListener("load", () => setTimeout(load, 300));
}
