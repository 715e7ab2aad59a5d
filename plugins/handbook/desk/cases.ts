// All cases side by side: how far each is, what comes next, and the nearest day.
import { make } from "../projection/make";
import { type Day, iso, today } from "./dates/days";
import { plan, type Row } from "./dates/plan";
import { runLinks } from "./dates/runview";
import { todayBox } from "./dates/todaybox";
import { button, Desk, go, heading } from "./desk";
import { download } from "./handing";
import { procedureOf } from "./load";
import { casePlace, Place } from "./place";
import type { Case, Procedure } from "./shapes";
import { nextTask, progressOf, tasksOf } from "./tasks";
import { say } from "./words";

export async function showCases(box: HTMLElement, _: Place, desk: Desk): Promise<void> {
  const cases = desk.keep.cases();
  box.append(heading(say("room.cases")), make("p", {}, button("start_one", () => go("#start"), "hb-desk__do.hb-desk__do--main")));
  if (!cases.length) box.append(make("p.hb-desk__hint", {}, say("no_cases")));
  box.append(...(await todayBox(cases)));
  const [open, filed] = [cases.filter((one) => !one.filed), cases.filter((one) => one.filed)];
  const lists = await Promise.all([open, filed].map((group) => Promise.all(group.map(card))));
  if (lists[0]?.length) box.append(make("ul.hb-desk__cases", { "data-hb": "desk-cases" }, ...lists[0]));
  if (lists[1]?.length) box.append(make("h3", {}, say("filed_cases")), make("ul.hb-desk__cases", { "data-hb": "desk-filed" }, ...lists[1]));
  box.append(...runLinks());
  desk.keep.damaged().forEach(([name, text]) => box.append(damaged(name, text, desk)));
}

async function card(own: Case): Promise<HTMLElement> {
  const procedure = await procedureOf(own.procedure);
  return make("li.hb-desk__case", { "data-case": own.id }, make("h3", {}, make("a", { href: casePlace(own.id) }, own.title)),
    ...(procedure ? known(own, procedure) : [make("p", {}, say("gone_procedure", { slug: own.procedure }))]));
}

function known(own: Case, procedure: Procedure): HTMLElement[] {
  const tasks = tasksOf(procedure, own);
  const { done, total } = progressOf(tasks);
  const next = nextTask(tasks);
  const bar = make<HTMLProgressElement>("progress", { max: String(total), value: String(done), "aria-hidden": "true" });
  const after = own.filed ? say("filed_on", { day: own.filed }) : next ? say("next", { number: next.step.number, title: next.step.title }) : say("next_archive");
  return [make("p.hb-desk__progress", {}, bar, " ", say("progress", { done, total })), make("p", {}, after), ...nearest(own, procedure)];
}

/** The nearest day still to come: one that is set, or the last one on which a step can be done. */
function nearest(own: Case, procedure: Procedure): HTMLElement[] {
  const now = today();
  const ahead = plan(procedure, own, now).rows.filter(({ done, skipped, path }) => !done && !skipped && path !== "off")
    .map((row) => ({ row, day: row.day ?? row.must.late ?? row.advised.late }))
    .filter((one): one is { row: Row; day: Day } => one.day !== null && one.day >= now);
  const first = ahead.sort((one, other) => one.day - other.day)[0];
  if (own.filed || !first) return [];
  const what = first.row.day === null ? say("at_latest", { title: first.row.title }) : first.row.title;
  const days = first.day - now;
  return [make("p.hb-desk__nearest", {}, say(days ? "nearest" : "nearest_today", { day: iso(first.day), days, what }))];
}

function damaged(name: string, text: string, desk: Desk): HTMLElement {
  const remove = () => { if (confirm(say("damaged_sure"))) { desk.keep.forget(name); desk.draw(); } };
  return make("div.hb-desk__trouble", { "data-hb": "desk-damaged" }, make("p", {}, say("damaged", { name })),
    make("p", {}, button("save_damaged", () => download(`${name}.txt`, text)), " ", button("remove_damaged", remove)));
}
