// What must hold between papers, held against what was typed. Pure; what is not filled in yet is not judged.
import { baseOf, isCopy } from "./copies";
import { Check, Field, Paper, Values } from "./shapes";
import { clean, dayOf, numberOf } from "./values";

/** A field that a check looks at: whose it is, what it is called, and what stands in it. */
export interface Seen { paper: Paper; name: string; field: Field; value: string }
export interface Broken { check: Check; seen: Seen[] }

function look(place: string, papers: Paper[], of: (paper: Paper) => Values): Seen | null {
  const [slug, name] = place.split(".") as [string, string];
  const paper = papers.filter((one) => one.slug === slug)[0];
  const field = paper && paper.fields[name];
  return paper && field ? { paper, name, field, value: clean(of(paper)[name] || "") } : null;
}

// Names in any order are the same names; a day or number is the same however it is typed.
function sameness({ field, value }: Seen): string {
  if (field.kind === "date") return dayOf(value) || value;
  if (field.kind === "number") return String(numberOf(value));
  if (field.kind === "people") return value.split(/[\s,\uff0c\u3001;\uff1b]+/).filter(Boolean).sort().join("\u3001");
  return value.replace(/\s+/g, "");
}

function shareHolds(check: Check, value: number, base: number): boolean {
  const [over, under] = check.share;
  const [left, right] = check.kind === "at-least-share" ? [value * under, base * over] : [base * over, value * under];
  return check.strict ? left > right : left >= right;
}

function rising(steps: (number | string)[]): boolean {
  return steps.every((step, place) => place === 0 || steps[place - 1]! <= step);
}

function holds(check: Check, seen: Seen[]): boolean {
  if (check.kind === "equal") return seen.every((one) => sameness(one) === sameness(seen[0]!));
  if (check.kind === "order") {
    const days = seen.map(({ value }) => dayOf(value));
    return days.some((day) => !day) || rising(days);
  }
  const numbers = seen.map(({ value }) => numberOf(value));
  if (numbers.some((one) => one === null)) return true; // said at the field itself
  const [first, ...others] = numbers as [number, ...number[]];
  if (check.kind === "not-more-than") return rising(numbers as number[]);
  if (check.kind === "sum") return first === others.reduce((sum, one) => sum + one, 0);
  return shareHolds(check, first, others[0]!);
}

/** The checks that do not hold. Of dates, names and chains those that are filled in are compared; a sum or share needs all. */
export function broken(checks: Check[], papers: Paper[], of: (paper: Paper) => Values): Broken[] {
  const found: Broken[] = [];
  checks.forEach((check) => {
    const looked = check.of.map((place) => look(place, papers, of));
    const seen = looked.filter((one): one is Seen => one !== null && one.value !== "");
    const some = check.kind === "equal" || check.kind === "order" || check.kind === "not-more-than";
    if (seen.length < (some ? 2 : looked.length)) return;
    if (!holds(check, seen)) found.push({ check, seen });
  });
  return found;
}

/** The checks within one paper, held against its copies; what must hold between papers is held against the first of each. */
export function brokenCopies(checks: Check[], papers: Paper[], of: (paper: Paper) => Values): Broken[] {
  return papers.filter(({ slug }) => isCopy(slug)).reduce<Broken[]>((all, copy) => {
    const base = baseOf(copy.slug);
    const within = checks.filter((check) => check.of.every((place) => place.split(".")[0] === base));
    return [...all, ...broken(within, [{ ...copy, slug: base }], () => of(copy))];
  }, []);
}
