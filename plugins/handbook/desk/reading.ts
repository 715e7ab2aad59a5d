// Reads what may have been changed or damaged: nothing is taken over that is not named here, and nothing without bounds.
import type { Case, PaperState, State, StepState } from "./shapes";

/** The most characters of a name, of a longer text, and the most members of a group. */
export const NAME = 200;
export const TEXT = 20_000;
const MEMBERS = 5_000;
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STATES: State[] = ["todo", "doing", "done", "problem"];

/** What makes a text no such thing; `at` names the field. */
export class Unfit extends Error {
  constructor(readonly at: string) {
    super(at);
  }
}

type Fields = Record<string, unknown>;

/** The members of an object; refuses anything else, and names that reach for the language's own. */
export function fields(value: unknown, at: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit(at);
  const names = Object.keys(value);
  if (names.length > MEMBERS || names.some((name) => ["__proto__", "constructor", "prototype"].indexOf(name) >= 0)) throw new Unfit(at);
  return value as Fields;
}

export function text(value: unknown, at: string, most = NAME): string {
  if (typeof value !== "string" || value.length > most) throw new Unfit(at);
  return value;
}

export function slug(value: unknown, at: string): string {
  if (typeof value !== "string" || !ID.test(value)) throw new Unfit(at);
  return value;
}

/** A day that exists, or nothing. */
export function day(value: unknown, at: string): string {
  if (value === "") return "";
  const there = typeof value === "string" && DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!there || isNaN(there.getTime()) || there.toISOString().slice(0, 10) !== value) throw new Unfit(at);
  return value as string;
}

function bool(value: unknown, at: string): boolean {
  if (typeof value !== "boolean") throw new Unfit(at);
  return value;
}

/** Reads each member of a group; names are ids, or of `longest` characters. */
export function group<T>(value: unknown, at: string, read: (one: unknown, at: string) => T, longest = 0): Record<string, T> {
  const found: Record<string, T> = {};
  Object.entries(fields(value, at)).forEach(([name, one]) => {
    found[longest ? text(name, at, longest) : slug(name, at)] = read(one, `${at}.${name.slice(0, 40)}`);
  });
  return found;
}

function step(value: unknown, at: string): StepState {
  const one = fields(value, at);
  if (STATES.indexOf(one.state as State) < 0) throw new Unfit(`${at}.state`);
  const found: StepState = { state: one.state as State, note: text(one.note, `${at}.note`, TEXT), day: day(one.day, `${at}.day`) };
  if (one.answer !== undefined) found.answer = text(one.answer, `${at}.answer`);
  if (one.title !== undefined) found.title = text(one.title, `${at}.title`);
  return found;
}

const long = (value: unknown, at: string): string => text(value, at, TEXT);
const facts = (value: unknown, at: string): Record<string, string> => group(value, at, long, 2 * NAME);

function paper(value: unknown, at: string): PaperState {
  const one = fields(value, at);
  const found: PaperState = { facts: facts(one.facts, `${at}.facts`), done: bool(one.done, `${at}.done`) };
  if (one.name !== undefined) found.name = text(one.name, `${at}.name`);
  return found;
}

/** Days by the moments of a long run. */
export const moments = (value: unknown, at: string): Record<string, string> => group(value, at, day, 2 * NAME);
const typed = (value: unknown, at: string): Record<string, string> => group(value, at, long, NAME);

/** Makes a case of what a file or the storage holds; throws Unfit. */
export function caseOf(value: unknown, at = "case"): Case {
  const one = fields(value, at);
  const sums = one.sums === undefined ? {} : { sums: group(one.sums, `${at}.sums`, typed, 2 * NAME) };
  const runs = one.runs === undefined ? {} : { runs: group(one.runs, `${at}.runs`, moments) };
  return {
    id: slug(one.id, `${at}.id`),
    procedure: slug(one.procedure, `${at}.procedure`),
    edition: text(one.edition, `${at}.edition`),
    title: text(one.title, `${at}.title`),
    begun: day(one.begun, `${at}.begun`),
    dates: group(one.dates, `${at}.dates`, day),
    steps: group(one.steps, `${at}.steps`, step),
    facts: facts(one.facts, `${at}.facts`),
    papers: group(one.papers, `${at}.papers`, paper),
    ...sums,
    ...runs,
    archive: group(one.archive, `${at}.archive`, bool, TEXT),
    filed: day(one.filed, `${at}.filed`),
  };
}

/** Makes a case of a text that was kept; null if it is none. */
export function readCase(kept: string): Case | null {
  try {
    return caseOf(JSON.parse(kept));
  } catch {
    return null;
  }
}
