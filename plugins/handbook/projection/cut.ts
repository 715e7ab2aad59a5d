// Sources become slides. All are laid out once, unseen, as wide as a slide; where one is higher than the wall it is
// cut between two items, evenly; an item that is higher than the wall by itself is cut after a punctuation mark.
import { Flow, waysOf } from "./flow";
import { Group, Source, deckLink } from "./source";
import { make, say } from "./words";

interface Item { group: Group; place: number; element: HTMLElement; top: number; bottom: number; label: number; labelTop: number }

const SLACK = 0.35;

/** The slides of a deck in order; `subflows` tells which deck a node opens. */
export function cut(sources: Source[], stage: HTMLElement, flow: Flow | null, subflows: Record<string, string>): HTMLElement[] {
  const bed = make("div.slides.hb-bed");
  const laid = sources.map((one) => ({ source: one, section: sectionOf(one, withWays(one, flow, subflows)) }));
  laid.forEach(({ section }) => bed.append(section));
  (stage.querySelector(".reveal") || stage).append(bed);
  let found: HTMLElement[][] = [];
  for (let round = 0; round < 6; round += 1) {
    const measured = laid.map(({ section }) => measure(section));
    const long = measured.reduce((all, { items, room }) => all.concat(items.filter((item) => item.bottom - item.top > room)), [] as Item[]);
    if (!long.length || round === 5) {
      found = measured.map(({ items, room, first, section }, n) => pieces(laid[n]!.source, section, items, room, first));
      break;
    }
    measured.forEach(({ items, room }) => items.forEach((item) => item.bottom - item.top > room && part(item.element, room)));
  }
  bed.remove();
  return found.reduce((all, some) => all.concat(some), []);
}

function withWays(one: Source, flow: Flow | null, subflows: Record<string, string>): Group[] {
  if (!flow || !one.node) return one.groups;
  const ways = waysOf(flow, one.node).map((way) =>
    make("a.hb-choice", { href: `#step-${way.to}`, "data-hb": "present-choice", "data-to": way.to },
      make("kbd", {}, "1"), make("span", {}, way.label ? make("b", {}, way.label) : null, ` → ${(flow.nodes[way.to] || { text: "" }).text}`)));
  const deck = subflows[one.node];
  if (deck) ways.push(deckLink(deck.split(" ")[0] || "", say("open_flow"), deck.split(" ").slice(1).join(" ")));
  return ways.length ? [...one.groups, { title: "", list: "nav", items: [make("div.hb-choices", {}, ...ways)], start: 1 }] : one.groups;
}

function listOf(group: Group): HTMLElement {
  if (group.list === "tbody") return make("tbody");
  const list = make(group.list === "nav" ? "nav" : group.list);
  if (group.list === "ol" && group.start > 1) list.setAttribute("start", String(group.start));
  return list;
}

function sectionOf(one: Source, groups: Group[]): HTMLElement {
  const section = make(`section.hb-slide.hb-slide--${one.shape}`, { "data-hb": "present-slide", "data-shape": one.shape, "data-part": one.part });
  if (one.beside) section.classList.add("hb-slide--beside");
  if (one.node) section.dataset.node = one.node;
  section.append(make("h2", {}, one.label ? make("span.hb-number", {}, one.label) : null, make("span", {}, one.title), make("small", {}, " 8/8")));
  groups.forEach((group) => append(section, group, group.items));
  return section;
}

function append(section: HTMLElement, group: Group, items: HTMLElement[]): void {
  if (group.title) section.append(make("h3", {}, group.title));
  const list = listOf(group);
  list.append(...items);
  section.append(group.list === "tbody" ? make("table.hb-way", {}, list) : list);
}

interface Measured { items: Item[]; room: number; first: number; section: HTMLElement }

