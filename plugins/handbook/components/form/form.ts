// A scoring form in the page: adds itself up at each change, keeps itself, and gives and takes files.
import type { Form } from "../../scoring/form";
import { type Refusal, type Score, score } from "../../scoring/score";
import { close, collect, empty, restore } from "./answers";
import { Shelf } from "./sheets";

type Sentences = Record<"reasons" | "refusals" | "page", Record<string, string>>;
const LARGEST = 4_000_000;

class Sheet {
  private readonly model: Form;
  private readonly words: Sentences;
  private readonly shelf: Shelf;
  private kept = ""; // under which name the sheet on the page was saved last

  constructor(private readonly root: HTMLElement) {
    this.model = JSON.parse(root.getAttribute("data-model") ?? "") as Form;
    this.words = JSON.parse(root.getAttribute("data-words") ?? "") as Sentences;
    this.shelf = new Shelf(`handbook/forms/${this.model.id}/`);
  }

  start(): void {
    this.root.addEventListener("input", (event) => {
      if ((event.target as HTMLInputElement).type !== "file") this.changed();
    });
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.on("form-export", () => this.give());
    this.on("form-print", () => window.print());
    this.on("form-clear", () => this.clear());
    const file = this.part("form-import") as HTMLInputElement;
    file.addEventListener("change", () => this.take(file));
    this.list();
    this.show();
  }

  private part(hook: string): HTMLElement {
    return this.root.querySelector(`[data-hb="${hook}"]`) as HTMLElement;
  }

  private on(hook: string, act: () => void): void {
    this.part(hook).addEventListener("click", act);
  }

  private say(kind: keyof Sentences, key: string, parts: Record<string, string> = {}): string {
    return (this.words[kind][key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
  }

  private text(): string {
    return collect(this.root, this.model.id, this.model.edition);
  }

  private name(): string {
    const value = (field: string) => (this.root.querySelector(`[data-field="${field}"]`) as HTMLInputElement).value.trim();
    return [value("unit"), value("period")].filter(Boolean).join(" ") || "—";
  }

  private changed(): void {
    const name = this.name();
    const saved = this.shelf.save(name, this.text());
    if (typeof saved !== "string") {
      if (this.kept && this.kept !== name) this.shelf.renamed(this.kept);
      this.kept = name;
    }
    const line = this.part("form-saved");
    if (typeof saved === "string") line.textContent = this.say("page", saved);
    else line.textContent = this.say("page", "saved", saved);
    line.setAttribute("role", typeof saved === "string" ? "alert" : "status");
    this.list();
    this.show();
  }

  private show(): void {
    close(this.root);
    const result = score(this.model, [this.text()]);
    if ("refusals" in result) this.refuse(result.refusals);
    else this.tell(result.score);
  }

  private refuse(refusals: Refusal[]): void {
    for (const hook of ["form-total", "form-band", "form-actions", "form-missing", "form-trace"]) this.part(hook).textContent = "";
    this.problems(refusals.map((one) => `${one.path} ${this.say("refusals", one.code, one.parts)}`));
    for (const { path } of refusals) this.mark(path);
  }

  private problems(lines: string[]): void {
    for (const input of Array.prototype.slice.call(this.root.querySelectorAll("[aria-invalid]")) as HTMLElement[]) {
      input.removeAttribute("aria-invalid");
    }
    this.fill("form-problems", lines);
  }

  private mark(path: string): void {
    const [group, name = ""] = path.split(".");
    const kinds: Record<string, string> = { items: "item", sections: "section" };
    const place = kinds[group ?? ""] ? `[data-${kinds[group ?? ""]}="${name}"] [data-field]` : `[data-field="${group}"], [data-parameter="${name}"]`;
    this.root.querySelector(place)?.setAttribute("aria-invalid", "true");
  }

  private fill(hook: string, lines: string[]): void {
    const list = this.part(hook);
    list.textContent = "";
    for (const line of lines) list.appendChild(document.createElement("li")).textContent = line;
  }

  private tell(result: Score): void {
    this.problems([]);
    const { bands, actions } = this.model;
    const names = (ids: string[]) => ids.map((id) => actions[id]?.title ?? id).join("、");
    this.part("form-total").textContent = result.total;
    this.part("form-band").textContent = [result.band && bands[result.band]?.title, result.float && result.float + "%"].filter(Boolean).join(" ");
    const pending = result.pending.length ? this.say("page", "pending", { names: names(result.pending) }) : "";
    this.part("form-actions").textContent = result.complete ? [names(result.actions), pending].filter(Boolean).join(" ") : "";
    this.fill("form-trace", result.trace.map(([key, parts]) => this.say("reasons", key, parts)));
    this.missing(result.missing);
  }

  private missing(names: string[]): void {
    const line = this.part("form-missing");
    line.textContent = names.length ? "" : this.say("page", "complete");
    if (!names.length) return;
    this.button(line, this.say("page", "missing", { count: String(names.length) }), () => {
      const place = `[data-item="${names[0]}"] input, [data-section="${names[0]}"] input`;
      (this.root.querySelector(place) as HTMLElement | null)?.focus();
    });
  }

  private button(place: HTMLElement, text: string, act: () => void): void {
    const button = place.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", act);
  }

  private list(): void {
    const place = this.part("form-sheets");
    place.textContent = "";
    for (const name of this.shelf.names()) {
      const row = place.appendChild(document.createElement("p"));
      this.button(row, this.say("page", "open", { name }), () => this.open(name));
      this.button(row, this.say("page", "delete", { name }), () => {
        this.shelf.remove(name);
        this.list();
      });
    }
  }

  private open(name: string): void {
    const text = this.shelf.open(name);
    if (text === null) return;
    restore(this.root, text);
    this.kept = name;
    this.show();
  }

  private give(): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.text()], { type: "application/json" }));
    link.download = `${this.model.id} ${this.name()}.json`.replace(/[\\/:*?"<>|]/g, "_");
    document.body.appendChild(link).click();
    link.remove();
  }

  private take(file: HTMLInputElement): void {
    const given = file.files?.[0];
    if (!given) return;
    const refuse = (code: string) => this.problems([`${given.name} ${this.say("refusals", code)}`]);
    if (given.size > LARGEST) return refuse("too-large");
    const reader = new FileReader();
    reader.onerror = () => refuse("not-utf8");
    reader.onload = () => {
      file.value = "";
      const text = String(reader.result);
      const result = score(this.model, [text]);
      if ("refusals" in result) return this.problems(result.refusals.map((one) => `${given.name} ${one.path} ${this.say("refusals", one.code, one.parts)}`));
      restore(this.root, text.replace(/^\uFEFF/, ""));
      this.kept = "";
      this.changed();
    };
    reader.readAsText(given, "utf-8");
  }

  private clear(): void {
    if (!window.confirm(this.say("page", "clear"))) return;
    empty(this.root);
    this.kept = "";
    this.show();
  }
}

export function startForm(): void {
  const root = document.querySelector('form[data-hb="form"]');
  if (root) new Sheet(root as HTMLElement).start();
}
