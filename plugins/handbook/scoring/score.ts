// Scores one sheet: a pure function of a form, a sheet and the sheets of earlier periods.
import { codeOf } from "./code";
import { type Exact, add, compare, divide, exact, least, most, subtract, times, write, zero } from "./exact";
import type { Facts } from "./facts";
import { type Band, type Flag, type Form } from "./form";
import { type Consequences, followUp } from "./follow";
import { type Period, beginning, contains, inOneYear } from "./period";
import { type Problem, type Sheet, SheetReader, limit } from "./sheet";
import { type Reason, type Sum, isTouched, sumSection, total } from "./sum";

export interface Score {
  form: string;
  unit: string | null;
  post: string | null;
  period: string | null;
  total: string;
  sections: Record<string, string>;
  band: string | null;
  coefficient: string | null;
  pay: string | null;
  float?: string;
  year?: string;
  actions: string[];
  pending: string[];
  code?: string;
  complete: boolean;
  missing: string[];
  trace: Reason[];
  problems: never[];
}

export interface Weighed {
  facts: Facts;
  missing: string[];
  deviation: Exact | null;
  fixed: boolean; // whether a flag or a rule has set the grade
  trace: Reason[];
}

// A sheet that was refused: which file it was, and why.
export interface Refusal extends Problem {
  file: number; // 0 the sheet itself, from 1 the earlier ones
}

const HUNDRED = exact(100);

function within(points: Exact, band: Band, parameters: Map<string, Exact>): boolean {
  const low = limit(band.lower, parameters);
  const high = limit(band.upper, parameters);
  const above = !low || compare(points, low) > (band.lower_included ? -1 : 0);
  return above && (!high || compare(points, high) < (band.upper_included ? 1 : 0));
}

// Whether grades go by the place in a ranking, so that one sheet alone has none.
export function byPlace(form: Form): boolean {
  return Object.values(form.bands).some((band) => band.top !== null || band.bottom !== null);
}

// The grade a person gave by choosing a step that stands for one.
function chosen(form: Form, sheet: Sheet): string | null {
  for (const { items } of Object.values(form.sections)) {
    for (const [name, item] of Object.entries(items)) {
      const given = sheet.items.get(name);
      const option = given && given !== "na" ? item.options.find((one) => compare(exact(one.points), given) === 0) : undefined;
      if (option?.band) return option.band;
    }
  }
  return null;
}

// Whether a flag sets the grade: some do so only where the unit has switched that on.
function sets(flag: Flag, sheet: Sheet): boolean {
  const switched = flag.only_if === null || compare(sheet.parameters.get(flag.only_if) ?? zero, zero) !== 0;
  return flag.band !== null && switched;
}

// The grade that a flag or a rule sets whatever the points; undefined if none does.
function fixedBand(form: Form, sheet: Sheet, failed: boolean, trace: Reason[]): string | null | undefined {
  const flags = Object.entries(form.flags).filter(([name]) => sheet.flags.has(name)).map(([, flag]) => flag);
  const free = flags.find((flag) => flag.ungraded);
  if (free) return trace.push(["ungraded", { title: free.title }]), null;
  const veto = flags.find((flag) => sets(flag, sheet));
  if (veto?.band) return trace.push(["veto", { title: veto.title, band: form.bands[veto.band]?.title ?? "" }]), veto.band;
  if (!failed || !form.fails_as) return undefined;
  return trace.push(["failed", { band: form.bands[form.fails_as]?.title ?? "" }]), form.fails_as;
}

// Null points are those of a sheet on which nothing that counts is filled in: it has no grade by points.
function bandOf(form: Form, points: Exact | null, sheet: Sheet, trace: Reason[]): string | null {
  const judged = Object.values(form.sections).some((section) => Object.values(section.items).some((item) => item.options.some((one) => one.band)));
  if (judged) {
    const name = chosen(form, sheet);
    if (name) trace.push(["judged", { band: form.bands[name]?.title ?? "" }]);
    return name;
  }
  if (byPlace(form) || !points) return null;
  const found = Object.entries(form.bands).find(([, band]) => within(points, band, sheet.parameters));
  if (found) trace.push(["band", { points: write(points), band: found[1].title }]);
  return found ? found[0] : null;
}

