// What a plan warns of: which steps, by which rules, what to do when it is too late, and what could move.
import { make } from "../../projection/make";
import type { Procedure } from "../shapes";
import { say } from "../words";
import { dayText, momentText } from "./phrases";
import type { Plan, Problem, Span } from "./plan";
import { type Cause, ends } from "./rules";
import { force } from "./table";

const ORDER: Problem["kind"][] = ["impossible", "late", "done-late", "done-astray", "advice"];

function causeLine(cause: Cause, procedure: Procedure): HTMLElement {
  const named = (moment: string): string => momentText(procedure, moment);
  if (cause.is === "deadline") {
    const { deadline, step } = cause;
    return make("li", { "data-cause": "deadline" }, force(deadline.force), deadline.text, make("small", {}, say("dates.cause.deadline", { step: named(`step:${step.id}`), basis: deadline.basis })));
  }
  const text = cause.is === "order" ? say("dates.cause.order", { before: named(cause.before), after: named(cause.after) })
    : cause.is === "held" ? say("dates.cause.held", { step: named(cause.step), date: named(cause.date) })
    : cause.is === "same" ? say("dates.cause.same", { one: named(cause.one), other: named(cause.other) })
    : say(`dates.cause.${cause.is}`, { what: named(cause.moment), day: dayText(cause.day) });
  return make("li", { "data-cause": cause.is }, text);
}

function moveText(span: Span, what: string): string {
  const { early, late } = span;
  const days = { what, from: early === null ? "" : dayText(early), to: late === null ? "" : dayText(late) };
  if (early !== null && late !== null) return say(early === late ? "dates.move.on" : "dates.move.between", days);
  return early !== null ? say("dates.move.from", days) : late !== null ? say("dates.move.to", days) : say("dates.move.free", days);
}

function titleOf(problem: Problem, procedure: Procedure): string {
  const cause = problem.cause;
  const bound = cause.is === "deadline" ? ends(cause.step, cause.deadline)?.bound ?? `step:${cause.step.id}` : "";
  const moment = cause.is === "deadline" ? bound : cause.is === "order" ? cause.after : cause.is === "held" ? cause.step : problem.at;
  const title = say(`dates.problem.${problem.kind}`, { what: momentText(procedure, moment) });
  return problem.only ? say("dates.if", { title, step: momentText(procedure, `step:${problem.only}`) }) : title;
}

function trouble(problem: Problem, procedure: Procedure): HTMLElement {
  const { cause, causes, moves } = problem;
  const own = causes.indexOf(cause) < 0 ? [cause, ...causes] : causes;
  const missed = cause.is === "deadline" && problem.kind !== "impossible" ? cause.deadline.missed : "";
  const shown = moves.map(({ moment, must, own: free }) => {
    const move = moveText(must, momentText(procedure, moment));
    return make("li", {}, free ? move : say("dates.not_own", { move }));
  });
  return make(`section.hb-trouble.hb-trouble--${problem.kind}`, { "data-kind": problem.kind, "data-at": problem.at },
    make("h3", {}, titleOf(problem, procedure)), make("p", {}, say("dates.because")), make("ul", {}, ...own.map((one) => causeLine(one, procedure))),
    missed && make("p.hb-trouble__missed", {}, say("dates.missed", { missed })),
    shown.length > 0 && make("p", {}, say("dates.moves")), shown.length > 0 && make("ul", { "data-hb": "plan-moves" }, ...shown),
    problem.kind === "impossible" && !shown.length && make("p", {}, say("dates.no_moves")));
}

/** The warnings, the gravest first; empty if there are none. */
export function troubles(plan: Plan, procedure: Procedure): HTMLElement[] {
  const problems = ORDER.reduce<Problem[]>((all, kind) => all.concat(plan.problems.filter((one) => one.kind === kind)), []);
  const uncounted = plan.uncounted.map(({ step, text, year }) => make("li", {}, say("dates.uncounted", { step: momentText(procedure, `step:${step.id}`), text, year })));
  return [...problems.map((problem) => trouble(problem, procedure)),
    ...(uncounted.length ? [make("section.hb-trouble.hb-trouble--advice", { "data-kind": "uncounted" }, make("h3", {}, say("dates.uncounted_title")), make("ul", {}, ...uncounted))] : [])];
}
