// The handover file: all that the desk and the scoring forms keep on this computer, as one text, and back again.
import { SHEETS } from "../components/form/sheets";
import { Shelf } from "../browser/shelf";
import type { Keep } from "./keep";
import { index } from "./load";
import { daysOf, type Days, RUN } from "./dates/rundays";
import { parse, type Profile } from "./profile";
import { caseOf, fields, group, moments, TEXT, text, Unfit } from "./reading";
import type { Case } from "./shapes";

const FORMAT = "handbook-handover";
const VERSION = 1;
/** The largest file that is read, in bytes: ten times what a browser's storage holds of Chinese. */
export const LARGEST = 20_000_000;
const MOST_CASES = 500;

export interface Handed {
  edition: string;
  /** When it was saved: ISO 8601, UTC. */
  saved: string;
  profile: Profile | null;
  cases: Case[];
  /** Scoring sheets: the form's id, a slash and the sheet's name → its text. */
  sheets: Record<string, string>;
  /** Days filled in for long runs that belong to no case: run → moment → day. */
  runs: Record<string, Days>;
}

/** Why a file is not read: a word of `refused`, and the place in the file. */
export class Refused extends Error {
  constructor(readonly why: "large" | "damaged" | "foreign" | "newer" | "unfit", readonly at = "") {
    super(why);
  }
}

/** All that is kept here, ready for a file. */
export function packed(keep: Keep): string {
  const shelf = new Shelf(SHEETS);
  const sheets: Record<string, string> = {};
  shelf.names().forEach((name) => { sheets[name] = shelf.open(name) ?? ""; });
  const profile = parse(keep.text("profile") ?? "", null);
  const runs: Record<string, Days> = {};
  keep.named(RUN).forEach((name) => { runs[name.slice(RUN.length)] = daysOf(keep.text(name)); });
  const all = { format: FORMAT, version: VERSION, edition: index.edition, saved: new Date().toISOString(), profile, cases: keep.cases(), sheets, runs };
  return `${JSON.stringify(all, null, 1)}\n`;
}

/** Reads a file's text; throws Refused. Nothing is taken over that is not held against what it ought to be. */
export function unpacked(given: string): Handed {
  if (given.length > LARGEST) throw new Refused("large");
  const top = opened(given);
  if (top.format !== FORMAT) throw new Refused("foreign");
  if (top.version !== VERSION) throw new Refused("newer");
  try {
    return {
      edition: text(top.edition, "edition"),
      saved: text(top.saved, "saved", 40),
      profile: profile(top.profile),
      cases: cases(top.cases),
      sheets: group(top.sheets, "sheets", (one, at) => text(one, at, 10 * TEXT), TEXT),
      runs: top.runs === undefined ? {} : group(top.runs, "runs", moments),
    };
  } catch (error) {
    throw error instanceof Unfit ? new Refused("unfit", error.at) : error;
  }
}

function opened(given: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    throw new Refused("damaged");
  }
  try {
    return fields(value, "");
  } catch {
    throw new Refused("foreign");
  }
}

function cases(value: unknown): Case[] {
  if (!Array.isArray(value) || value.length > MOST_CASES) throw new Unfit("cases");
  const found = value.map((one, place) => caseOf(one, `cases[${place}]`));
  found.forEach(({ id }, place) => {
    if (found.some((one, other) => one.id === id && other < place)) throw new Unfit(`cases[${place}].id`);
  });
  return found;
}

/** A profile is taken as it is or not at all: what would be left out silently is told. */
function profile(value: unknown): Profile | null {
  if (value === null) return null;
  const given = fields(value, "profile");
  const found = parse(JSON.stringify(given), null);
  if (!found) throw new Unfit("profile");
  Object.keys(found).forEach((name) => {
    const known = (found as unknown as Record<string, unknown>)[name];
    if (name in given && !Object.is(given[name], known)) throw new Unfit(`profile.${name}`);
  });
  return found;
}