// Reads the places of all items of a slide; the page is laid out once for all.
function measure(section: HTMLElement): Measured {
  const style = getComputedStyle(section);
  const heading = (section.firstElementChild as HTMLElement).getBoundingClientRect();
  const height = (section.parentElement as HTMLElement).clientHeight - parseFloat(style.paddingBottom) - parseFloat(style.fontSize) * SLACK;
  const origin = section.getBoundingClientRect().top;
  const items: Item[] = [];
  const lists = Array.from(section.children).slice(1);
  let label: Element | null = null;
  lists.forEach((child) => {
    if (child.tagName === "H3") { label = child; return; }
    const list = child.tagName === "TABLE" ? (child.firstElementChild as HTMLElement) : child;
    const title = label ? (label as Element).textContent || "" : "";
    const tops = label ? (label as Element).getBoundingClientRect() : null;
    const made: Group = { title, list: list.tagName.toLowerCase(), items: [], start: Number(list.getAttribute("start")) || 1 };
    Array.from(list.children).forEach((element, place) => {
      const at = element.getBoundingClientRect();
      items.push({ group: made, place, element: element as HTMLElement, top: at.top, bottom: at.bottom, label: tops ? at.top - tops.top : 0, labelTop: tops ? tops.top : at.top });
    });
    label = null;
  });
  // Of a group only the first item tells how much its heading takes.
  items.forEach((item, n) => { if (n && items[n - 1]!.group === item.group) item.label = items[n - 1]!.label; });
  return { items, room: height - (heading.bottom - origin), first: heading.bottom, section };
}

// Cuts the items into slides with at most `room` of height each.
function fill(items: Item[], room: number, first: number): Item[][] {
  const found: Item[][] = [];
  let from = first;
  items.forEach((item) => {
    const last = found[found.length - 1];
    if (!last || item.bottom - from > room) {
      found.push([item]);
      if (last) from = (item.place === 0 ? item.labelTop : item.top - item.label);
    } else last.push(item);
  });
  return found;
}

function pieces(one: Source, section: HTMLElement, items: Item[], room: number, first: number): HTMLElement[] {
  let best = fill(items, room, first);
  for (let limit = room * 0.95; best.length > 1 && limit > room / 2; limit *= 0.95) {
    const tried = fill(items, limit, first);
    if (tried.length > best.length) break;
    best = tried;
  }
  return best.map((some, n) => piece(one, section, some, n + 1, best.length));
}

function piece(one: Source, section: HTMLElement, items: Item[], number: number, count: number): HTMLElement {
  const made = section.cloneNode(false) as HTMLElement;
  made.id = number > 1 ? `${one.id}--${number}` : one.id;
  made.dataset.piece = String(number);
  made.dataset.pieces = String(count);
  if (one.code) made.dataset.code = one.code;
  const heading = (section.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
  (heading.querySelector("small") as HTMLElement).textContent = count > 1 ? ` ${number}/${count}` : "";
  made.append(heading);
  const groups = items.map((item) => item.group).filter((group, n, all) => all.indexOf(group) === n);
  groups.forEach((group) => {
    const own = items.filter((item) => item.group === group);
    append(made, { ...group, start: group.start + own[0]!.place }, own.map((item) => item.element));
  });
  made.querySelectorAll<HTMLElement>(".hb-choice kbd").forEach((key, n) => (key.textContent = n < 9 ? String(n + 1) : ""));
  return made;
}

// Parts an item that no slide can carry: what is too much becomes the next item.
function part(element: HTMLElement, room: number): void {
  if (element.querySelector("svg.hb-picture")) return;
  const text = element.textContent || "";
  const share = Math.max(1, Math.floor((text.length * room * 0.85) / element.getBoundingClientRect().height));
  const mark = Math.max(...["。", "；", "，", "、", " "].map((one) => text.lastIndexOf(one, share)));
  let left = mark > share / 3 ? mark + 1 : share;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    const length = (at.textContent || "").length;
    if (left < length) {
      const range = document.createRange();
      range.setStart(at, left);
      range.setEnd(element, element.childNodes.length);
      const rest = element.cloneNode(false) as HTMLElement;
      rest.append(range.extractContents());
      element.after(rest);
      return;
    }
    left -= length;
  }
}
