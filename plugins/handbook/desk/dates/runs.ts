// A long run as one plan: several procedures after each other, the days they share tied together. Nothing is known to be done; the
// days come from the procedures' own deadlines and from what is filled in.
import type { Case, Procedure, Run } from "../shapes";
import { parse } from "./days";
import { type Ahead, ahead } from "./flow";
import { limitsOf } from "./limits";
import type { Row } from "./plan";
import { type Cause, type Group, dateMoment, deadlineRules, heldRules, orderRules, stepMoment, tied } from "./rules";
import { type Bounds, type Clash, Solver } from "./solve";

interface Leg { procedure: Procedure; held: Set<string>; last: string; prefix: string; order: Ahead["order"] }

export interface LegPlan { procedure: Procedure; rows: Row[] }
export interface RunPlan { legs: LegPlan[]; clashes: Clash<Cause>[]; uncounted: { text: string; year: number }[] }

const NOTHING: Case = { id: "", procedure: "", edition: "", title: "", begun: "", dates: {}, steps: {}, facts: {}, papers: {}, archive: {}, filed: "" };
const NONE = { amount: 0, unit: "day" };

function legOf(procedure: Procedure, through: string[]): Leg {
  const { sure, maybe, order } = ahead(procedure, NOTHING);
  const held = new Set(sure);
  through.forEach((id) => maybe.get(id)?.forEach((one) => held.add(one)));
  const steps = procedure.steps.filter(({ id }) => held.has(id));
  const last = through[through.length - 1] ?? steps[steps.length - 1]?.id ?? procedure.first;
  return { procedure, held, last, prefix: `${procedure.slug}/`, order };
}

function between(legs: Leg[]): Group[] {
  return legs.slice(1).map((leg, place) => {
    const before = legs[place] as Leg;
    const [one, other] = [stepMoment(before.last, before.prefix), stepMoment(leg.procedure.first, leg.prefix)];
    return { rules: [{ sense: "from", a: other, b: one, length: NONE, source: { is: "order", before: one, after: other } }] };
  });
}

function facts(legs: Leg[], dates: Record<string, string>): Group[] {
  const moments = legs.reduce<string[]>((all, { procedure, prefix }) => all.concat(Object.keys(procedure.dates).map((slug) => dateMoment(slug, prefix))), []);
  return moments.map((moment) => [moment, parse(dates[moment] ?? "")] as const).filter(([, day]) => day !== null)
    .map(([moment, day]) => ({ rules: [], facts: [{ sense: "on", a: moment, day: day ?? 0, source: { is: "date", moment, day: day ?? 0 } }] }));
}

function deadlines(legs: Leg[], must: boolean): Group[] {
  const found: Group[] = [];
  for (const { procedure, held, prefix } of legs)
    for (const step of procedure.steps.filter(({ id }) => held.has(id)))
      for (const deadline of step.deadlines.filter(({ force }) => (force === "must") === must)) {
        const group = deadlineRules(step, deadline, prefix);
        if (group) found.push(group);
      }
  return found;
}

/** The dates one may fill in: of those that are one day only the first. */
export function openDates(run: Run, procedures: Procedure[]): { moment: string; what: string; slug: string }[] {
  const dates = procedures.reduce<{ moment: string; what: string; slug: string }[]>((all, { slug, dates: own }) =>
    all.concat(Object.keys(own).map((name) => ({ moment: dateMoment(name, `${slug}/`), what: own[name] ?? "", slug: name }))), []);
  const again = (moment: string): boolean => run.same.some((group) => group.filter((one) => one.indexOf("/date:") > 0).indexOf(moment) > 0);
  return dates.filter(({ moment }) => !again(moment));
}

/** A run of procedures, given in the order of its legs; dates: moment ("slug/date:name") → ISO day. */
export function planRun(run: Run, procedures: Procedure[], dates: Record<string, string>): RunPlan {
  const legs = procedures.map((procedure, place) => legOf(procedure, run.legs[place]?.through ?? []));
  const must = new Solver<Cause>();
  must.takeEach(facts(legs, dates));
  const orders = legs.reduce<Group[]>((all, { procedure, held, prefix, order }) => all.concat(heldRules(procedure.steps, held, prefix), orderRules(order, held, prefix)), []);
  const same = run.same.reduce<Group[]>((all, [one = "", ...others]) => all.concat(others.map((other) => tied(one, other, { is: "same", one, other }))), []);
  must.takeEach([...orders, ...same, ...between(legs)]);
  must.takeEach(deadlines(legs, true));
  const advised = must.branch();
  advised.takeEach(deadlines(legs, false));
  const uncounted: RunPlan["uncounted"] = [];
  advised.uncounted.forEach((year, cause) => { if (cause.is === "deadline") uncounted.push({ text: cause.deadline.text, year }); });
  return { legs: legs.map((leg) => legPlan(leg, must.bounds, advised.bounds, dates)), clashes: [...must.clashes, ...advised.clashes], uncounted };
}

/** What of the bounds is a leg's, by the moments' names within its procedure. */
function within({ early, late }: Bounds<Cause>, prefix: string): Bounds<Cause> {
  const own = <Kept>(all: Map<string, Kept>): Map<string, Kept> =>
    new Map(Array.from(all).filter(([moment]) => moment.indexOf(prefix) === 0).map(([moment, kept]) => [moment.slice(prefix.length), kept] as const));
  return { early: own(early), late: own(late) };
}

// Named dates, the first and last step, and the steps whose deadlines bind a day.
function legPlan(leg: Leg, must: Bounds<Cause>, advised: Bounds<Cause>, dates: Record<string, string>): LegPlan {
  const { procedure, held, prefix, last } = leg;
  const [hard, soft] = [within(must, prefix), within(advised, prefix)];
  const span = (bounds: Bounds<Cause>, moment: string) => ({ early: bounds.early.get(moment)?.day ?? null, late: bounds.late.get(moment)?.day ?? null });
  const plain = { path: "sure" as const, done: false, skipped: false };
  const named = Object.keys(procedure.dates).map((slug): Row => {
    const moment = dateMoment(slug);
    return { ...plain, moment, kind: "date", id: slug, title: procedure.dates[slug] ?? "", step: null, limits: [], day: parse(dates[prefix + moment] ?? ""), must: span(hard, moment), advised: span(soft, moment) };
  });
  const steps = procedure.steps.filter(({ id }) => held.has(id)).map((step): Row => {
    const moment = stepMoment(step.id);
    const limits = limitsOf(step, procedure.steps, held, hard, null).filter(({ sense }) => sense !== "none");
    return { ...plain, moment, kind: "step", id: step.id, title: step.title, step, limits, day: null, must: span(hard, moment), advised: span(soft, moment) };
  });
  return { procedure, rows: [...named, ...steps.filter(({ id, limits }) => id === procedure.first || id === last || limits.length > 0)] };
}
