// The boxes of one calculator and its answer, worked out again at every change.
import { work } from "../../desk/votes/answer";
import type { Answer, Calculator, Cite, Tone, Typed } from "../../desk/votes/shapes";
import { make } from "../../projection/make";
import { Box, Part, boxesOf, isBox, partsOf } from "./boxes";
import { Store, ownMembers } from "./kept";
import { rowsOf } from "./rows";
import { sentence, words } from "./words";

const SIGN: Record<Tone, string> = { good: "✓", bad: "✗", ask: "！", plain: "" };
const PAUSE = 200; // milliseconds: a screen reader is told when typing stops, not at every key

function cited(cites: Cite[], root: string): HTMLElement[] {
  return cites.map((one) => make("span", {}, one.text ? make("a", { href: root + one.href }, one.text) : null, one.marks.map((mark) => `（${mark}）`).join(""), " "));
}

/** One opened calculator. */
export class Sheet {
  private readonly root: string;
  private readonly prefix: string;
  private readonly answer = make("div.hb-calculator__answer", { role: "status", "data-hb": "calculator-answer" });
  private readonly form = make<HTMLFormElement>("form", { novalidate: "", autocomplete: "off" });
  private labels: Record<string, string> = {};
  private timer = 0;
  private said = "";

  constructor(details: HTMLElement, box: HTMLElement, private readonly model: Calculator, private readonly store: Store) {
    this.root = details.dataset.root || "";
    this.prefix = `${details.id}-`;
    this.build(this.store.recall());
    box.append(this.form, this.answer);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("change", () => { this.store.keep(this.typed()); this.tell(); });
    this.tell();
  }

  private build(typed: Typed): void {
    this.form.textContent = "";
    const members = typed.full ? "" : ownMembers(this.model);
    const filled: Typed = members ? { ...typed, full: members } : typed;
    boxesOf(this.model).forEach((one) => { this.labels[one.id] = one.label; });
    partsOf(this.model).forEach((part) => this.form.append(this.part(part, filled)));
    if (members) (this.form.firstElementChild as HTMLElement).append(make("small", {}, words.from_profile));
    this.form.append(make("p", {}, make("button", { type: "button", "data-hb": "calculator-reset", onclick: () => this.reset() }, words.reset)));
  }

  private part(part: Part, typed: Typed): HTMLElement {
    if (isBox(part)) return this.input(part, typed);
    const groups = part.groups.map((group) => make("fieldset", {}, make("legend", {}, group.legend), ...group.boxes.map((one) => this.input(one, typed))));
    const fold = make<HTMLDetailsElement>("details.hb-calculator__out", {}, make("summary", {}, part.fold), ...groups);
    fold.open = part.groups.some((group) => group.boxes.some((one) => typed[one.id]));
    return fold;
  }

  private input(one: Box, typed: Typed): HTMLElement {
    const id = this.prefix + one.id;
    const value = typed[one.id] || "";
    if (one.shape === "rows") return rowsOf(one, this.prefix, typed);
    if (one.shape === "tick") {
      const input = make<HTMLInputElement>("input", { type: "checkbox", id, "data-field": one.id });
      input.checked = value === "yes";
      return make("div.hb-calculator__tick", {}, input, make("label", { for: id }, one.label));
    }
    const label = make("label", { for: id }, one.label);
    const basis = one.basis ? make("small", {}, ...cited(one.basis, this.root)) : null;
    if (one.shape === "choice") return make("div.hb-calculator__box", {}, label, this.choice(one, id, value));
    const input = make("input.hb-calculator__number", { type: "text", inputmode: one.shape === "money" ? "decimal" : "numeric", id, "data-field": one.id, value, autocomplete: "off" });
    return make("div.hb-calculator__box", {}, label, input, basis);
  }

  private choice(one: Box, id: string, value: string): HTMLElement {
    const select = make<HTMLSelectElement>("select", { id, "data-field": one.id }, make("option", { value: "" }, words.choose),
      ...(one.choices || []).map(([slug, label]) => make("option", { value: slug }, label)));
    select.value = value;
    return select;
  }

  private typed(): Typed {
    const typed: Typed = {};
    this.form.querySelectorAll<HTMLInputElement>("[data-field]").forEach((one) => {
      typed[one.dataset.field as string] = one.type === "checkbox" ? (one.checked ? "yes" : "") : one.value;
    });
    return typed;
  }

  private changed(): void {
    this.store.keep(this.typed()); // at once: the window may close before the answer is told
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), PAUSE);
  }

  private reset(): void {
    this.store.keep({});
    this.build({});
    this.tell();
    (this.form.querySelector("input, select") as HTMLElement).focus();
  }

  private tell(): void {
    clearTimeout(this.timer);
    const typed = this.typed();
    if (this.model.kind === "dues") this.nameIncome(this.model.payers[typed.payer || ""]);
    this.show(work(this.model, typed));
  }

  // The income of each group of members is another; who pays a fixed amount has no box for it.
  private nameIncome(payers: { income: string | null; label: string } | undefined): void {
    const input = this.form.querySelector<HTMLInputElement>('[data-field="income"]') as HTMLInputElement;
    const box = input.parentElement as HTMLElement;
    box.hidden = !!payers && !payers.income;
    this.labels.income = (payers && payers.income) || (words.fields.income as string);
    (box.firstElementChild as HTMLElement).textContent = this.labels.income;
  }

  private show(answer: Answer): void {
    const lines = answer.said.map((one) => make(`p.hb-calculator__said.hb-calculator__said--${one.tone}`, {}, SIGN[one.tone] ? make("b", { "aria-hidden": "true" }, SIGN[one.tone]) : null, sentence(one, this.labels)));
    if (answer.basis.length) lines.push(make("p.hb-calculator__basis", {}, words.basis, ...cited(answer.basis, this.root)));
    this.form.querySelectorAll<HTMLInputElement>("[data-field]").forEach((one) => {
      if (answer.fields.indexOf(one.dataset.field as string) >= 0) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
    });
    const said = lines.map((line) => line.textContent).join("\n");
    if (said === this.said) return;
    this.said = said;
    this.answer.className = `hb-calculator__answer hb-calculator__answer--${answer.tone}`;
    this.answer.dataset.verdict = answer.verdict;
    this.answer.textContent = "";
    this.answer.append(...lines);
  }
}
