// The calculators of a task: opened in the case, and what is typed there is kept in the case.
import type { Store } from "../components/calculator/kept";
import { make } from "../projection/make";
import { script } from "./papers/load";
import type { Case, Procedure, StepData } from "./shapes";
import type { Typed } from "./votes/shapes";
import { say } from "./words";

type Calculate = (details: HTMLElement, store: Store) => void;
const loaded = (): Calculate | undefined => (window as unknown as { hbCalculate?: Calculate }).hbCalculate;

/** What was typed at this step, else what was typed last into the same calculator at another. */
function recalled(own: Case, key: string, slug: string): Typed {
  const sums = own.sums ?? {};
  const others = Object.keys(sums).filter((one) => one.slice(one.indexOf("/") + 1) === slug);
  return { ...(sums[key] ?? sums[others[others.length - 1] ?? ""] ?? {}) };
}

function keep(own: Case, key: string, typed: Typed): void {
  const filled = Object.keys(typed).filter((field) => typed[field] !== "");
  const sums = { ...own.sums };
  delete sums[key]; // what was typed last stands last
  if (filled.length) sums[key] = filled.reduce<Typed>((all, field) => ({ ...all, [field]: typed[field] as string }), {});
  if (Object.keys(sums).length) own.sums = sums;
  else delete own.sums;
}

function calculator(slug: string, step: StepData, procedure: Procedure, own: Case, changed: () => void): HTMLElement {
  const { title = slug, address = "" } = procedure.calculators[slug] ?? {};
  const key = `${step.id}/${slug}`;
  const sheet = make("div", { "data-hb": "calculator-sheet" });
  const details = make<HTMLDetailsElement>("details.hb-calculator", { id: `sum-${step.id}-${slug}`, "data-slug": slug, "data-root": "", "data-sum": key },
    make("summary", {}, make("span", {}, title)),
    make("div.hb-calculator__body", {}, sheet, make("p", {}, make("a", { href: address }, say("sum_rules")))));
  const show = (): void => loaded()?.(details, { recall: () => recalled(own, key, slug), keep: (typed) => { keep(own, key, typed); changed(); } });
  details.addEventListener("toggle", () => {
    if (!details.open || sheet.firstChild) return;
    if (loaded()) show();
    else script("assets/votes-rules.js").then((ruled) => (ruled ? script("assets/votes.js") : false)).then(show);
  });
  details.open = own.sums !== undefined && key in own.sums;
  return details;
}

/** The calculators that a step names; nothing if it names none. `changed` keeps the case. */
export function sumsOf(step: StepData, procedure: Procedure, own: Case, changed: () => void): HTMLElement[] {
  const known = step.calculators.filter((slug) => procedure.calculators[slug]);
  if (!known.length) return [];
  return [make("div.hb-task__sums", {}, make("p", {}, make("b", {}, say("calculate"))), ...known.map((slug) => calculator(slug, step, procedure, own, changed)))];
}
