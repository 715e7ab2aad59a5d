// The room of a long run: the days that are known go in, every leg's days follow.
import { make } from "../../projection/make";
import { type Desk, button, heading } from "../desk";
import { index, procedureOf } from "../load";
import { casePlace, type Place } from "../place";
import type { Case, Procedure, Run } from "../shapes";
import { say } from "../words";
import { convention, dateBox, usual } from "./datebox";
import { dayText, momentText } from "./phrases";
import { type Days, daysFor, daysOf, keepDays, putDay, RUN } from "./rundays";
import { type RunPlan, openDates, planRun } from "./runs";
import type { Cause } from "./rules";
import { force, table } from "./table";
import { trimmed } from "./trim";

/** Links to all long runs; nothing if this edition has none. */
export function runLinks(): HTMLElement[] {
  const links = Object.keys(index.runs).map((slug) => make("li", {}, make("a", { href: `#run=${slug}` }, index.runs[slug]?.title ?? slug)));
  return links.length ? [make("section.hb-desk__aside", { "data-hb": "desk-runs" }, make("h3", {}, say("dates.run.title")), make("ul.hb-runs", {}, ...links))] : [];
}

/** In the dates of a case: the long runs that its procedure is a leg of. */
export function runsOf(own: Case): HTMLElement[] {
  const found = Object.keys(index.runs).filter((slug) => index.runs[slug]?.legs.some(({ procedure }) => procedure === own.procedure));
  const links = found.map((slug) => make("li", {}, make("a", { href: `#run=${slug}&for=${own.id}` }, index.runs[slug]?.title ?? slug)));
  return links.length ? [make("section.hb-desk__aside", { "data-hb": "case-runs" }, make("h3", {}, say("dates.run.of_case")), make("ul.hb-runs", {}, ...links))] : [];
}

/** What a run is looked at for, in a sentence with the way back; for no case, the open cases it could be looked at for. */
function forWhom(slug: string, run: Run, own: Case | null, desk: Desk): HTMLElement {
  if (own) return make("p", { "data-hb": "run-case" }, make("a", { href: casePlace(own.id, "dates") }, say("dates.run.for_case", { title: own.title })));
  const cases = desk.keep.cases().filter((one) => !one.filed && run.legs.some(({ procedure }) => procedure === one.procedure));
  const links = cases.map((one) => make("li", {}, make("a", { href: `#run=${slug}&for=${one.id}` }, one.title)));
  return links.length ? make("div.hb-desk__hint", {}, make("p", {}, say("dates.run.cases")), make("ul.hb-runs", {}, ...links)) : make("p.hb-desk__hint", {}, say("dates.run.kept"));
}

export async function showRun(box: HTMLElement, place: Place, desk: Desk): Promise<void> {
  const run = Object.keys(index.runs).indexOf(place.id) >= 0 ? index.runs[place.id] : undefined;
  const found = run ? await Promise.all(run.legs.map(({ procedure }) => procedureOf(procedure))) : [];
  const procedures = found.filter((one): one is Procedure => one !== null).map(trimmed);
  const back = make("p.hb-desk__back", {}, make("a", { href: "#cases" }, say("all_cases")));
  if (!run || procedures.length < run.legs.length) {
    box.append(back, heading(say("room.cases")), make("p.hb-desk__trouble", { role: "alert" }, say("dates.run.gone")));
    return;
  }
  const own = place.own ? desk.keep.case(place.own) : null;
  const known = procedures.filter(({ slug }) => slug === own?.procedure)[0]?.dates ?? {};
  const dates: Days = own ? daysFor(place.id, run, own, known) : daysOf(desk.keep.text(RUN + place.id));
  const put = (moment: string, day: string): void => {
    dates[moment] = day;
    if (!own) return keepDays(desk.keep, place.id, dates);
    putDay(place.id, run, own, known, moment, day);
    desk.keep.put(own);
  };
  const shown = make("div", { "data-hb": "run-plan" });
  const draw = (): void => {
    shown.textContent = "";
    shown.append(...legs(planRun(run, procedures, dates), procedures));
  };
  const fields = openDates(run, procedures).map((one) => dateField(one, dates, (moment, day) => { put(moment, day); draw(); }));
  box.append(back, heading(run.title), make("p", {}, run.text), forWhom(place.id, run, own, desk),
    make("fieldset.hb-plan__anchors", { "data-hb": "run-dates" }, make("legend", {}, say("dates.anchors")), make("p.hb-desk__hint", {}, say("dates.run.hint")), ...fields),
    shown, make("p", {}, button("dates.print", () => window.print())), ...convention());
  draw();
}

function dateField({ moment, what, slug }: { moment: string; what: string; slug: string }, dates: Days, changed: (moment: string, day: string) => void): HTMLElement {
  const day = dates[moment] || usual(slug);
  if (day) dates[moment] = day;
  return dateBox(what, day, { "data-moment": moment }, (typed) => changed(moment, typed));
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
