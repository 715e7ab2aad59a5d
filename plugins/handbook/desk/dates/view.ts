// The tab of the dates: what is known goes in above, the plan follows at once.
import { make } from "../../projection/make";
import { button } from "../desk";
import type { Case, Procedure, Save } from "../shapes";
import { say } from "../words";
import { iso, parse, today } from "./days";
import { convention, dateBox, usual } from "./datebox";
import { giveCalendar } from "./file";
import { type Plan, plan } from "./plan";
import { runsOf } from "./runview";
import { tables } from "./table";
import { timeline } from "./timeline";
import { trimmed } from "./trim";
import { troubles } from "./troubles";

export function showPlan(box: HTMLElement, procedure: Procedure, own: Case, save: Save): void {
  const known = trimmed(procedure);
  const shown = make("div", { "data-hb": "plan" });
  const said = make("p.hb-desk__told", { role: "status", "data-hb": "plan-said" });
  let current: Plan;
  const draw = (): void => {
    current = plan(known, own, today());
    shown.textContent = "";
    shown.append(...parts(current, known));
    const grave = current.problems.filter(({ kind }) => kind !== "advice").length;
    said.textContent = grave ? say("dates.grave", { count: grave }) : "";
  };
  const give = button("dates.give", () => giveCalendar(current, known, own.title, (given) => { said.textContent = say(given ? "dates.given" : "dates.not_given"); }));
  box.append(make("p.hb-desk__paper", {}, say("dates.head", { title: own.title, procedure: procedure.title, code: procedure.code, day: iso(today()) })),
    ...anchors(procedure, own, () => { save(own); draw(); }), said, shown,
    make("p", {}, button("dates.print", () => window.print()), " ", give), ...runsOf(own), ...convention());
  const room = box.parentElement; // the case's own fields, above the tabs, hold the same days
  room?.addEventListener("change", (event) => { if (!box.contains(event.target as Node)) { follow(box, own); draw(); } });
  draw();
}

function follow(box: HTMLElement, own: Case): void {
  box.querySelectorAll<HTMLInputElement>("[data-date]").forEach((input) => { input.value = own.dates[input.dataset.date ?? ""] ?? ""; });
}

function parts(current: Plan, procedure: Procedure): HTMLElement[] {
  const warned = troubles(current, procedure);
  const warnings = warned.length ? make("div", { "data-hb": "plan-troubles" }, ...warned) : make("p.hb-plan__fine", { "data-hb": "plan-fine" }, say("dates.fine"));
  return [warnings, ...timeline(current), ...tables(current, procedure)];
}

function anchors(procedure: Procedure, own: Case, changed: () => void): HTMLElement[] {
  const names = Object.keys(procedure.dates);
  if (!names.length) return [make("p.hb-desk__hint", {}, say("dates.no_anchors"))];
  const fields = names.map((slug) => anchor(slug, procedure.dates[slug] ?? "", own, changed));
  return [make("fieldset.hb-plan__anchors", { "data-hb": "plan-anchors" }, make("legend", {}, say("dates.anchors")), make("p.hb-desk__hint", {}, say("dates.anchors_hint")), ...fields)];
}

function anchor(slug: string, what: string, own: Case, changed: () => void): HTMLElement {
  const day = own.dates[slug] || usual(slug);
  if (day) own.dates[slug] = day;
  return dateBox(what, day, { "data-date": slug }, (typed) => {
    if (parse(typed) === null) delete own.dates[slug]; else own.dates[slug] = typed;
    const above = document.querySelector<HTMLInputElement>(`.hb-desk__settings [data-field="${slug}"]`);
    if (above) above.value = typed;
    changed();
  });
}
