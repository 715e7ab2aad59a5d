// The library of cases: shows what fits the reader's choice and remembers the reader's kind of branch.

const KEPT = "handbook/unit-type";

class Library {
  private readonly words: Record<string, string>;
  private readonly choices: HTMLSelectElement[];
  private readonly cases: HTMLElement[];

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.getAttribute("data-words") ?? "{}") as Record<string, string>;
    this.choices = Array.from(root.querySelectorAll<HTMLSelectElement>('[data-hb="library-choice"]'));
    this.cases = Array.from(root.querySelectorAll<HTMLElement>('[data-hb="library-case"]'));
  }

  start(): void {
    const bar = this.root.querySelector('[data-hb="library-bar"]') as HTMLFormElement;
    bar.hidden = false;
    bar.addEventListener("submit", (event) => event.preventDefault());
    bar.addEventListener("change", () => this.changed());
    bar.addEventListener("reset", () => setTimeout(() => this.changed(), 0));
    this.restore();
    this.show();
  }

  // The address tells the choice, so that it can be shared; without one, the reader's own kind of branch is kept.
  private restore(): void {
    const asked = new URLSearchParams(window.location.search);
    for (const choice of this.choices) this.choose(choice, asked.get(choice.dataset.by ?? "") ?? "");
    if (window.location.search.length < 2) {
      const fits = this.choices.find((choice) => choice.dataset.by === "fits");
      if (fits) this.choose(fits, kept());
    }
  }

  private choose(choice: HTMLSelectElement, value: string): void {
    choice.value = value;
    if (choice.selectedIndex < 0) choice.value = "";
  }

  private changed(): void {
    const chosen = this.choices.filter((choice) => choice.value);
    const query = chosen.map((choice) => `${choice.dataset.by}=${encodeURIComponent(choice.value)}`).join("&");
    keep(this.choices.find((choice) => choice.dataset.by === "fits")?.value ?? "");
    try {
      window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
    } catch {
      // some browsers refuse this for files: the choice still works, it only cannot be shared
    }
    this.show();
  }

  private show(): void {
    let shown = 0;
    for (const one of this.cases) {
      one.hidden = !this.choices.every((choice) => fitting(one.getAttribute(`data-${choice.dataset.by}`) ?? "", choice.value));
      if (!one.hidden) shown += 1;
    }
    (this.root.querySelector('[data-hb="library-none"]') as HTMLElement).hidden = shown > 0;
    const count = this.root.querySelector('[data-hb="library-count"]') as HTMLElement;
    const sentence = this.words[shown ? "count" : "none"] ?? "";
    count.textContent = sentence.replace("{count}", String(shown)).replace("{all}", String(this.cases.length));
  }
}

const fitting = (has: string, wanted: string): boolean => wanted === "" || has.split(" ").indexOf(wanted) >= 0;

function kept(): string {
  try {
    return window.localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function keep(type: string): void {
  try {
    if (type) window.localStorage.setItem(KEPT, type);
    else window.localStorage.removeItem(KEPT);
  } catch {
    // storage blocked: the choice holds for this page only
  }
}

export function startLibrary(): void {
  document.querySelectorAll<HTMLElement>('[data-hb="library"]').forEach((root) => new Library(root).start());
}