// In percent of the base, exact.
function deviate(form: Form, points: Exact, sheet: Sheet): Exact | null {
  const base = form.deviation ? sheet.parameters.get(form.deviation.base) : undefined;
  return base ? divide(times(subtract(points, base), HUNDRED), base) : null;
}

// A year's score: parts without one are left out, and the weights of the others made whole again.
function yearOf(form: Form, parts: Map<string, Exact | null>, sheet: Sheet, trace: Reason[]): Exact | null {
  let sum = zero;
  let weights = zero;
  for (const [name, title] of Object.entries(form.year?.parts ?? {})) {
    const points = parts.get(name) ?? null;
    const weight = limit(form.year?.weights[name] ?? null, sheet.parameters) ?? zero;
    if (!points) {
      trace.push(["part-missing", { title }]);
      continue;
    }
    trace.push(["part", { title, points: write(points), weight: write(weight) }]);
    sum = add(sum, times(points, weight));
    weights = add(weights, weight);
  }
  return compare(weights, zero) > 0 ? divide(sum, weights) : null;
}

// Adds up a sheet and grades it, without looking at other periods.
export function weigh(form: Form, sheet: Sheet): Weighed {
  const trace: Reason[] = [];
  const sums = new Map<string, Sum>();
  const yearly = sheet.parts.size > 0;
  for (const [name, section] of Object.entries(form.sections)) {
    if (!yearly || !section.counts) sums.set(name, sumSection(name, section, sheet));
  }
  for (const [name, sum] of sums) {
    if (!form.sections[name]?.counts) continue;
    trace.push(["section", { title: form.sections[name]?.title ?? "", points: write(sum.points) }], ...sum.trace);
  }
  const points = yearly ? yearOf(form, sheet.parts, sheet, trace) ?? zero : total(form, sums, sheet);
  trace.push(["total", { points: write(points) }]);
  const deviation = deviate(form, points, sheet);
  if (deviation) trace.push(["deviation", { percent: write(deviation) }]);
  const failed = [...sums.values()].some((sum) => sum.failed.length > 0);
  const empty = !yearly && !Object.entries(form.sections).some(([name, section]) => section.counts && isTouched(name, section, sheet));
  const fixed = fixedBand(form, sheet, failed, trace);
  const band = fixed === undefined ? bandOf(form, empty ? null : deviation ?? points, sheet, trace) : fixed;
  const sections = new Map([...sums].map(([name, sum]) => [name, sum.points] as const));
  const facts = { period: sheet.period, sheet, total: points, empty, sections, band, last: false, honoured: false, before: null };
  return { facts, missing: [...sums.values()].flatMap((sum) => sum.missing), deviation, fixed: fixed !== undefined, trace };
}

function signed(form: Form, deviation: Exact): string {
  const { lowest, highest } = form.deviation as NonNullable<Form["deviation"]>;
  const size = most(deviation, subtract(zero, deviation));
  if (compare(size, exact(lowest)) < 0) return "0";
  const held = most(exact(-highest), least(exact(highest), deviation));
  return (compare(held, zero) > 0 ? "+" : "") + write(held);
}

// Whether a period is one of those that a year of this form is made of.
function isPart(form: Form, period: Period | null): boolean {
  return form.year !== null && period !== null && inOneYear(period) === Object.keys(form.year.parts).length;
}

// The year so far, from this period and the earlier ones of the same year.
function yearSoFar(form: Form, now: Facts, earlier: Facts[], trace: Reason[]): string | undefined {
  if (!isPart(form, now.period) || now.sheet.parts.size) return undefined;
  const names = Object.keys(form.year?.parts ?? {});
  const same = [...earlier, now].filter((one) => !one.empty && one.period?.year === now.period?.year && one.period?.kind === now.period?.kind);
  const parts = new Map(same.map((one) => [names[(one.period?.part ?? 0) - 1] ?? "", one.total] as const));
  const year = yearOf(form, parts, now.sheet, trace);
  return year ? write(year) : undefined;
}

