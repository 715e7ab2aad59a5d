// What is for which branch: one rule, pure, for the pages, the desk and the tests.
import type { Profile } from "./profile";

export interface Range {
  min?: number;
  max?: number;
}

/** What a branch must be for an entry to be for it; all that is named must hold. `why` is told to the others. */
export interface Only {
  committee?: boolean;
  groups?: boolean;
  members?: Range; // full members
  probationary?: Range;
  units?: string[];
  branches?: string[];
  why: string;
}

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

/** The reason why an entry is not for a branch; null if it is, or if the profile does not say enough to tell. */
export function fits(only: Only | null | undefined, profile: Profile): string | null {
  if (!only) return null;
  const wrong =
    differs(profile.committee, only.committee) ||
    differs(profile.groups === null ? null : profile.groups > 0, only.groups) ||
    outside(profile.full, only.members) ||
    outside(profile.probationary, only.probationary) ||
    apart(profile.unit, only.units) ||
    apart(profile.branch, only.branches);
  return wrong ? only.why : null;
}
