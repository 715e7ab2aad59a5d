// What the line at the head of a page says of the branch that it is trimmed to.
import type { Profile } from "../../desk/profile";

/** The words of the interface, from the locale's `fit.script`, and the names of the unit types. */
export interface Words {
  line: string;
  count: string;
  none: string;
  noted: string;
  none_noted: string;
  all: string;
  fewer: string;
  not_for: string;
  not_page: string;
  rule: string;
  mark: string;
  and: string;
  items: string;
  full: string;
  probationary: string;
  committee: string;
  no_committee: string;
  groups: string;
  no_groups: string;
  stop: string;
  branches: Record<string, string>;
  units: Record<string, string>;
}

export const fill = (sentence: string, parts: Record<string, string>): string =>
  sentence.replace(/{(\w+)}/g, (hole, name: string) => parts[name] ?? hole);

const numbered = (sentence: string, number: number | null): string =>
  number === null ? "" : fill(sentence, { count: String(number) });

/** Says what is known of a branch. */
export function branchLine(profile: Profile, words: Words): string {
  const committee = profile.committee === null ? "" : profile.committee ? words.committee : words.no_committee;
  const groups = profile.groups === 0 ? words.no_groups : numbered(words.groups, profile.groups);
  const full = numbered(words.full, profile.full);
  const probationary = numbered(words.probationary, profile.probationary);
  const told = [profile.name, words.units[profile.unit], words.branches[profile.branch], full, probationary, committee, groups];
  return told.filter(Boolean).join(words.stop);
}
