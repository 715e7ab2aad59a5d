// What is for which branch: one rule, pure, for the pages, the desk and the tests.
import type { Profile } from "./profile";

export interface Range {
  min?: number;
  max?: number;
}

/** What a branch must be; all that is named must hold. `why`, and the `rule` it rests on, are told to the others. */
export interface Condition {
  committee?: boolean;
  groups?: boolean;
  members?: Range; // full members
  probationary?: Range;
  units?: string[];
  branches?: string[];
  why: string;
  rule?: string;
}

/** The conditions of an entry: all must hold. */
export type Only = Condition[];

function outside(number: number | null, range: Range | undefined): boolean {
  if (number === null || !range) return false;
  return (range.min !== undefined && number < range.min) || (range.max !== undefined && number > range.max);
}

function differs(is: boolean | null, wanted: boolean | undefined): boolean {
  return is !== null && wanted !== undefined && is !== wanted;
}

function apart(is: string, wanted: string[] | undefined): boolean {
  return is !== "" && wanted !== undefined && wanted.indexOf(is) < 0;
}

function meets(condition: Condition, profile: Profile): boolean {
  return !(
    differs(profile.committee, condition.committee) ||
    differs(profile.groups === null ? null : profile.groups > 0, condition.groups) ||
    outside(profile.full, condition.members) ||
    outside(profile.probationary, condition.probationary) ||
    apart(profile.unit, condition.units) ||
    apart(profile.branch, condition.branches)
  );
}

/** The condition that a branch does not meet; undefined if it meets all, or does not say enough of itself to tell. */
export function unmet(only: Only | Condition | null | undefined, profile: Profile): Condition | undefined {
  return (only ? (Array.isArray(only) ? only : [only]) : []).find((each) => !meets(each, profile));
}

/** The reason why an entry is not for a branch; null if it is, or if the profile does not say enough to tell. */
export function fits(only: Only | Condition | null | undefined, profile: Profile): string | null {
  return unmet(only, profile)?.why ?? null;
}
