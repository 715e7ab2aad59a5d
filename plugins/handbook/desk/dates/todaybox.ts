// "What to do today", above all cases.
import { make } from "../../projection/make";
import { procedureOf } from "../load";
import { casePlace } from "../place";
import type { Case, Procedure } from "../shapes";
import { say } from "../words";
import { today } from "./days";
import { type Duty, SOON, duties, together } from "./duties";
import { dayText, momentText, natureText } from "./phrases";
import { trimmed } from "./trim";

function link({ own, procedure, row }: Duty): HTMLElement {
  const place = row.step ? casePlace(own.id, "tasks", row.id) : casePlace(own.id, "dates");
  return make("a", { href: place }, momentText(procedure, row.moment), row.path === "maybe" && make("small", {}, say("dates.today.maybe")));
}

function line(group: Duty[]): HTMLElement {
  const { own, level, day } = group[0] as Duty;
  const when = say(`dates.today.${level}`, { day: day === null ? "" : dayText(day) });
  const nature = day !== null && (level === "today" || level === "soon") ? natureText(day) : "";
  const texts = group.map(({ text }) => text).filter((text, place, all) => all.indexOf(text) === place);
  return make(`li.hb-today__line.hb-today__line--${level}`, { "data-level": level, "data-case": own.id },
    make("p", {}, make("a", { href: casePlace(own.id) }, own.title), make("b", {}, when)), make("p.hb-today__steps", {}, ...group.map(link)),
    make("small", {}, [...texts, nature].filter(Boolean).join(say("dates.stop"))));
}

/** The box, or nothing if no case is open. */
export async function todayBox(cases: Case[]): Promise<HTMLElement[]> {
  const open = cases.filter(({ filed }) => !filed);
  const found = await Promise.all(open.map(async (own) => ({ own, procedure: await procedureOf(own.procedure) })));
  const kept = found.filter((one): one is { own: Case; procedure: Procedure } => one.procedure !== null).map(({ own, procedure }) => ({ own, procedure: trimmed(procedure) }));
  if (!kept.length) return [];
  const now = today();
  const lines = together(duties(kept, now)).map(line);
  const rest = lines.length ? make("ul", {}, ...lines) : make("p", {}, say("dates.today.nothing", { days: SOON }));
  return [make("section.hb-today", { "data-hb": "desk-today" }, make("h3", {}, say("dates.today.title", { day: dayText(now) })), rest)];
}
