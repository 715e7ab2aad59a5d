// Lists of words that a question is held against, found by the unit that they begin with.
import { isLatin } from "./units";

const MOST = 20_000; // stems remembered
const stems = new Map<string, string>();

// A Latin word without its ending.
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = shorten(word.replace(/z/g, "s"));
    if (stems.size > MOST) stems.clear();
    stems.set(word, known);
  }
  return known;
}

function shorten(word: string): string {
  if (word.length < 5) return word.replace(/s$/, "");
  return word.replace(/(?:ies|y)$/, "i").replace(/(?:ations?|ions?|ings?|ers?|ors?|ed|es|e|s)$/, "");
}

export const opening = (unit: string): string => (isLatin(unit) ? stem(unit) : unit);

const same = (one: string, other: string | undefined): boolean =>
  one === other || (other !== undefined && isLatin(one) && isLatin(other) && stem(one) === stem(other));

// Whether a run of units begins at a place in others.
export function standsAt(word: string[], units: string[], start: number): boolean {
  for (let at = 0; at < word.length; at++) if (!same(word[at] as string, units[start + at])) return false;
  return true;
}

// Where a run of units stands in another; -1 if nowhere.
export function within(word: string[], units: string[]): number {
  for (let start = 0; start + word.length <= units.length; start++) if (standsAt(word, units, start)) return start;
  return -1;
}

const NOTHING: [string[], never][] = [];

export class Lexicon<T> {
  private readonly begun = new Map<string, [string[], T][]>();

  add(word: string[], meant: T): void {
    const first = opening(word[0] || "");
    const known = this.begun.get(first);
    if (known) known.push([word, meant]);
    else this.begun.set(first, [[word, meant]]);
  }

  // The first word that was added of those that stand at a place.
  first(units: string[], place: number): string[] | undefined {
    for (const [word] of this.begun.get(opening(units[place] as string)) || NOTHING) if (standsAt(word, units, place)) return word;
    return undefined;
  }

  // The words that stand at a place, in the order in which they were added.
  at(units: string[], place: number): [string[], T][] {
    const begun = this.begun.get(opening(units[place] as string));
    return begun ? begun.filter(([word]) => standsAt(word, units, place)) : [];
  }

  // The words that stand anywhere.
  in(units: string[]): string[][] {
    return units.flatMap((_, place) => this.at(units, place).map(([word]) => word));
  }
}
