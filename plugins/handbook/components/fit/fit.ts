// Trims a page to the reader's branch: what is not for it is folded with the reason, and one click shows all of it again.
import type { Condition } from "../../desk/fit";
import { profileShelf } from "../../desk/profile";
import { make } from "../../projection/make";
import { find, on } from "../flow/hooks";
import { foldItems, foldPart, type Unfit } from "./folding";
import { Known } from "./known";
import { fill, type Words } from "./telling";

const SEEN = "hb-fit-all"; // for the visit

interface Found {
  elements: HTMLElement[];
  condition: Condition;
}

// Steps and questions that follow each other and have the same reason.
function together(found: Found[]): Found[] {
  return found.reduce<Found[]>((groups, each) => {
    const last = groups[groups.length - 1];
    const before = each.elements[0]?.previousElementSibling;
    const grouped = each.elements[0]?.matches("section, article") && last?.condition.why === each.condition.why;
    if (grouped && last && last.elements.some((element) => element === before)) last.elements.push(...each.elements);
    else groups.push(each);
    return groups;
  }, []);
}

class Trim {
  private readonly undo: ((open: boolean) => void)[] = [];
  private readonly button: HTMLElement;
  private readonly words: Words;

  constructor(private readonly bar: HTMLElement, private readonly known: Known) {
    this.words = known.words;
    this.button = find(bar, "fit-all") as HTMLElement;
  }

  start(): void {
    const left = this.fold();
    const whole = this.tellPage();
    const all = left.reduce((sum, { elements }) => sum + elements.length, 0);
    const count = all ? fill(this.words.count, { count: String(all) }) : whole ? "" : this.words.none;
    this.part("fit-line").textContent = `${this.known.line()}${count}`;
    left.forEach((each) => this.part("fit-left").append(make("li", {}, each.why)));
    this.bar.hidden = false;
    this.button.hidden = !left.length;
    on(this.button, "click", () => this.showAll(this.button.getAttribute("aria-pressed") !== "true"));
    if (left.length && seen() === "1") this.showAll(true);
  }

  private part(hook: string): HTMLElement {
    return find(this.bar, hook) as HTMLElement;
  }

  // All that is not for this branch, in the order of the page; what stands together for one reason is told together.
  private fold(): Unfit[] {
    const found = together(this.unfit());
    const told = found.map(({ elements, condition }) => {
      const what = elements.map((element) => element.dataset.what ?? "").join(this.words.and);
      return { elements, why: this.known.sentence(condition, what) };
    });
    const parts = told.filter(({ elements }) => elements[0]?.tagName !== "A");
    parts.forEach((each) => this.undo.push(foldPart(each, this.words)));
    this.undo.push(...foldItems(told.filter((each) => parts.indexOf(each) < 0), this.words));
    this.undo.forEach((set) => set(false));
    return told;
  }

  private unfit(): Found[] {
    const found: Found[] = [];
    document.querySelectorAll<HTMLElement>("[data-only]").forEach((element) => {
      const condition = this.bar.contains(element) ? undefined : this.known.unmet(element.dataset.only);
      if (!condition) return;
      if (element.dataset.hb === "fit-echo") this.undo.push((open) => (element.hidden = !open));
      else found.push({ elements: [element], condition });
    });
    return found;
  }

  // Whether the page as a whole is not for this branch.
  private tellPage(): boolean {
    const condition = this.known.unmet(this.bar.dataset.only);
    if (!condition) return false;
    this.bar.classList.add("hb-fit--not");
    this.part("fit-not").hidden = false;
    this.part("fit-not").textContent = this.known.sentence(condition, this.bar.dataset.what ?? "", "not_page");
    const links = Array.from(this.part("fit-instead").querySelectorAll("a"));
    const good = links.filter((link) => !this.known.unmet(link.dataset.only));
    links.forEach((link) => (link.hidden = good.indexOf(link) < 0));
    this.part("fit-instead").hidden = !good.length;
    return true;
  }

  private showAll(open: boolean): void {
    this.undo.forEach((set) => set(open));
    this.button.setAttribute("aria-pressed", String(open));
    this.button.textContent = open ? this.words.fewer : this.words.all;
    try {
      window.sessionStorage.setItem(SEEN, open ? "1" : "");
    } catch {
      // storage blocked: it holds for this page only
    }
  }
}

function seen(): string | null {
  try {
    return window.sessionStorage.getItem(SEEN);
  } catch {
    return null;
  }
}

export function startFit(): void {
  const bar = find(document, "fit");
  if (!bar) return;
  const shelf = profileShelf();
  const known = Known.read(shelf);
  // A page that the browser kept while the profile was changed elsewhere is loaded anew.
  on(window, "pageshow", (event: PageTransitionEvent) => {
    if (event.persisted && shelf.changed("profile")) window.location.reload();
  });
  if (known) new Trim(bar, known).start();
}
