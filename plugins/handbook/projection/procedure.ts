// The deck of a procedure.
import type { Condition } from "../desk/fit";
import { Known } from "../components/fit/known";
import { Flow, Node } from "./flow";
import { Deck, Group, Page, Source, deckLink, group, line, moved, slugOf, source } from "./source";
import { make, say, words } from "./words";

export function procedureSources(page: Page, deck: Deck): Source[] {
  const parts = words.parts;
  const list = (selector: string): HTMLElement[] => page.all(selector).map((one) => moved(one, make("li")));
  const traps = page.all(".hb-pitfall").map(trap);
  const recap = [group("ol", page.all(".hb-hint > div > p:first-child").map((one) => moved(one, make("li"))), page.title("hints")),
    group("ul", page.under("records", "li").map((one) => moved(one, make("li"))), page.title("records"))];
  const cases = page.all(".hb-shelf--cases a").map((one) =>
    deckLink(slugOf(one.getAttribute("href") || ""), say("open_case"), one.textContent || ""));
  return [
    title(page, deck),
    { ...source("journey", "journey", "opening", page.title("journey"), [group("tbody", page.all(".hb-journey tbody tr").map(row))]), beside: true },
    ...(deck.flow ? deck.flow.order.map((id) => step(page, deck.flow as Flow, id)) : []),
    source("pitfalls", "pitfalls", "pitfalls", parts.pitfalls || "", [group("div", traps)]),
    ...page.all(".hb-question").map(question),
    source("cases", "case", "case", parts.cases || "", [group("div", cases)]),
    source("discussion", "discussion", "case", page.title("discussion"), [group("ol", list(".hb-discussion > li"))]),
    source("recap", "recap", "recap", parts.recap || "", recap),
  ];
}

function title(page: Page, deck: Deck): Source {
  const fact = (key: string): HTMLElement =>
    moved(page.one(`.hb-facts__row--${key} dd`), line(page.text(`.hb-facts__row--${key} dt`)));
  const lead = moved(page.one(".hb-masthead__summary"), make("p.hb-lead"));
  const address = (document.body.dataset.page || "").replace(/^(\.\.\/)+/, "");
  const made = source("title", "title", "opening", deck.title, [group("div", [...unfit((known) => known.unmetPage(address), ""), lead, fact("applies"), fact("lead"), fact("begins")])]);
  return { ...made, label: deck.code, code: deck.code };
}

function row(from: HTMLElement): HTMLElement {
  const text = (selector: string): string => (from.querySelector(selector)?.textContent || "").trim();
  const id = (from.querySelector("a")?.getAttribute("href") || "").replace("#", "#/");
  return make("tr", {}, make("th", {}, make("a", { href: id }, make("span.hb-number", {}, text(".hb-journey__no")), text(".hb-journey__text"))),
    make("td", {}, text(".hb-journey__who")));
}

function trap(from: HTMLElement): HTMLElement {
  const half = (kind: string, inner: string): HTMLElement => {
    const made = moved(from.querySelector(inner), make(`p.hb-trap__${kind}`));
    made.querySelectorAll("svg").forEach((icon) => icon.remove());
    return made;
  };
  const right = half("right", ".hb-pitfall__right p");
  right.classList.add("fragment");
  return make("div.hb-trap", {}, half("wrong", ".hb-pitfall__wrong"), right);
}

function question(from: HTMLElement): Source {
  const faces = from.querySelectorAll(".hb-say__face");
  const said = (selector: string): HTMLElement => {
    const made = moved(from.querySelector(selector), make("p"));
    made.querySelectorAll(".hb-sr").forEach((hidden) => hidden.remove());
    return made;
  };
  const bubble = (who: string, face: Element | undefined, text: HTMLElement): HTMLElement =>
    make(`div.hb-said.hb-said--${who}`, {}, face ? moved(face, make("span.hb-said__face")) : null, text);
  const answer = bubble("answers", faces[1], said(".hb-question__answer"));
  answer.classList.add("fragment");
  const more = from.querySelector(".hb-question__answer + p:not(.hb-foot)");
  const items = [bubble("asks", faces[0], said(".hb-question__ask")), answer];
  const rule = from.querySelector(".hb-foot");
  const last = make("div.fragment", {}, more ? moved(more, make("p.hb-more")) : null, rule ? moved(rule, make("p.hb-more.hb-rule")) : null);
  if (more || rule) items.push(last);
  const number = from.id.replace("q-", "");
  return source(from.id, "question", "questions", say("question", { number }), [group("div", items)]);
}

function step(page: Page, flow: Flow, id: string): Source {
  const node = flow.nodes[id] as Node;
  const card = page.one(`#step-${id}`);
  const made = source(`step-${id}`, node.kind === "end" ? "end" : "step", "walk", node.text, card ? rows(card) : around(page, node));
  made.node = id;
  made.beside = true;
  if (!card) return made;
  const text = (selector: string): string => (card.querySelector(selector)?.textContent || "").trim();
  const missed = Array.from(card.querySelectorAll(".hb-deadlines__missed")).map((one) => one.textContent || "");
  made.label = text(".hb-step__no");
  made.code = text(".hb-step__code");
  made.note = [text(".hb-note p"), ...missed].join("\n");
  const told = unfit((known) => known.unmet(card.dataset.only), card.dataset.what || "");
  if (told.length) made.groups = [group("div", told), ...made.groups];
  return made;
}

// Nothing is taken from the wall: what is not for the branch that this computer knows says so.
function unfit(ask: (known: Known) => Condition | undefined, what: string): HTMLElement[] {
  const known = Known.read();
  const condition = known ? ask(known) : undefined;
  return known && condition ? [make("p.hb-slide__unfit", { "data-hb": "present-unfit" }, known.sentence(condition, what, what ? "not_for" : "not_page"))] : [];
}

// The start says when to begin and what to have ready; the end shows the way that was walked.
function around(page: Page, node: Node): Group[] {
  if (node.kind === "end") return [group("ol", [make("li.hb-path__none", {}, say("path_empty"))], say("path_title"))];
  const when = moved(page.one(".hb-facts__row--begins dd"), line(page.text(".hb-facts__row--begins dt")));
  return [group("div", [when]), group("ul", page.under("prepare", "li").map((one) => moved(one, make("li"))), page.title("prepare"))];
}

// The rows of a step card, in the order of the page.
function rows(card: HTMLElement): Group[] {
  const found: Group[] = [];
  card.querySelectorAll<HTMLElement>(".hb-row:not(.hb-row--next)").forEach((one) => {
    const title = (one.querySelector("dt")?.textContent || "").trim();
    const listed = Array.from(one.querySelectorAll<HTMLElement>("dd > ol > li, dd > ul:not(.hb-deadlines) > li"));
    if (listed.length) found.push(group(one.querySelector("dd > ol") ? "ol" : "ul", listed.map((item) => moved(item, make("li"))), title));
    else found.push(group("div", plain(one, title)));
  });
  return found;
}

function plain(row: HTMLElement, title: string): HTMLElement[] {
  const content = row.querySelector("dd") as HTMLElement;
  const deadlines = Array.from(content.querySelectorAll(".hb-deadlines > li")).map((one) => {
    const made = moved(one, make("p.hb-line.hb-line--deadline"));
    made.querySelectorAll(".hb-deadlines__missed").forEach((missed) => missed.remove());
    return made;
  });
  const first = moved(content, line(title));
  first.querySelectorAll(".hb-deadlines, svg").forEach((inner) => inner.remove());
  return [first, ...deadlines];
}
