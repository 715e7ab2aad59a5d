// A scoring form in the page: adds itself up at each change, keeps itself, and gives and takes files.
import type { Form } from "../../scoring/form";
import { type Refusal, type Score, score } from "../../scoring/score";
import { close, collect, empty, exclude, restore, withCode } from "./answers";
import { give, giveRows, take } from "./files";
import { accept } from "./mapping";
import { printable } from "./printing";
import { toRows } from "./rows";
import { type Change, type Listed, SHEETS, Shelf } from "./sheets";
import { type Sentences, Telling } from "./telling";

class Sheet {
  private readonly model: Form;
  private readonly telling: Telling;
  private readonly shelf: Shelf;
  private kept = ""; // under which name the sheet on the page was saved last
  private score: Score | null = null;

  constructor(private readonly root: HTMLElement) {
    this.model = JSON.parse(root.getAttribute("data-model") ?? "") as Form;
    this.telling = new Telling(root, this.model, JSON.parse(root.getAttribute("data-words") ?? "") as Sentences);
    this.shelf = new Shelf(`${SHEETS}${this.model.id}/`);
  }

  start(): void {
    this.root.addEventListener("input", (event) => {
      if ((event.target as HTMLInputElement).type === "file") return;
      exclude(event.target as HTMLElement);
      this.changed();
    });
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.buttons();
    const file = this.telling.part<HTMLInputElement>("form-import");
    file.addEventListener("change", () => this.take(file));
    this.shelf.watch(() => this.look());
    printable(this.root, () => this.score?.code ?? "");
    this.list();
    this.show();
  }

  private buttons(): void {
    const on = (hook: string, act: () => void) => this.telling.part(hook).addEventListener("click", act);
    on("form-export", () => this.give("json"));
    on("form-export-csv", () => this.give("csv"));
    on("form-export-xlsx", () => this.give("xlsx"));
    on("form-print", () => window.print());
    on("form-clear", () => this.clear());
    const large = this.telling.part("form-large");
    on("form-large", () => large.setAttribute("aria-pressed", String(this.root.classList.toggle("hb-form--large"))));
  }

  private text(): string {
    return collect(this.root, this.model.id, this.model.edition);
  }

  private value(field: string): string {
    return (this.root.querySelector(`[data-field="${field}"]`) as HTMLInputElement).value.trim();
  }

  private title(): string {
    return [this.model.id, this.value("unit"), this.value("period")].filter(Boolean).join(" ");
  }

  private changed(): void {
    const name = Shelf.nameOf(this.value("unit"), this.value("period"));
    const saved = this.shelf.save(name, this.text());
    if (typeof saved === "string") this.warn(saved, name);
    else {
      if (this.kept && this.kept !== name) this.shelf.renamed(this.kept);
      this.kept = name;
      this.telling.saved("saved", saved);
    }
    this.list();
    this.show();
  }

  // Another window has changed the sheet, or the browser has lost it: told at once, with what can be done about it.
  private look(): void {
    const change = this.kept ? this.shelf.changed(this.kept) : null;
    if (change) this.warn(change, this.kept);
    this.list();
  }

  private warn(what: Change | "unsaved", name: string): void {
    const acts: Array<[string, () => void]> = [["rescue", () => this.give("json")]];
    if (what === "conflict") {
      acts.unshift(["theirs", () => this.open(name)]);
      acts.push(["mine", () => this.mine(name)]);
    }
    if (what === "cleared") acts.push(["again", () => this.again(name)]);
    this.telling.saved(what, {}, acts);
  }

  private mine(name: string): void {
    this.shelf.open(name); // from now on its change is known
    this.changed();
  }

  private again(name: string): void {
    this.shelf.remove(name);
    this.changed();
  }

  private show(): void {
    close(this.root);
    const result = score(this.model, [this.text()]);
    this.score = "score" in result ? result.score : null;
    if ("refusals" in result) this.telling.refuse(result.refusals);
    else this.telling.tell(result.score);
  }

  private list(): void {
    this.telling.list(this.shelf.list(), this.kept, {
      open: ({ name }) => this.open(name),
      copy: (one) => this.copy(one),
      delete: ({ name, unit, period }) => {
        if (!window.confirm(this.telling.say("page", "delete-sure", { name: `${unit} ${period}` }))) return;
        this.shelf.remove(name);
        if (this.kept === name) this.kept = "";
        this.list();
      },
    });
  }

  private open(name: string): void {
    const text = this.shelf.open(name);
    if (text === null) return;
    this.kept = name;
    this.accept(this.value("unit"), text, false);
  }

  // A sheet to go on from: the same answers, for another period.
  private copy({ name }: Listed): void {
    const text = this.shelf.open(name);
    if (text === null) return;
    restore(this.root, text);
    (this.root.querySelector('[data-field="period"]') as HTMLInputElement).value = "";
    this.kept = "";
    this.changed();
    (this.root.querySelector('[data-field="period"]') as HTMLInputElement).focus();
  }

  private give(ending: "json" | "csv" | "xlsx"): void {
    const text = this.score?.code ? withCode(this.text(), this.score.code) : this.text();
    if (ending === "json") return give(this.title(), text);
    if (!this.score) return this.telling.message("unfit");
    const rows = [this.telling.columns(), ...toRows(this.model, text, this.score, this.telling.words.page)];
    giveRows(this.root.getAttribute("data-root") ?? "", this.title(), ending, rows, () => this.telling.message("unloaded"));
  }

  private take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    if (!file) return;
    const refuse = (code: string) => this.telling.problems([`${file.name} ${this.telling.say("refusals", code)}`]);
    const done = () => (input.value = "");
    const taken = (text: string) => (done(), this.accept(file.name, text, true));
    take(this.root.getAttribute("data-root") ?? "", file, taken, (code) => (done(), refuse(code)));
  }

  // Fills in what the scorer accepts; what it refuses leaves the page as it was.
  private accept(source: string, text: string, keep: boolean): void {
    const taken = accept(this.model, text);
    if ("refusals" in taken) {
      const line = (one: Refusal) => `${source} ${one.path} ${this.telling.say("refusals", one.code, one.parts)}`;
      if (keep) return this.telling.problems(taken.refusals.map(line));
      restore(this.root, text); // one of our own, kept while it was not in order yet
      return this.show();
    }
    restore(this.root, taken.text);
    if (keep) this.kept = "";
    if (keep) this.changed();
    else this.show();
    if (!keep) this.telling.saved("opened", {});
    const parts = { from: taken.from ?? "", edition: this.model.edition };
    if (taken.from !== null) this.telling.problems([this.telling.say("page", "mapped", parts), ...taken.dropped]);
  }

  private clear(): void {
    if (!window.confirm(this.telling.say("page", "clear"))) return;
    empty(this.root);
    this.kept = "";
    this.telling.saved("cleared-page", {});
    this.show();
  }
}

export function showButtons(root: Element): void {
  root.querySelectorAll<HTMLElement>(".hb-form__buttons").forEach((row) => {
    row.hidden = false;
  });
}

export function startForms(): void {
  const forms = document.querySelectorAll<HTMLElement>('form[data-hb="form"]');
  forms.forEach((root) => {
    new Sheet(root).start();
    showButtons(root); // without a script there is nothing behind them
  });
}
