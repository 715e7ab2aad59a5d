// A plan as tables: what is on every path by date, and what may come up.
import { make } from "../../projection/make";
import type { Procedure } from "../shapes";
import { say } from "../words";
import type { Day } from "./days";
import { overdue } from "./duties";
import type { Limit } from "./limits";
import { dayText, earlierText, momentText, natureText } from "./phrases";
import type { Plan, Row } from "./plan";

/** The day by which a row stands in the list: its own, else its latest, else its earliest; null if none is known. */
export function rank(row: Row): Day | null {
  return row.day ?? row.advised.late ?? row.advised.early ?? row.must.early;
}

/** Rows by date; what has none comes last; what is on one day keeps its order, named dates first. */
export function byDate(rows: Row[]): Row[] {
  const place = new Map(rows.map((row, number) => [row, number] as const));
  const key = (row: Row): number => rank(row) ?? Number.MAX_SAFE_INTEGER;
  return rows.slice().sort((one, other) => key(one) - key(other) || (place.get(one) ?? 0) - (place.get(other) ?? 0));
}

export const force = (key: string): HTMLElement => make(`span.hb-badge.hb-badge--${key}`, {}, say(`force.${key}`));

const line = (name: string, key: string, day: Day, latest = false): HTMLElement =>
  make(`p.hb-plan__${name}`, {}, say(`dates.${key}`, { day: dayText(day) }), note(day, latest));

function note(day: Day, latest: boolean): HTMLElement | null {
  const told = [natureText(day), latest ? earlierText(day) : ""].filter(Boolean).join(say("dates.comma"));
  return told === "" ? null : make("small.hb-plan__nature", {}, told);
}

function when(row: Row, today: Day | null): HTMLElement[] {
  if (row.done) return [make("p.hb-plan__done", {}, row.day === null ? say("dates.done_undated") : say("dates.done", { day: dayText(row.day) }))];
  if (row.skipped) return [make("p.hb-plan__open", {}, say("dates.skipped"))];
  if (row.day !== null) return [line("on", "on", row.day)];
  const { must, advised } = row;
  const past = overdue(row, today);
  if (past && past.day !== null) {
    const bound = past.deadline.force === "must";
    const told = make(`p.hb-plan__${bound ? "over" : "late"}`, {}, say(bound ? "dates.over" : "dates.over_advised", { day: dayText(past.day) }));
    return bound || must.late === null ? [told] : [told, line("late", "late", must.late, true)];
  }
  if (must.early !== null && must.early === must.late) return [line("on", "on", must.early)];
  const lines: HTMLElement[] = [];
  if (must.early !== null && must.early !== today) lines.push(line("early", "early", must.early));
  if (advised.early !== null && advised.early !== must.early) lines.push(line("early", "advised_early", advised.early));
  if (advised.late !== null && advised.late !== must.late) lines.push(line("late", "advised_late", advised.late, true));
  if (must.late !== null) lines.push(line("late", "late", must.late, true));
  return lines.length ? lines : [make("p.hb-plan__open", {}, say(must.early === null ? "dates.unknown" : "dates.now"))];
}

function limitLine(limit: Limit, procedure: Procedure): HTMLElement {
  const { deadline, sense, day, year, from } = limit;
  const after = day !== null ? say(`dates.limit.${sense}`, { day: dayText(day) })
    : year !== null ? say("dates.no_year", { year })
    : from !== "" && sense !== "none" ? say("dates.waits", { what: momentText(procedure, from) }) : "";
  return make("li", {}, force(deadline.force), deadline.text, after && make("b.hb-plan__due", { "data-sense": sense }, after), make("small", {}, say("dates.basis", { basis: deadline.basis })));
}

function tableRow(row: Row, procedure: Procedure, today: Day | null): HTMLElement {
  const what = row.step ? make("a", { href: row.step.address }, say("dates.step", { number: row.step.number, title: row.title })) : make("b", {}, row.title);
  const limits = row.limits.length ? make("ul.hb-plan__limits", {}, ...row.limits.map((limit) => limitLine(limit, procedure))) : null;
  return make("tr", { "data-moment": row.moment, ...(row.done ? { "data-done": "" } : {}) },
    make("td", {}, ...when(row, today)), make("th", { scope: "row" }, what, row.step && make("small", {}, row.step.who)), make("td", {}, limits));
}

export function table(rows: Row[], procedure: Procedure, today: Day | null, name: string): HTMLElement {
  const heads = ["when", "what", "rule"].map((key) => make("th", { scope: "col" }, say(`dates.column.${key}`)));
  return make("table.hb-plan", { "data-hb": name }, make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...byDate(rows).map((row) => tableRow(row, procedure, today))));
}

export function tables(plan: Plan, procedure: Procedure): HTMLElement[] {
  const [sure, maybe] = (["sure", "maybe"] as const).map((path) => plan.rows.filter((row) => row.path === path));
  const made = [make("h3", {}, say("dates.by_date")), table(sure ?? [], procedure, plan.today, "plan-table")];
  if (maybe?.length) made.push(make("h3", {}, say("dates.maybe")), make("p.hb-desk__hint", {}, say("dates.maybe_hint")), table(maybe, procedure, plan.today, "plan-maybe"));
  return made;
}
