// Ranks the files dropped on the page: the table, what was refused and why, and the files to take away.
import type { Form } from "../../scoring/form";
import { type File as Sheet, type Ranked, type Row, rank } from "../../scoring/rank";

type Sentences = Record<"refusals" | "columns" | "ranking", Record<string, string>>;
const COLUMNS = ["rank", "unit", "post", "total", "band", "coefficient", "pay", "reward", "flag", "actions", "pending", "file"] as const;
const LARGEST = 4_000_000;

class Ranking {
  private readonly words: Sentences;
  private readonly sheets = new Map<string, string>();
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
    this.part("csv").addEventListener("click", () => this.give("csv", "\uFEFF" + this.csv()));
    this.part("json").addEventListener("click", () => this.give("json", JSON.stringify(this.ranked, null, 2)));
    this.part("clear").addEventListener("click", () => {
      this.sheets.clear();
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
      const reader = new FileReader();
      reader.onload = () => {
        this.sheets.set(file.name, String(reader.result));
        done();
      };
      reader.onerror = done;
      // what is too large is never read; the scorer refuses an empty text with a sentence
      reader.readAsText(file.size > LARGEST ? new Blob([" "]) : file, "utf-8");
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
      for (const { code, path, parts } of problems) {
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

  // What a spreadsheet would take for a formula gets an apostrophe; a plain number stays one.
  private csv(): string {
    const guard = (text: string) => (/^[=+\-@\t\r\n]/.test(text) && !/^[-+]\d+(\.\d+)?$/.test(text) ? "'" + text : text);
    const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
    return this.rows().map((row) => row.map((text) => quote(guard(text))).join(",") + "\r\n").join("");
  }

  private give(ending: string, text: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: ending === "csv" ? "text/csv" : "application/json" }));
    link.download = `${this.ranked?.form ?? "ranking"} ${this.ranked?.period ?? ""}.${ending}`;
    document.body.appendChild(link).click();
    link.remove();
  }
}

export function startRanking(): void {
  const root = document.querySelector('[data-hb="ranking"]');
  if (root) new Ranking(root as HTMLElement).start();
}
