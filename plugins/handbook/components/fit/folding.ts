// Folding: a part of the page under its reason, entries of a list under one line after the list.
import { make } from "../../projection/make";
import { fill, type Words } from "./telling";

/** Parts or entries that go under one reason. */
export interface Unfit {
  elements: HTMLElement[];
  why: string; // the whole sentence
}

type Set = (open: boolean) => void;

/** Folds parts of the page that stand one after another: steps, questions, or a deadline. */
export function foldPart({ elements, why }: Unfit, words: Words): Set {
  const fold = make<HTMLDetailsElement>("details.hb-unfit", { "data-hb": "unfit" }, make("summary", {}, why));
  const first = elements[0] as HTMLElement;
  if (first.tagName === "LI") {
    fold.append(...Array.from(first.childNodes));
    first.append(fold);
  } else {
    (first.parentNode as Node).insertBefore(fold, first);
    fold.append(...elements);
  }
  const steps = elements.filter((element) => element.dataset.hb === "step");
  const echoes = steps.map((step) => dim(step.dataset.node ?? "", words));
  const reach = (): void => {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && fold.contains(target) && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", reach);
  return (open) => {
    fold.open = open;
    echoes.forEach((set) => set(open));
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
  const summary = make("summary", {}, fill(words.items, { count: String(own.length) }));
  const fold = make("details.hb-unfit", { "data-hb": "unfit" }, summary, make("ul", {}, ...rows));
  list.after(fold);
  return (open) => {
    own.forEach(({ elements }) => elements.forEach((element) => (itemOf(element).hidden = !open)));
    fold.hidden = open;
  };
}
