// Folding: a part of the page under its reason, entries of a list under one line after the list.
import { make } from "../../projection/make";
import { fill, type Words } from "./telling";

/** Parts or entries that go under one reason. */
export interface Unfit {
  elements: HTMLElement[];
  why: string; // the whole sentence
}

type Set = (open: boolean) => void;

// A fold is no <details>: the shell opens those for the paper, where what is not for the branch stays away.
function foldOf(why: string, ...inside: Node[]): { fold: HTMLElement; set: Set; isOpen: () => boolean } {
  const body = make("div.hb-unfit__body", {}, ...inside);
  const button = make("button.hb-unfit__why", { type: "button", onclick: () => set(!isOpen()) }, why);
  const isOpen = (): boolean => button.getAttribute("aria-expanded") === "true";
  const set = (open: boolean): void => {
    body.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  return { fold: make("div.hb-unfit", { "data-hb": "unfit" }, button, body), set, isOpen };
}

/** Folds parts of the page that stand one after another: steps, questions, or a deadline. */
export function foldPart({ elements, why }: Unfit, words: Words): Set {
  const first = elements[0] as HTMLElement;
  const item = first.tagName === "LI";
  const place = document.createComment("");
  if (!item) (first.parentNode as Node).insertBefore(place, first);
  const { fold, set, isOpen } = foldOf(why, ...(item ? Array.from(first.childNodes) : elements));
  if (item) first.append(fold);
  else place.replaceWith(fold);
  const steps = elements.filter((element) => element.dataset.hb === "step");
  const echoes = steps.map((step) => dim(step.dataset.node ?? "", words));
  const reach = (): void => {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && fold.contains(target) && !isOpen()) {
      set(true);
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", reach);
  return (open) => {
    set(open);
    echoes.forEach((echo) => echo(open));
    if (!open) reach();
  };
}

// What a folded step is in the picture and in the tables.
function dim(node: string, words: Words): Set {
  const rows = Array.from(document.querySelectorAll(`tr[data-step="${node}"]`));
  rows.forEach((row) => (row.querySelector("a") ?? row).append(make("span.hb-unfit__mark", {}, words.mark)));
  const boxes = Array.from(document.querySelectorAll(`[data-hb="flow-node"][data-node="${node}"]`));
  boxes.forEach((box) => {
    const text = Array.from(box.querySelectorAll("text"), (line) => line.textContent).join(" ");
    box.setAttribute("aria-label", `${text} ${words.mark}`);
  });
  const edges = `[data-hb="flow-edge"][data-from="${node}"], [data-hb="flow-edge"][data-to="${node}"]`;
  const parts = [...rows, ...boxes, ...Array.from(document.querySelectorAll(edges))];
  return (open) => parts.forEach((part) => part.classList.toggle("hb-dim", !open));
}

/** Takes entries out of their lists; after each list stands what was taken out, and why. */
export function foldItems(items: Unfit[], words: Words): Set[] {
  const lists = new Map<Element, Unfit[]>();
  items.forEach((each) => {
    const list = itemOf(each.elements[0] as HTMLElement).parentElement as Element;
    lists.set(list, [...(lists.get(list) ?? []), each]);
  });
  return Array.from(lists, ([list, own]) => foldList(list, own, words));
}

const itemOf = (element: HTMLElement): HTMLElement => element.closest<HTMLElement>("li") ?? element;

function foldList(list: Element, own: Unfit[], words: Words): Set {
  const addresses = own.map(({ elements }) => elements[0]?.getAttribute("href") ?? "");
  const rows = own.map(({ why }, place) => make("li", {}, make("a", { href: addresses[place] ?? "" }, why)));
  const { fold, set } = foldOf(fill(words.items, { count: String(own.length) }), make("ul", {}, ...rows));
  list.after(fold);
  return (open) => {
    own.forEach(({ elements }) => elements.forEach((element) => (itemOf(element).hidden = !open)));
    fold.hidden = open;
    set(false);
  };
}