// Puts together what the reader is told.
export function conclude(form: Form, weighed: Weighed, earlier: Facts[]): Score {
  const { facts, missing, deviation } = weighed;
  const { sheet } = facts;
  const trace = [...weighed.trace];
  const after: Consequences = followUp(form, facts);
  trace.push(...after.trace);
  const own = facts.band === null ? null : form.bands[facts.band]?.coefficient ?? null;
  const coefficient = after.coefficient ?? (own === null ? null : exact(own));
  const amount = sheet.post !== null && Object.keys(form.posts).length ? form.posts[sheet.post] : undefined;
  const pay = coefficient && amount !== undefined ? times(exact(amount), coefficient) : null;
  if (pay) trace.push(["pay", { amount: String(amount), coefficient: write(coefficient as Exact), pay: write(pay) }]);
  const year = yearSoFar(form, facts, earlier, trace);
  return {
    form: form.id, unit: sheet.unit, post: sheet.post, period: sheet.written, total: write(facts.total),
    sections: Object.fromEntries([...facts.sections].map(([name, points]) => [name, write(points)])),
    band: facts.band, coefficient: coefficient && write(coefficient), pay: pay && write(pay),
    ...(deviation ? { float: signed(form, deviation) } : {}), ...(year === undefined ? {} : { year }),
    actions: after.actions, pending: after.pending, complete: missing.length === 0, missing, trace, problems: [],
  };
}

// A longer period's sheet without points of its own takes them from the sheets of its parts.
function takeParts(form: Form, now: Sheet, earlier: Weighed[]): void {
  if (!form.year || !now.period || now.parts.size) return;
  const counting = Object.entries(form.sections).filter(([, section]) => section.counts);
  const own = counting.some(([name, { items }]) => now.sections.has(name) || Object.keys(items).some((item) => now.items.has(item)));
  if (own) return;
  const names = Object.keys(form.year.parts);
  for (const { facts } of earlier) {
    const name = names[(facts.period?.part ?? 0) - 1];
    if (name && !facts.empty && facts.period && isPart(form, facts.period) && contains(now.period, facts.period)) now.parts.set(name, facts.total);
  }
}

function outOfOrder(sheets: Sheet[], file: number): string | null {
  const [now, one] = [sheets[0] as Sheet, sheets[file] as Sheet];
  if (now.unit !== null && one.unit !== null && now.unit !== one.unit) return "history-unit";
  if ((now.period === null) !== (one.period === null)) return "history-period";
  if (!now.period || !one.period) return null;
  if (!contains(now.period, one.period) && beginning(one.period) >= beginning(now.period)) return "history-later";
  return sheets.slice(1, file).some((other) => other.written === one.written) ? "history-twice" : null;
}

// The texts of a sheet's file and of the earlier ones, scored; or everything that is wrong with them.
export function score(form: Form, texts: string[]): { score: Score } | { refusals: Refusal[] } {
  const readers = texts.map(() => new SheetReader(form));
  const sheets = readers.map((reader, file) => reader.read(texts[file] as string));
  const refusals: Refusal[] = readers.flatMap((reader, file) => reader.problems.map((problem) => ({ ...problem, file })));
  for (let file = 1; file < sheets.length && !refusals.length; file++) {
    const code = outOfOrder(sheets, file);
    if (code) refusals.push({ code, path: "period", at: 0, parts: { given: sheets[file]?.written ?? sheets[file]?.unit ?? "" }, file });
  }
  if (refusals.length) return { refusals };
  const earlier = sheets.slice(1).map((sheet) => weigh(form, sheet));
  takeParts(form, sheets[0] as Sheet, earlier);
  const order = (facts: Facts) => (facts.period ? beginning(facts.period) : 0);
  const past = earlier.map((one) => one.facts).sort((a, b) => order(a) - order(b));
  const now = weigh(form, sheets[0] as Sheet);
  [...past, now.facts].forEach((facts, index) => (facts.before = past[index - 1] ?? null));
  const code = codeOf(form.id, form.edition, now.facts.sheet);
  return { score: { ...conclude(form, now, past), code } };
}
