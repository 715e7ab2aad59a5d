// What a reader told of the own branch. Kept on this computer only; what is not known is null or empty and hides nothing.
import { Shelf } from "../browser/shelf";

export interface Profile {
  unit: string; // a key of content/unit-types.yml
  branch: string; // one of BRANCHES
  name: string;
  full: number | null; // full members
  probationary: number | null;
  committee: boolean | null;
  superior: string;
  termEnd: string; // an ISO day
  groups: number | null; // Party groups
}

export type Field = keyof Profile;
/** Why a field is refused: a key of the locale's `profile.faults`. */
export type Fault = "long" | "number" | "many" | "day" | "choice" | "control";

export const BRANCHES = ["regular", "joint", "temporary"];
export const LONGEST = 60; // characters of a name
export const MOST = 1000; // members or groups
const KEY = "profile";
const NUMBERS: Field[] = ["full", "probationary", "groups"];

export function blank(): Profile {
  return {
    unit: "", branch: "", name: "", full: null, probationary: null, committee: null, superior: "", termEnd: "", groups: null,
  };
}

// Digits alone are made plain: to normalise a name would change its rare characters.
function plain(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
}

function numberOf(text: string): number | null | Fault {
  const typed = plain(text).replace(/\s*[\u4eba\u540d\u4e2a]$/, "");
  if (typed === "") return null;
  if (!/^\d+$/.test(typed)) return "number";
  return Number(typed) <= MOST ? Number(typed) : "many";
}

function nameOf(text: string): string | [Fault] {
  const typed = text.trim();
  if (Array.from(typed).length > LONGEST) return ["long"];
  return /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(typed) ? ["control"] : typed;
}

function dayOf(text: string): string | [Fault] {
  if (plain(text) === "") return "";
  const parts = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}$/.exec(plain(text));
  if (!parts) return ["day"];
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1921 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : ["day"];
}

function choiceOf(text: string, choices: string[] | null): string | [Fault] {
  return text === "" || !choices || choices.indexOf(text) >= 0 ? text : ["choice"];
}

const COMMITTEE = new Map<string, boolean | null>([["", null], ["yes", true], ["no", false]]);

function valueOf(field: Field, text: string, units: string[] | null): Profile[Field] | [Fault] {
  if (NUMBERS.indexOf(field) >= 0) {
    const number = numberOf(text);
    return typeof number === "string" ? [number] : number;
  }
  if (field === "committee") {
    const said = COMMITTEE.get(text);
    return said === undefined ? ["choice"] : said;
  }
  if (field === "termEnd") return dayOf(text);
  if (field === "unit") return choiceOf(text, units);
  return field === "branch" ? choiceOf(text, BRANCHES) : nameOf(text);
}

/**
 * Takes in what was typed: a text for each field, `yes`, `no` or nothing for the committee. What cannot be taken is under
 * `faults` and left empty in the profile. `units` are the unit types that this handbook knows.
 */
export function check(typed: Partial<Record<Field, string>>, units: string[] | null): {
  profile: Profile;
  faults: Partial<Record<Field, Fault>>;
} {
  const profile = blank();
  const faults: Partial<Record<Field, Fault>> = {};
  (Object.keys(profile) as Field[]).forEach((field) => {
    const value = valueOf(field, String(typed[field] ?? ""), units);
    if (Array.isArray(value)) faults[field] = value[0] as Fault;
    else (profile as unknown as Record<string, Profile[Field]>)[field] = value;
  });
  return { profile, faults };
}

/** The texts that `check` takes in to give this profile again: what an editor shows. */
export function typed(profile: Profile): Record<Field, string> {
  const texts = {} as Record<Field, string>;
  (Object.keys(blank()) as Field[]).forEach((field) => {
    const value = profile[field];
    texts[field] = value === true ? "yes" : value === false ? "no" : typeof value === "object" ? "" : String(value);
  });
  return texts;
}

/** Makes a profile of what a file or the storage holds; what does not belong there is left out. Null if it is none. */
export function parse(text: string, units: string[] | null): Profile | null {
  try {
    const held = JSON.parse(text) as Partial<Profile> | null;
    if (held === null || typeof held !== "object" || Array.isArray(held)) return null;
    return check(typed({ ...blank(), ...held }), units).profile;
  } catch {
    return null;
  }
}

/** Whether nothing is told: such a profile trims nothing. */
export function isBlank(profile: Profile): boolean {
  return JSON.stringify({ ...profile, name: "", superior: "", termEnd: "" }) === JSON.stringify(blank());
}

export function profileShelf(): Shelf {
  return new Shelf("hb-desk:");
}

/** The profile kept on this computer; null if there is none, it is damaged, or the storage is closed. */
export function read(units: string[] | null, shelf = profileShelf()): Profile | null {
  const text = shelf.open(KEY);
  return text === null ? null : parse(text, units);
}
