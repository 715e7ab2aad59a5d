// The deck of a case, and that of a chapter.
import { Flow, Node } from "./flow";
import { Deck, Page, Source, deckLink, group, line, moved, slugOf, source } from "./source";
import { make, say, words } from "./words";

const items = (from: HTMLElement[]): HTMLElement[] => from.map((one) => moved(one, make("li")));

export function caseSources(page: Page, deck: Deck): Source[] {
  const lead = moved(page.one(".hb-masthead__summary"), make("p.hb-lead"));
  const unit = moved(page.one(".hb-facts__row--unit dd"), line(page.text(".hb-facts__row--unit dt")));
  const problem = moved(page.one(".hb-answers"), line(""));
  problem.querySelectorAll("b").forEach((word) => (word.className = "hb-tag"));
  const part = (id: string, key: string, list = "ul"): Source =>
    source(id, "practice", key, page.title(id), [group(list, items(page.under(id, "li")))]);
  return [
    source("title", "title", "opening", deck.title, [group("div", [lead, unit, problem])]),
    source("figures", "practice", "opening", page.title("figures"), [group("div", page.under("figures", ".hb-figures > div").map(figure))]),
    part("background", "opening"),
    ...page.all(".hb-practice").map((one, place) => ({
      ...source(`practice-${place + 1}`, "practice", "practice", one.querySelector("h3")?.textContent || "", [group("ul", items(Array.from(one.querySelectorAll<HTMLElement>("li"))))]),
      label: String(place + 1),
    })),
    ...(deck.flow ? deck.flow.order.map((id, place) => node(deck.flow as Flow, id, place)) : []),
    part("results", "practice"),
    source("borrow", "practice", "recap", page.title("borrow"), [group("ul", items(page.under("borrow", "li")))]),
    part("watch", "recap"),
    { ...part("discussion", "case", "ol"), shape: "discussion", note: words.notes.discussion || "" },
    source("source", "practice", "recap", page.title("source"), [group("div", page.under("source", "p").map((one) => moved(one, make("p"))))]),
  ];
}

function figure(from: HTMLElement): HTMLElement {
  return make("p.hb-value", {}, make("b", {}, from.querySelector("dd")?.textContent || ""), " ", from.querySelector("dt")?.textContent || "");
}

function node(flow: Flow, id: string, place: number): Source {
  const one = flow.nodes[id] as Node;
  const inside = one.kind !== "start" && one.kind !== "end";
  const path = one.kind === "end" ? [group("ol", [make("li.hb-path__none", {}, say("path_empty"))], say("path_title"))] : [];
  const who = one.who ? [group("div", [line(say("handout_who"), one.who)])] : [];
  const label = inside ? String(place).padStart(2, "0") : "";
  return {
    ...source(`step-${id}`, one.kind === "end" ? "end" : "step", "walk", one.text, []),
    groups: [...who, ...path], node: id, label, code: label, beside: true,
  };
}

export function chapterSources(page: Page, deck: Deck): Source[] {
  const lead = moved(page.one(".hb-masthead__summary"), make("p.hb-lead"));
  const kicker = page.text(".hb-masthead__kicker > span");
  const text = (card: Element, inner: string): string => (card.querySelector(inner)?.textContent || "").trim();
  const remark = (card: Element): string => {
    const found = card.querySelector(".hb-card__remark");
    return found ? Array.from(found.childNodes).map((one) => one.textContent || "").join(" · ") : "";
  };
  const slug = (card: Element): string => slugOf(card.getAttribute("href") || "");
  const link = (card: Element): HTMLElement => deckLink(slug(card), text(card, ".hb-card__code"), text(card, ".hb-card__title"));
  const procedures = page.under("procedures", "a.hb-card");
  return [
    { ...source("title", "title", "opening", deck.title, [group("div", [lead])]), label: kicker },
    source("procedures", "agenda", "opening", page.title("procedures"), [group("div", procedures.map(link))]),
    ...procedures.map((card) => ({
      ...source(`open-${slug(card)}`, "agenda", "agenda", text(card, ".hb-card__title"), [group("div", [
        make("p.hb-lead", {}, text(card, ".hb-card__summary")), line("", remark(card)),
        deckLink(slug(card), say("open"), text(card, ".hb-card__title"))])]),
      label: text(card, ".hb-card__code"), code: text(card, ".hb-card__code"),
    })),
    source("cases", "agenda", "case", page.title("cases"), [group("div", page.under("cases", "a.hb-card").map(link))]),
  ];
}
