// The deck of the newest edition's changes: first what people must do otherwise, entry by entry, then the rest in a line each.
import { Deck, Page, Source, deckLink, group, line, source } from "./source";
import { make, say } from "./words";

const textIn = (from: Element, selector: string): string => (from.querySelector(selector)?.textContent || "").trim();

/** The changes of a weight, by the title of their entry, in the order of the page. */
function byEntry(edition: Element, weight: string): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  edition.querySelectorAll(`.hb-change--${weight}`).forEach((one) => {
    const title = textIn(one, ".hb-change__where a, .hb-change__where b");
    found.set(title, [...(found.get(title) || []), one]);
  });
  return found;
}

// One change: where it is, then what stood there and what stands there now.
function told(change: Element): HTMLElement {
  const where = textIn(change, ".hb-change__where span");
  const said = Array.from(change.querySelectorAll(".hb-change__was, .hb-change__is")).map((one) => {
    const [tag, value] = Array.from(one.children);
    return make(`p.${one.className.split("__")[1] === "was" ? "hb-was" : "hb-is"}`, {}, make("b.hb-tag", {}, tag?.textContent || ""), value?.textContent || "");
  });
  const came = textIn(change, ".hb-change__new, .hb-change__gone");
  return make("li", {}, where === came ? "" : where, came && where !== came ? " " : "", came ? make("b.hb-tag", {}, came) : null, ...said);
}

function slides(found: Map<string, Element[]>): Source[] {
  return Array.from(found.entries()).map(([title, changes], place) => ({
    ...source(`change-${place + 1}`, "change", "changes", title, [group("ul", changes.map(told))]), label: String(place + 1),
  }));
}

// An entry's page is worth printing again, and its own deck is where it is taught.
function decks(edition: Element): HTMLElement[] {
  const links = Array.from(edition.querySelectorAll<HTMLElement>(".hb-change--headline[data-entry^='procedure/'] .hb-change__where a"));
  const named = new Map(links.map((one) => [((one.closest("[data-entry]") as HTMLElement).dataset.entry || "").split("/")[1] || "", one.textContent || ""]));
  return Array.from(named.entries()).map(([slug, title]) => deckLink(slug, say("open"), title));
}

export function changesSources(page: Page, deck: Deck): Source[] {
  const edition = page.one(".hb-edition");
  if (!edition) return [];
  const head = (edition.querySelector("h2")?.textContent || deck.title).trim();
  const counts = Array.from(edition.querySelectorAll("h3, summary")).map((one) => line("", one.textContent || ""));
  const main = byEntry(edition, "headline");
  const rest = Array.from(byEntry(edition, "detail").entries());
  const changed = [...Array.from(main.keys()), ...rest.map(([title]) => title)].filter((title, n, all) => all.indexOf(title) === n);
  return [
    { ...source("title", "title", "opening", deck.title, [group("div", [make("p.hb-lead", {}, head), ...counts])]), note: say("changes_note") },
    ...slides(main),
    source("details", "changes", "changes", say("changes_rest"), [group("ul", rest.map(([title, own]) =>
      make("li", {}, make("b", {}, title), ` ${own.map((one) => textIn(one, ".hb-change__where span")).join(say("between"))}`)))]),
    source("decks", "agenda", "changes", say("changes_decks"), [group("div", decks(edition))]),
    source("recap", "recap", "recap", say("changes_paper"), [group("ul", changed.map((title) => make("li", {}, title)))]),
  ];
}
