// Ranks the files dropped on the page: the table, what was refused and why, and the files to take away.
import { showButtons } from "../form/form";
import { give, giveRows, take } from "../form/files";
import type { Form } from "../../scoring/form";
import { type File as Sheet, type Ranked, type Row, rank } from "../../scoring/rank";

type Sentences = Record<"refusals" | "columns" | "ranking", Record<string, string>>;
const COLUMNS = ["rank", "unit", "post", "total", "band", "coefficient", "pay", "reward", "flag", "actions", "pending", "file"] as const;

class Ranking {
  private readonly words: Sentences;
  private readonly sheets = new Map<string, string>();
  private readonly refusals = new Map<string, string>(); // why a file could not even be read
  private ranked: Ranked | null = null;

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.getAttribute("data-words") ?? "") as Sentences;
  }

  private part<T extends HTMLElement>(hook: string): T {
    return this.root.querySelector(`[data-hb="ranking-${hook}"]`) as T;
  }

  private form(): Form {
    const option = this.part<HTMLSelectElement>("form").selectedOptions[0];
    return JSON.parse(option?.getAttribute("data-model") ?? "") as Form;
  }

  start(): void {
    const files = this.part<HTMLInputElement>("files");
    files.addEventListener("change", () => this.take(files.files));
    this.part("form").addEventListener("change", () => this.show());
    const drop = this.part("drop");
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      this.take(event.dataTransfer?.files ?? null);
    });
    for (const ending of ["csv", "xlsx"]) this.part(ending).addEventListener("click", () => this.give(ending));
    this.part("json").addEventListener("click", () => give(this.name(), JSON.stringify(this.ranked, null, 2)));
    this.part("clear").addEventListener("click", () => {
      this.sheets.clear();
      this.refusals.clear();
      this.show();
    });
  }

  private take(files: FileList | null): void {
    const given = Array.prototype.slice.call(files ?? []) as File[];
    let left = given.length;
    const done = () => {
      left -= 1;
      if (left === 0) this.show();
    };
    for (const file of given) {
      const taken = (text: string) => (this.sheets.set(file.name, text), done());
      // an empty text is refused with a sentence, like any other that is no sheet
      take(this.root.getAttribute("data-root") ?? "", file, taken, (code) => (this.refusals.set(file.name, code), taken(" ")));
    }
  }

  private show(): void {
    const sheets: Sheet[] = Array.from(this.sheets, ([name, text]) => ({ name, text }));
    this.ranked = sheets.length ? rank(this.form(), sheets) : null;
    this.refused();
    const missing = this.ranked?.missing ?? [];
    this.part("missing").textContent = missing.length ? this.words.ranking.missing + missing.join("、") : "";
    this.table();
  }

  private refused(): void {
    const list = this.part("problems");
    list.textContent = "";
    for (const { file, problems } of this.ranked?.refused ?? []) {
      for (const { code: found, path, parts } of problems) {
        const code = this.refusals.get(file) ?? found;
        const said = (this.words.refusals[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
        list.appendChild(document.createElement("li")).textContent = `${file} ${path} ${said}`;
      }
    }
  }

  private cell(form: Form, row: Row, column: (typeof COLUMNS)[number]): string {
    const value = row[column];
    if (column === "band") return row.band === null ? "" : form.bands[row.band]?.title ?? "";
    if (column === "flag") return row.flag ? form.ranking?.honour ?? "" : "";
    if (Array.isArray(value)) return value.map((name) => form.actions[name]?.title ?? name).join("、");
    return value === null ? "" : String(value);
  }

  private rows(): string[][] {
    const form = this.form();
    const rows = (this.ranked?.rows ?? []).map((row) => COLUMNS.map((column) => this.cell(form, row, column)));
    return [COLUMNS.map((column) => this.words.columns[column] ?? column), ...rows];
  }

  private table(): void {
    const table = this.part("table");
    table.textContent = "";
    if (!this.ranked) return;
    const best = Number(this.ranked.rows[0]?.total ?? 1) || 1;
    this.rows().forEach((cells, number) => {
      const line = table.appendChild(document.createElement("tr"));
      cells.forEach((text, index) => {
        const cell = line.appendChild(document.createElement(number ? "td" : "th"));
        cell.textContent = text;
        if (!number || COLUMNS[index] !== "total") return;
        const bar = cell.appendChild(document.createElement("span"));
        bar.className = "hb-ranking__bar";
        bar.style.width = `${Math.max(0, Math.min(100, (Number(text) / best) * 100))}%`;
      });
    });
  }

  private name(): string {
    return [this.ranked?.form ?? "", this.ranked?.period ?? ""].filter(Boolean).join(" ");
  }

  private give(ending: string): void {
    if (this.ranked) giveRows(this.root.getAttribute("data-root") ?? "", this.name(), ending, this.rows(), () => undefined);
  }
}

export function startRanking(): void {
  const root = document.querySelector('[data-hb="ranking"]');
  if (!root) return;
  new Ranking(root as HTMLElement).start();
  showButtons(root);
}
