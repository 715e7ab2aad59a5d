// A section's points from its items or its subtotal, and what is still missing.
import { type Exact, add, compare, divide, exact, least, most, subtract, times, write, zero } from "./exact";
import { type Form, type Item, type Section } from "./form";
import { type Sheet, limit } from "./sheet";

// One sentence of the reasoning: its key in the interface's words, and what is filled in.
export type Reason = [key: string, parts: Record<string, string>];

export interface Sum {
  points: Exact;
  missing: string[];
  failed: string[];
  trace: Reason[];
}

const HUNDRED = exact(100);

// Whether a number reaches the item's threshold; a parameter that is 0 is a threshold like any other.
function reached(item: Item, given: Exact, sheet: Sheet): boolean {
  const { reaches = 0, included = true } = item.threshold ?? {};
  const bound = typeof reaches === "number" ? exact(reaches) : sheet.parameters.get(reaches) ?? zero;
  return compare(given, bound) > (included ? -1 : 0);
}

function worth(item: Item, given: Exact, sheet: Sheet): Exact {
  const high = limit(item.maximum, sheet.parameters);
  if (item.kind === "check") return zero;
  if (item.kind === "deduct") return subtract(zero, given);
  if (item.kind === "threshold") return exact(reached(item, given, sheet) ? item.threshold?.met ?? 0 : item.threshold?.unmet ?? 0);
  if (item.kind === "rate") return divide(times(high ?? zero, given), HUNDRED);
  if (item.kind !== "per-occurrence") return given;
  const points = times(exact(item.each ?? 0), given);
  return most(exact(item.minimum), least(typeof item.maximum === "number" ? exact(item.maximum) : high ?? points, points));
}

function best(item: Item, sheet: Sheet): Exact {
  if (item.threshold) return exact(Math.max(item.threshold.met, item.threshold.unmet));
  return item.kind === "deduct" || item.kind === "check" ? zero : limit(item.maximum, sheet.parameters) ?? zero;
}

// The points of what applies, spread over what does not where its rule says so.
function spread(points: Exact, all: Exact, away: Exact, section: Section, trace: Reason[]): Exact {
  const left = subtract(all, away);
  if (compare(away, zero) === 0 || compare(left, zero) <= 0) return points;
  trace.push(["redistributed", { title: section.title, away: write(away), left: write(left) }]);
  return divide(times(points, all), left);
}

function fromItems(section: Section, sheet: Sheet): Sum {
  const sum: Sum = { points: zero, missing: [], failed: [], trace: [] };
  let away = zero;
  let all = zero;
  for (const [name, item] of Object.entries(section.items)) {
    const given = sheet.items.get(name);
    all = add(all, best(item, sheet));
    if (given === undefined) sum.missing.push(name);
    else if (given !== "na") sum.points = add(sum.points, worth(item, given, sheet));
    else if (item.not_applicable === "redistribute") away = add(away, best(item, sheet));
    else if (item.not_applicable === "fail") sum.failed.push(name);
  }
  sum.points = add(exact(section.start), spread(sum.points, all, away, section, sum.trace));
  return sum;
}

function limited(section: Section, sum: Sum, sheet: Sheet): void {
  const high = limit(section.maximum, sheet.parameters);
  const low = exact(section.floor);
  const parts = { title: section.title, points: write(sum.points) };
  if (high && compare(sum.points, high) > 0) {
    sum.trace.push(["capped", { ...parts, limit: write(high) }]);
    sum.points = high;
  } else if (compare(sum.points, low) < 0) {
    sum.trace.push(["floored", { ...parts, limit: write(low) }]);
    sum.points = low;
  }
}

// Whether anything of a section is filled in.
export function isTouched(name: string, section: Section, sheet: Sheet): boolean {
  return sheet.sections.has(name) || Object.keys(section.items).some((item) => sheet.items.has(item));
}

// Adds up one section. A section nobody touched has no points, and is missing as a whole.
export function sumSection(name: string, section: Section, sheet: Sheet): Sum {
  const subtotal = sheet.sections.get(name);
  const touched = Object.keys(section.items).some((item) => sheet.items.has(item));
  let sum: Sum;
  if (subtotal !== undefined) sum = { points: subtotal, missing: [], failed: [], trace: [] };
  else if (touched) sum = fromItems(section, sheet);
  else sum = { points: zero, missing: Object.keys(section.items), failed: [], trace: [] };
  if (!touched && subtotal === undefined && !sum.missing.length) sum.missing = [name];
  if (touched || subtotal !== undefined) limited(section, sum, sheet);
  if (section.optional) sum.missing = [];
  return sum;
}

// The weighted points of all sections that count: their sum, or their average.
export function total(form: Form, sums: Map<string, Sum>, sheet: Sheet): Exact {
  let points = zero;
  let weights = zero;
  for (const [name, section] of Object.entries(form.sections)) {
    const sum = sums.get(name) as Sum;
    if (!section.counts) continue;
    const weight = section.weight === null ? HUNDRED : limit(section.weight, sheet.parameters) ?? zero;
    points = add(points, section.weight === null ? sum.points : divide(times(sum.points, weight), HUNDRED));
    weights = add(weights, divide(weight, HUNDRED));
  }
  return form.average && compare(weights, zero) > 0 ? divide(points, weights) : points;
}
