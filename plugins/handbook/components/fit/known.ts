// What the script of the conditions says (assets/conditions.js), asked for the reader's branch.
import { type Condition, unmet } from "../../desk/fit";
import { type Profile, isBlank, profileShelf, read } from "../../desk/profile";
import { branchLine, fill, type Words } from "./telling";

/** Conditions by their keys; `pages`: the keys of entries that are not for every branch, by their addresses from the site's root. */
interface Fit { words: Words; conditions: Record<string, Condition>; pages: Record<string, string> }

const fit = (): Fit | undefined => (window as unknown as { hbFit?: Fit }).hbFit;

/** The reader's branch and what is not for it; null if nothing is told of it, or the script is not there. */
export class Known {
  private constructor(readonly fit: Fit, readonly profile: Profile) {}

  static read(shelf = profileShelf()): Known | null {
    const found = fit();
    const profile = found ? read(Object.keys(found.words.units), shelf) : null;
    return found && profile && !isBlank(profile) ? new Known(found, profile) : null;
  }

  get words(): Words {
    return this.fit.words;
  }

  /** The condition that the branch does not meet, of those with these keys. */
  unmet(keys: string | undefined): Condition | undefined {
    const all = (keys ?? "").split(" ").map((key) => this.fit.conditions[key]).filter((one): one is Condition => one !== undefined);
    return unmet(all, this.profile);
  }

  /** The same of the page at an address that counts from the site's root. */
  unmetPage(address: string): Condition | undefined {
    return this.unmet(this.fit.pages[address]);
  }

  sentence(condition: Condition, what: string, key: "not_for" | "not_page" = "not_for"): string {
    const rule = condition.rule ? fill(this.words.rule, { rule: condition.rule }) : "";
    return fill(this.words[key], { what, why: condition.why + rule });
  }

  line(): string {
    return fill(this.words.line, { branch: branchLine(this.profile, this.words) });
  }
}
