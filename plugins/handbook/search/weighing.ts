// Whether a question is about the handbook at all, and what each procedure says of it as a whole.
import { doubtful, strangers } from "./doubt";
import type { Library } from "./library";
import type { Line } from "./line";
import type { Matched } from "./match";
import type { Reading } from "./question";
import { isLatin } from "./units";
import { within } from "./words";

const SURE = 0.47; // the score that shows that a question without a word of the subject is about it all the same
const BY_LETTERS = 0.6; // the score that shows that typed letters are pinyin of something here
const WHOLE = 1.35; // how much counts what a procedure says as a whole
const TELLING = 0.33; // so much of it shows that a question without a word of the subject is about the handbook:
const STRANGELY = 0.6; // more, if much of the question stands nowhere;
const SLIGHT = 0.08; // so much is offered for one with such a word
const NAMED = 0.95; // a score by names that no word of other matters takes back
const SAID_WITH = 0.75; // of what was asked must a line have that says a word of other matters itself
const OTHER_KINDS = 0.6; // papers, cases and so on gain less than the best procedure
const FAINTLY = 0.3; // what the best line of a procedure counts that names and questions did not find
const MOST = 6; // procedures that come in as a whole
const NEAR_TOP = 0.5; // if they say half as much as the best

export interface Found {
  entry: number;
  score: number;
  line: Line;
  matched: Matched;
  typed: boolean;
  shares: Float32Array; // how well its family has each atom
  enough: boolean; // whether it is worth showing by itself
}

export function topOf(best: Map<number, Found>): Found[] {
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, 1);
}

// Adds to what names and questions say what each procedure says as a whole. Whether the question is about the handbook: if not,
// nothing is left.
export function weigh(best: Map<number, Found>, plain: Reading, loose: Found[], library: Library): boolean {
  const units = plain.atoms.map(({ unit }) => unit);
  const [first] = topOf(best);
  if (first && first.typed && first.score < BY_LETTERS) best.clear();
  if (first && first.typed) return best.size > 0;
  const groups = [...new Set(plain.atoms.flatMap((atom) => atom.groups))];
  const about = library.gist.ask(units, groups.map((group) => library.meaning(group)));
  const doubted = !library.subjects(units) && unsure(first, plain, library);
  const stray = astray(units, first, library);
  const refused = stray || (doubted && about.strength < TELLING + STRANGELY * strangers(plain, library));
  if (doubted || stray) best.clear();
  if (refused) return false;
  if (about.strength >= (best.size ? 0 : SLIGHT)) weave(best, loose, about.shares, library);
  return true;
}

// Whether a question has a word of other matters in it that what was found does not say.
function astray(units: string[], first: Found | undefined, library: Library): boolean {
  const strays = library.strays(units);
  const saying = first && first.matched.cover >= SAID_WITH && strays.every((word) => within(word, library.unitsOf(first.line)) >= 0);
  return strays.length > 0 && !saying && !(first && first.score >= NAMED);
}

// A question without any word of the subject must be met well by something, and know few words that the handbook does not.
function unsure(first: Found | undefined, plain: Reading, library: Library): boolean {
  if (!first) return true;
  const chinese = !plain.atoms.some(({ unit }) => isLatin(unit));
  return (chinese && first.score < SURE) || doubtful(plain, first.score, first.matched.got, first.shares, library);
}

// Scores grow by what their procedure says of the question; procedures that say most of it come in with their best line.
function weave(best: Map<number, Found>, loose: Found[], shares: Map<number, number>, library: Library): void {
  const top = Math.max(0, ...shares.values());
  for (const found of best.values()) {
    const whole = library.isProcedure(found.line.family) ? shares.get(found.line.family) || 0 : top * (found.score >= NAMED ? 1 : OTHER_KINDS);
    found.score += WHOLE * whole;
  }
  const families = new Set([...best.values()].map(({ line }) => line.family));
  const most = [...shares].sort((one, other) => other[1] - one[1]).slice(0, MOST).filter(([family, share]) => !families.has(family) && share >= top * NEAR_TOP);
  for (const [family, share] of most) {
    const [found] = loose.filter(({ line }) => line.family === family).sort((one, other) => other.score - one.score);
    if (found) best.set(found.entry, { ...found, score: FAINTLY * found.score + WHOLE * share });
  }
}
