// Counts how a section's items were answered: how many so, and how many so in a row, the last period's row going on.
import { type Exact, compare, exact } from "./exact";
import { type Facts, justBefore } from "./facts";
import type { Form, Tally } from "./form";
import { limit } from "./sheet";
import type { Reason } from "./sum";

// The answers of one sheet in the form's order; undefined where there is none.
function answers(form: Form, tally: Tally, facts: Facts): Array<Exact | "na" | undefined> {
  return Object.keys(form.sections[tally.section]?.items ?? {}).map((item) => facts.sheet.items.get(item));
}

// How long the row is after each answer. What does not apply is passed over; any other answer, or none, ends the row.
function rows(form: Form, tally: Tally, facts: Facts): number[] {
  const before = justBefore(facts);
  const earlier = before ? rows(form, tally, before) : [];
  const lengths: number[] = [];
  let row = earlier.length ? (earlier[earlier.length - 1] as number) : 0;
  for (const given of answers(form, tally, facts)) {
    if (given === "na") continue;
    row = given !== undefined && compare(given, exact(tally.answer)) === 0 ? row + 1 : 0;
    lengths.push(row);
  }
  return lengths.length ? lengths : [row];
}

function bound(value: Tally["row"], facts: Facts): number {
  const given = limit(value, facts.sheet.parameters);
  return given ? Number(given.n / given.d) : 0;
}

export function tallied(form: Form, tally: Tally, facts: Facts, why: Reason[]): boolean {
  const { title = "" } = form.sections[tally.section] ?? {};
  if (tally.times !== null) {
    const count = answers(form, tally, facts).filter((one) => one && one !== "na" && !compare(one, exact(tally.answer))).length;
    return count >= bound(tally.times, facts) && why.push(["tally-times", { title, count: String(count) }]) > 0;
  }
  const least = bound(tally.row, facts);
  const own = answers(form, tally, facts).some((one) => one !== undefined && one !== "na");
  if (!own || !rows(form, tally, facts).some((row) => row > 0 && row % least === 0)) return false;
  return why.push(["tally-row", { title, count: String(least) }]) > 0;
}
