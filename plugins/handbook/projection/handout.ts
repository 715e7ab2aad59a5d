// What goes to paper: one sheet with the steps, lines for notes and the questions to discuss; or the way that was walked.
import { DeckOnPage } from "./deck";
import { pathItems } from "./path";
import { Place } from "./place";
import { make, say } from "./words";

const LINES = 2;

/** Makes the sheet when the browser prints, whoever asked it to. */
export function startHandout(deck: DeckOnPage, place: () => Place): void {
  const sheet = make("div.hb-sheet", { "data-hb": "present-handout" });
  document.body.append(sheet);
  window.addEventListener("beforeprint", () => {
    sheet.textContent = "";
    sheet.append(...(document.body.classList.contains("hb-print-path") ? pathSheet(deck, place()) : handout(deck)));
  });
  window.addEventListener("afterprint", () => document.body.classList.remove("hb-print-path"));
}

export const printHandout = (): void => window.print();

export function printPath(): void {
  document.body.classList.add("hb-print-path");
  window.print();
}

function handout(deck: DeckOnPage): HTMLElement[] {
  const journey = deck.source("journey");
  const rows = journey ? journey.groups[0]?.items || [] : [];
  const head = make("tr", {}, ...["handout_step", "handout_who", "lines"].map((key) => make("th", {}, say(key))));
  const body = rows.map((row) => make("tr", {},
    cell(row), make("td", {}, row.querySelector("td")?.textContent || ""), make("td")));
  const table = rows.length ? make("table", {}, make("thead", {}, head), make("tbody", {}, ...body)) : points(deck);
  return [make("h1", {}, deck.title, make("small", {}, say("handout"))), table, ...questions(deck)];
}

function cell(row: HTMLElement): HTMLElement {
  const words = Array.from(row.querySelectorAll("th a")).reduce((all, link) => all.concat(Array.from(link.childNodes)), [] as Node[]);
  return make("td", {}, words.map((one) => one.textContent).join(" "));
}

// A deck without steps: its parts by name, with room to write.
function points(deck: DeckOnPage): HTMLElement {
  const rows = deck.sources.filter((one) => !one.node && ["title", "discussion", "course", "part"].indexOf(one.shape) < 0)
    .map((one) => make("tr", {}, make("td", {}, `${one.label} ${one.title}`), make("td")));
  return make("table.hb-sheet__points", {}, make("tbody", {}, ...rows));
}

function questions(deck: DeckOnPage): HTMLElement[] {
  const source = deck.source("discussion");
  const items = source ? source.groups[0]?.items || [] : [];
  if (!source || !items.length) return [];
  const lines = (): HTMLElement[] => Array.from({ length: LINES }, () => make("div.hb-sheet__line"));
  return [make("h2", {}, source.title), make("ol", {}, ...items.map((one) => make("li", {}, one.textContent || "", ...lines())))];
}

function pathSheet(deck: DeckOnPage, place: Place): HTMLElement[] {
  if (!deck.flow) return handout(deck);
  const items = pathItems(deck.flow, place.trail, deck);
  return [make("h1", {}, deck.title, make("small", {}, say("path_title"))), make("ol.hb-sheet__path", {}, ...items)];
}
