// What a scoring form tells on its page: the result and its reasons, what is missing or wrong, and what became of the sheet.
import type { Form } from "../../scoring/form";
import type { Refusal, Score } from "../../scoring/score";
import type { Listed } from "./sheets";

export type Sentences = Record<"reasons" | "refusals" | "page", Record<string, string>>;
type Acts = Record<"open" | "copy" | "delete", (one: Listed) => void>;

export class Telling {
  private shown = ""; // the list as it was drawn last: it is not drawn again under a finger

  constructor(private readonly root: HTMLElement, private readonly model: Form, readonly words: Sentences) {}

  part<T extends HTMLElement>(hook: string): T {
    return this.root.querySelector(`[data-hb="${hook}"]`) as T;
  }

  say(kind: keyof Sentences, key: string, parts: Record<string, string> = {}): string {
    return (this.words[kind][key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
  }

  columns(): string[] {
    return this.say("page", "columns").split("、");
  }

  // One line under the result, and buttons for what can be done about it.
  saved(key: string, parts: Record<string, string>, acts: Array<[string, () => void]> = []): void {
    const line = this.part("form-saved");
    const text = this.say("page", key, parts);
    const same = line.getAttribute("data-told") === text;
    line.setAttribute("data-told", text);
    if (same && acts.length) return;
    line.setAttribute("role", acts.length ? "alert" : "status");
    line.className = acts.length ? "hb-form__warning" : "";
    line.textContent = text;
    for (const [word, act] of acts) this.button(line, this.say("page", word), act);
  }

  message(key: string): void {
    this.problems([this.say("page", key)]);
  }

  refuse(refusals: Refusal[]): void {
    for (const hook of ["form-total", "form-band", "form-actions", "form-missing", "form-trace", "form-code"]) this.part(hook).textContent = "";
    this.problems(refusals.map((one) => `${this.placed(one.path)} ${this.say("refusals", one.code, one.parts)}`));
    for (const { path } of refusals) this.mark(path);
  }

  problems(lines: string[]): void {
    for (const input of Array.prototype.slice.call(this.root.querySelectorAll("[aria-invalid]")) as HTMLElement[]) {
      input.removeAttribute("aria-invalid");
    }
    this.fill("form-problems", lines);
  }

  // Where on the page a problem is, in the form's words.
  private placed(path: string): string {
    const [group = "", name = ""] = path.split(".");
    const home = Object.values(this.model.sections).find((section) => group === "items" && Object.prototype.hasOwnProperty.call(section.items, name));
    if (home) return `“${home.items[name]?.name ?? name}”`;
    if (group === "sections") return `“${this.model.sections[name]?.title ?? this.model.year?.parts[name] ?? name}”`;
    return group === "parameters" && name ? `“${this.model.parameters[name]?.label ?? name}”` : "";
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

  tell(result: Score): void {
    this.problems([]);
    const { bands, actions } = this.model;
    const names = (ids: string[]) => ids.map((id) => actions[id]?.title ?? id).join("、");
    const coefficient = result.coefficient === null ? "" : this.say("page", "coefficient-is", { coefficient: result.coefficient });
    const pay = result.pay === null ? "" : this.say("page", "pay-is", { pay: result.pay });
    const float = result.float === undefined ? "" : `${result.float}%`;
    const band = result.band === null ? "" : bands[result.band]?.title ?? "";
    this.part("form-total").textContent = result.total;
    this.part("form-band").textContent = [band, float, coefficient, pay].filter(Boolean).join(" ");
    const pending = result.pending.length ? this.say("page", "pending", { names: names(result.pending) }) : "";
    this.part("form-actions").textContent = result.complete ? [names(result.actions), pending].filter(Boolean).join(" ") : "";
    this.part("form-code").textContent = result.code ?? "";
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

  // The sheets on this computer, unit by period.
  list(sheets: Listed[], here: string, acts: Acts): void {
    const drawn = JSON.stringify([sheets, here]);
    if (drawn === this.shown) return;
    this.shown = drawn;
    const place = this.part("form-sheets");
    place.textContent = "";
    if (!sheets.length) return;
    place.appendChild(document.createElement("h3")).textContent = this.say("page", "sheets");
    for (const one of sheets) {
      const row = place.appendChild(document.createElement("p"));
      const name = [one.unit || this.say("page", "nameless"), one.period].filter(Boolean).join(" ");
      if (one.name === here) row.setAttribute("aria-current", "true");
      this.button(row, this.say("page", "open", { name }), () => acts.open(one));
      this.button(row, this.say("page", "copy", { name }), () => acts.copy(one));
      this.button(row, this.say("page", "delete", { name }), () => acts.delete(one));
      row.appendChild(document.createElement("small")).textContent = one.time;
    }
  }
}
