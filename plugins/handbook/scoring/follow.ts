// What follows from a score: conditions over it and over earlier periods.
import { type Exact, compare, exact, write } from "./exact";
import { type Action, type Condition, type Form } from "./form";
import { type Period, follows } from "./period";
import { type Sheet, limit } from "./sheet";
import type { Reason } from "./sum";

// What conditions may ask about one period of one unit.
export interface Facts {
  period: Period | null;
  sheet: Sheet;
  total: Exact;
  sections: Map<string, Exact>;
  band: string | null;
  last: boolean;
}

export interface Consequences {
  actions: string[];
  pending: string[];
  coefficient: Exact | null;
  trace: Reason[];
}

function holdsBetween(order: number, sign: Condition["compare"]): boolean {
  return { "<": order < 0, "<=": order <= 0, "=": order === 0, ">=": order >= 0, ">": order > 0 }[sign ?? "="];
}

// Whether a condition holds; the sentences of what made it hold go into `why`.
export function holds(form: Form, condition: Condition, facts: Facts, why: Reason[]): boolean {
  if (condition.every.length) return condition.every.every((one) => holds(form, one, facts, why));
  if (condition.some.length) return condition.some.filter((one) => holds(form, one, facts, why)).length > 0;
  if (condition.last_place) return facts.last && why.push(["last-place", {}]) > 0;
  if (condition.flag !== null) {
    const title = form.flags[condition.flag]?.title ?? condition.flag;
    return facts.sheet.flags.has(condition.flag) && why.push(["flagged", { title }]) > 0;
  }
  if (condition.of === "band") return facts.band === condition.value;
  const bound = limit(condition.value, facts.sheet.parameters) ?? exact(0);
  const given = condition.of === "total" ? facts.total : facts.sections.get(condition.section ?? "") ?? exact(0);
  if (!holdsBetween(compare(given, bound), condition.compare)) return false;
  const title = condition.of === "section" ? form.sections[condition.section ?? ""]?.title ?? "" : "";
  const sign = condition.compare ?? "=";
  why.push([title ? "section-is" : "total-is", { title, points: write(given), sign, bound: write(bound) }]);
  return true;
}

// How many periods in a row, this one last, the condition held; a gap between periods ends the row.
function inRow(form: Form, when: Condition, now: Facts, earlier: Facts[]): number {
  let count = 0;
  let later: Facts | null = null;
  for (const facts of [...earlier, now].reverse()) {
    const adjacent = !later || !later.period || !facts.period || follows(later.period, facts.period);
    if (!adjacent || !holds(form, when, facts, [])) break;
    count += 1;
    later = facts;
  }
  return count;
}

// How many periods of this year, this one included, the condition held.
function inYear(form: Form, when: Condition, now: Facts, earlier: Facts[]): number {
  const same = earlier.filter((facts) => facts.period?.year === now.period?.year);
  return [...same, now].filter((facts) => holds(form, when, facts, [])).length;
}

function applies(form: Form, action: Action, now: Facts, earlier: Facts[], trace: Reason[]): boolean {
  const why: Reason[] = [];
  if (!holds(form, action.when, now, why)) return false;
  const row = action.consecutive > 1 ? inRow(form, action.when, now, earlier) : 1;
  const counted = action.cumulative > 1 || action.until !== null;
  const year = counted ? inYear(form, action.when, now, earlier) : 1;
  if (row < action.consecutive || year < action.cumulative || (action.until !== null && year > action.until)) return false;
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

// Earlier facts stand from the oldest on.
export function followUp(form: Form, now: Facts, earlier: Facts[]): Consequences {
  const trace: Reason[] = [];
  const result: Consequences = { actions: [], pending: [], coefficient: override(form, now, trace), trace };
  for (const [name, action] of Object.entries(form.actions)) {
    if (!applies(form, action, now, earlier, trace)) continue;
    (action.decided_by === "person" ? result.pending : result.actions).push(name);
  }
  return result;
}
