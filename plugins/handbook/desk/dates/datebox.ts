// A day that is asked for: its box, with what kind of day it is beside it; and how all days here are counted.
import { make } from "../../projection/make";
import { branch } from "../branch";
import { field } from "../desk";
import { say } from "../words";
import { parse } from "./days";
import { YEARS } from "./holidays";
import { dayText, natureText } from "./phrases";

/** The day that the branch's profile knows already; empty if it knows none. */
export function usual(slug: string): string {
  const { termEnd } = branch();
  return slug === "term-end" && parse(termEnd) !== null ? termEnd : "";
}

/** A box for a day, found by `mark`; what is typed is given to `write` unless the browser refuses it. */
export function dateBox(what: string, day: string, mark: Record<string, string>, write: (day: string) => void): HTMLElement {
  const input = make<HTMLInputElement>("input", { type: "date", value: day, ...mark, min: "1921-07-01", max: "2199-12-31" });
  const hint = make("small.hb-plan__nature");
  const tell = (): void => {
    const typed = parse(input.value);
    hint.textContent = typed === null ? "" : [dayText(typed), natureText(typed)].filter(Boolean).join(say("dates.comma"));
  };
  input.addEventListener("change", () => {
    if (!input.validity.valid) return;
    tell();
    write(input.value);
  });
  tell();
  const labelled = field(what, input);
  labelled.append(hint);
  return labelled;
}

export function convention(): HTMLElement[] {
  const years = { first: YEARS[0] ?? "", last: YEARS[YEARS.length - 1] ?? "" };
  return [make("div.hb-plan__convention", {}, make("p", {}, say("dates.convention")), make("p", { "data-hb": "plan-years" }, say("dates.years", years)))];
}
