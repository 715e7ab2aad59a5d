// The room of a long run: the days that are known go in, every leg's days follow. What is typed here is not kept.
import { make } from "../../projection/make";
import { branch } from "../branch";
import { type Desk, button, field, heading } from "../desk";
import { index, procedureOf } from "../load";
import type { Place } from "../place";
import type { Procedure } from "../shapes";
import { say } from "../words";
import { parse } from "./days";
import { dayText, momentText, natureText } from "./phrases";
import { type RunPlan, openDates, planRun } from "./runs";
import type { Cause } from "./rules";
import { force, table } from "./table";
import { trimmed } from "./trim";
import { convention } from "./view";

/** Links to all long runs; nothing if this edition has none. */
export function runLinks(): HTMLElement[] {
  const links = Object.keys(index.runs).map((slug) => make("li", {}, make("a", { href: `#run=${slug}` }, index.runs[slug]?.title ?? slug)));
  return links.length ? [make("section.hb-desk__aside", { "data-hb": "desk-runs" }, make("h3", {}, say("dates.run.title")), make("ul.hb-runs", {}, ...links))] : [];
}

export async function showRun(box: HTMLElement, place: Place, _: Desk): Promise<void> {
  const run = Object.keys(index.runs).indexOf(place.id) >= 0 ? index.runs[place.id] : undefined;
  const found = run ? await Promise.all(run.legs.map(({ procedure }) => procedureOf(procedure))) : [];
  const procedures = found.filter((one): one is Procedure => one !== null).map(trimmed);
  const back = make("p.hb-desk__back", {}, make("a", { href: "#cases" }, say("all_cases")));
  if (!run || procedures.length < run.legs.length) {
    box.append(back, heading(say("room.cases")), make("p.hb-desk__trouble", { role: "alert" }, say("dates.run.gone")));
    return;
  }
  const dates: Record<string, string> = {};
  const shown = make("div", { "data-hb": "run-plan" });
  const draw = (): void => {
    shown.textContent = "";
    shown.append(...legs(planRun(run, procedures, dates), procedures));
  };
  const fields = openDates(run, procedures).map((one) => dateField(one, dates, draw));
  box.append(back, heading(run.title), make("p", {}, run.text),
    make("fieldset.hb-plan__anchors", { "data-hb": "run-dates" }, make("legend", {}, say("dates.anchors")), make("p.hb-desk__hint", {}, say("dates.run.hint")), ...fields),
    shown, make("p", {}, button("dates.print", () => window.print())), ...convention());
  draw();
}

function dateField({ moment, what, slug }: { moment: string; what: string; slug: string }, dates: Record<string, string>, changed: () => void): HTMLElement {
  if (slug === "term-end" && parse(branch().termEnd) !== null) dates[moment] = branch().termEnd;
  const input = make<HTMLInputElement>("input", { type: "date", value: dates[moment] ?? "", "data-moment": moment, min: "1921-07-01", max: "2199-12-31" });
  const hint = make("small.hb-plan__nature");
  input.addEventListener("change", () => {
    if (!input.validity.valid) return;
    dates[moment] = input.value;
    const day = parse(input.value);
    hint.textContent = day === null ? "" : [dayText(day), natureText(day)].filter(Boolean).join(say("dates.comma"));
    changed();
  });
  const labelled = field(what, input);
  labelled.append(hint);
  return labelled;
}

function legs(plan: RunPlan, procedures: Procedure[]): HTMLElement[] {
  const clashes = plan.clashes.map(({ source, sources }) => clash(source, sources, procedures));
  const uncounted = plan.uncounted.map(({ text, year }) => make("p.hb-trouble.hb-trouble--advice", {}, text, " ", say("dates.no_year", { year })));
  const made = plan.legs.map(({ procedure, rows }, place) => make("section", { "data-leg": procedure.slug },
    make("h3", {}, say("dates.run.leg", { number: place + 1, title: procedure.title })), table(rows, procedure, null, "run-table")));
  return [...clashes, ...uncounted, ...made];
}

function clash(source: Cause, causes: Cause[], procedures: Procedure[]): HTMLElement {
  const advice = source.is === "deadline" && source.deadline.force !== "must";
  const named = (moment: string): string => {
    const procedure = procedures.find(({ slug }) => moment.indexOf(`${slug}/`) === 0);
    return procedure ? momentText(procedure, moment.slice(procedure.slug.length + 1)) : moment;
  };
  const lines = causes.map((cause) => {
    if (cause.is === "deadline") return make("li", {}, force(cause.deadline.force), cause.deadline.text, make("small", {}, say("dates.basis", { basis: cause.deadline.basis })));
    return cause.is === "date" ? make("li", {}, say("dates.cause.date", { what: named(cause.moment), day: dayText(cause.day) })) : null;
  });
  return make(`section.hb-trouble${advice ? ".hb-trouble--advice" : ""}`, { "data-kind": advice ? "advice" : "impossible" },
    make("h3", {}, say(advice ? "dates.run.advice" : "dates.run.impossible")), make("ul", {}, ...lines));
}
