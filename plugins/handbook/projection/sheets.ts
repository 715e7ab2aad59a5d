// The deck of a diagram, and that of a form: what hangs on the wall as one sheet is told point by point.
import { Deck, Page, Source, group, line, moved, source } from "./source";
import { views } from "./views";
import { make, say, words } from "./words";

const items = (from: HTMLElement[]): HTMLElement[] => from.map((one) => moved(one, make("li")));

// The whole picture goes by in a few views, as large as the wall is wide; its words follow, as large as all others.
export function diagramSources(page: Page, deck: Deck): Source[] {
  const note = page.text(".hb-note p") || words.notes.diagram || "";
  const answers = moved(page.one(".hb-answers"), line(""));
  answers.querySelectorAll("b").forEach((word) => (word.className = "hb-tag"));
  const lead = moved(page.one(".hb-masthead__summary"), make("p.hb-lead"));
  const picture = page.one("svg.hb-picture") as Element | null;
  const of = (id: string, title: string, groups: Source["groups"]): Source =>
    ({ ...source(id, "diagram", id === "points" ? "recap" : "picture", title, groups), note });
  return [
    source("title", "title", "opening", deck.title, [group("div", [lead, answers])]),
    of("picture", words.parts.picture || "", picture ? [group("div", views(picture as SVGSVGElement, deck.title))] : []),
    of("outline", deck.title, [group("ul", items(page.all(".hb-outline > ul > li")))]),
    of("points", page.title("points"), [group("ul", items(page.under("points", "li")))]),
  ];
}

export function formSources(page: Page, deck: Deck): Source[] {
  const lead = moved(page.one(".hb-masthead__summary"), make("p.hb-lead"));
  const own = page.all(".hb-form > .hb-form__section").map((section, place) => {
    const note = section.querySelector(".hb-form__say");
    const rows = Array.from(section.querySelectorAll<HTMLElement>("tbody tr")).map(row);
    const said = note ? [group("div", [moved(note, line(""))])] : [];
    return { ...source(`section-${place + 1}`, "form", "form", textIn(section, "h3"), [...said, group("ul", rows)]), label: String(place + 1) };
  });
  const bands = page.under("bands", "tr").map((band) => make("li", {}, make("b", {}, textIn(band, "th")), ` ${Array.from(band.querySelectorAll("td")).map((cell) => (cell.textContent || "").trim()).join(" ")}`));
  return [
    source("title", "title", "opening", deck.title, [group("div", [lead])]),
    ...own,
    source("bands", "form", "recap", page.title("bands"), [group("ul", bands)]),
    source("readings", "form", "recap", page.title("readings"), [group("ul", items(page.under("readings", "li")))]),
  ];
}

const textIn = (from: Element, selector: string): string => (from.querySelector(selector)?.textContent || "").trim();

// What is asked, by what it is shown, and how much it counts.
function row(from: HTMLElement): HTMLElement {
  const head = from.querySelector("th") as HTMLElement;
  const name = Array.from(head.childNodes).filter((one) => one.nodeName !== "SMALL").map((one) => one.textContent || "").join("").trim();
  const range = textIn(from, ".hb-form__range");
  const smalls = Array.from(head.querySelectorAll("small")).filter((one) => !one.querySelector("a")).map((one) => one.textContent || "");
  return make("li", {}, name, range ? make("b", {}, ` ${range}`) : null, smalls.length ? make("span.hb-said-by", {}, ` ${smalls.join(say("between"))}`) : null);
}
