// The branch as the desk knows it now: what of a procedure is not for it, and why.
import { unmet } from "./fit";
import { blank, type Profile } from "./profile";
import type { Only } from "./shapes";
import { say } from "./words";

let known: Profile = blank();

export function setBranch(profile: Profile): void {
  known = profile;
}

/** The profile as this window holds it; a blank one if none is told. */
export function branch(): Profile {
  return known;
}

/** Why something is not for this branch; null if it is. */
export function unfit({ only }: { only?: Only }): string | null {
  const one = unmet(only, known);
  return one ? (one.rule ? say("with_rule", { why: one.why, rule: one.rule }) : one.why) : null;
}
