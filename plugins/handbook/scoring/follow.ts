// What follows from a score: conditions over it and over earlier periods.
import { type Exact, compare, exact, write } from "./exact";
import { type Facts, justBefore } from "./facts";
import { type Action, type Condition, type Form } from "./form";
import { inOneYear } from "./period";
import { limit } from "./sheet";
import type { Reason } from "./sum";
import { tallied } from "./tally";

export interface Consequences {
  actions: string[];
  pending: string[];
  coefficient: Exact | null;
  trace: Reason[];
}

function holdsBetween(order: number, sign: Condition["compare"]): boolean {
  return { "<": order < 0, "<=": order <= 0, "=": order === 0, ">=": order >= 0, ">": order > 0 }[sign ?? "="];
}

function measured(condition: Condition, facts: Facts): Exact {
  if (condition.of === "total") return facts.total;
  if (condition.of === "parameter") return facts.sheet.parameters.get(condition.parameter ?? "") ?? exact(0);
  return facts.sections.get(condition.section ?? "") ?? exact(0);
}

// Whether the grade is so many above the one of the period just before; a form lists its grades from the best on.
function hasRisen(form: Form, steps: number, facts: Facts, why: Reason[]): boolean {
  const earlier = justBefore(facts);
  if (!earlier || earlier.band === null || facts.band === null) return false;
  const names = Object.keys(form.bands);
  if (names.indexOf(earlier.band) - names.indexOf(facts.band) < steps) return false;
  const title = (name: string) => form.bands[name]?.title ?? "";
  return why.push(["risen", { before: title(earlier.band), band: title(facts.band) }]) > 0;
}

// Whether a condition holds; the sentences of what made it hold go into `why`.
export function holds(form: Form, condition: Condition, facts: Facts, why: Reason[]): boolean {
  if (condition.every.length) return condition.every.every((one) => holds(form, one, facts, why));
  if (condition.some.length) return condition.some.filter((one) => holds(form, one, facts, why)).length > 0;
  if (condition.none.length) return !condition.none.some((one) => holds(form, one, facts, []));
  if (condition.last_place) return facts.last && why.push(["last-place", {}]) > 0;
  if (condition.honoured) return facts.honoured && why.push(["honoured", { title: form.ranking?.honour ?? "" }]) > 0;
  if (condition.tally) return tallied(form, condition.tally, facts, why);
  if (condition.risen !== null) return hasRisen(form, condition.risen, facts, why);
  if (condition.flag !== null) {
    const title = form.flags[condition.flag]?.title ?? condition.flag;
    return facts.sheet.flags.has(condition.flag) && why.push(["flagged", { title }]) > 0;
  }
  if (condition.of === "band") return facts.band === condition.value;
  const counts = condition.of === "total" || form.sections[condition.section ?? ""]?.counts;
  if (facts.empty && counts) return false;
  const bound = limit(condition.value, facts.sheet.parameters) ?? exact(0);
  const given = measured(condition, facts);
  if (!holdsBetween(compare(given, bound), condition.compare)) return false;
  if (condition.of === "parameter") return true;
  const title = condition.of === "section" ? form.sections[condition.section ?? ""]?.title ?? "" : "";
  const sign = condition.compare ?? "=";
  why.push([title ? "section-is" : "total-is", { title, points: write(given), sign, bound: write(bound) }]);
  return true;
}

// How many periods in a row, this one last, the condition held; a gap between periods ends the row.
function inRow(form: Form, when: Condition, now: Facts): number {
  let count = 0;
  for (let facts: Facts | null = now; facts && holds(form, when, facts, []); facts = justBefore(facts)) count += 1;
  return count;
}

// How many periods of this year up to this one the condition held.
function inYear(form: Form, when: Condition, now: Facts): number {
  let count = 0;
  for (let facts: Facts | null = now; facts; facts = facts.before) {
    if (facts.period?.year === now.period?.year && holds(form, when, facts, [])) count += 1;
  }
  return count;
}

// Whether it held in each period of a year that ends with this one.
function allYear(form: Form, when: Condition, now: Facts): boolean {
  const { period } = now;
  const many = period ? inOneYear(period) : 0;
  return period !== null && period.part === many && inRow(form, when, now) >= many;
}

function applies(form: Form, action: Action, now: Facts, trace: Reason[]): boolean {
  const why: Reason[] = [];
  if (!holds(form, action.when, now, why)) return false;
  const row = action.consecutive > 1 ? inRow(form, action.when, now) : 1;
  const counted = action.cumulative > 1 || action.until !== null;
  const year = counted ? inYear(form, action.when, now) : 1;
  if (row < action.consecutive || year < action.cumulative || (action.until !== null && year > action.until)) return false;
  if (action.recount && row % action.consecutive) return false;
  if (action.whole_year && !allYear(form, action.when, now)) return false;
  trace.push(...why);
  if (action.consecutive > 1) trace.push(["in-row", { count: String(row) }]);
  if (counted) trace.push(["in-year", { count: String(year) }]);
  trace.push([action.decided_by === "person" ? "is-pending" : "so-follows", { title: action.title }]);
  return true;
}

// The lowest coefficient that a condition sets, if one does.
function override(form: Form, now: Facts, trace: Reason[]): Exact | null {
  let lowest: Exact | null = null;
  for (const { title, when, coefficient } of form.overrides) {
    if (!holds(form, when, now, trace)) continue;
    const given = exact(coefficient);
    if (!lowest || compare(given, lowest) < 0) lowest = given;
    trace.push(["coefficient-becomes", { title, coefficient: write(given) }]);
  }
  return lowest;
}

export function followUp(form: Form, now: Facts): Consequences {
  const trace: Reason[] = [];
  const result: Consequences = { actions: [], pending: [], coefficient: override(form, now, trace), trace };
  for (const [name, action] of Object.entries(form.actions)) {
    if (!applies(form, action, now, trace)) continue;
    (action.decided_by === "person" ? result.pending : result.actions).push(name);
  }
  return result;
}
