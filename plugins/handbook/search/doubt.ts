// Whether a question is about something else: it has words that the handbook does not know at all.
import type { Library } from "./library";
import type { Reading } from "./question";
import { isHan, isLatin } from "./units";

const MATCHED = 0.3; // a unit that is so well there is no stranger, however it is written
const STRANGE = 0.19; // more strangers than these: about something else
const A_LITTLE_STRANGE = 0.1; // more than these: then more must be there
const STRANGE_WORDS = 0.3; // of foreign words
const VERY_STRANGE = 0.33;
const MUCH = 1.15; // by weight
const LIGHT = 1.2;
const PART = 0.6; // less than this part of what was asked, and little by weight,
const SURE = 0.53; // needs this score
const WELL = 0.72; // so much of what was asked is there in spite of strangers: it is about the handbook,
const MOST = 0.85; // or so much, if there are many
const FAINT = 0.5; // a score that a foreign question with strange words does not stand on

// How much of what was asked says something, but stands nowhere in the handbook: 0 to 1. Two characters side by side
// are a word here, so that none of a dictionary's is needed. `shares` tells how well each unit was met by a hit.
export function strangers(reading: Reading, library: Library, shares?: Float32Array): number {
  let all = 0;
  let strange = 0;
  reading.atoms.forEach((_, at) => {
    if (reading.idle[at]) return;
    all++;
    if (!(shares && (shares[at] as number) >= MATCHED) && !known(reading, at, library)) strange++;
  });
  return all ? strange / all : 0;
}

function known({ atoms, idle }: Reading, at: number, library: Library): boolean {
  const unit = (place: number): string => (atoms[place] || { unit: "" }).unit;
  const atom = atoms[at];
  if (!atom || atom.sound || atom.groups.length) return true;
  if (isLatin(atom.unit)) return library.knows(atom.unit);
  if (!isHan(atom.unit)) return true;
  if (idle[at - 1] && (idle[at + 1] || at === atoms.length - 1)) return library.says([atom.unit]); // no word with its neighbours
  return [at - 1, at].some((one) => isHan(unit(one)) && isHan(unit(one + 1)) && library.says([unit(one), unit(one + 1)]));
}

// Whether a hit is doubtful for a question without a word of the subject.
export function doubtful(reading: Reading, score: number, got: number, shares: Float32Array, library: Library): boolean {
  const all = reading.atoms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const cover = reading.atoms.reduce((sum, { weight }, at) => sum + weight * (shares[at] as number), 0) / all;
  const strange = strangers(reading, library, shares);
  if (reading.atoms.some(({ unit }) => isLatin(unit))) return strange > STRANGE_WORDS && score < FAINT;
  if (cover < PART && got < LIGHT && score < SURE) return true;
  return cover < (strange >= VERY_STRANGE ? MOST : WELL) && (strange > STRANGE || (strange > A_LITTLE_STRANGE && got < MUCH));
}
