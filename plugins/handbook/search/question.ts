// What was typed becomes atoms: each says what it matches, how well, and how much it weighs.
import type { Library } from "./library";
import { likeness } from "./likeness";
import { alike, type Sound } from "./sounds";
import { isHan, isLatin, type Units } from "./units";

export interface Atom {
  unit: string;
  sound: Sound | null; // typed as letters
  weight: number;
  usual: number; // the weight before its neighbours were looked at
  groups: number[]; // groups of words meaning the same, of which a word covers this atom
  keys: number[];
  quality: Float32Array; // for each unit of the vocabulary how well it matches
}

export interface Reading {
  atoms: Atom[];
  typed: boolean; // letters were read as pinyin
  trust: number;
  idle: boolean[]; // for each atom, whether it is of a word that says nothing of the subject
  asks: boolean; // there are words of a question in it
}

const UNKNOWN_WORD = 0.7; // a foreign word or number that stands nowhere in the handbook
const MOST_BEGINNINGS = 8; // more letters than these are no initials
const LONE = 0.6; // a single character between words that say nothing
const STOP_WEIGHT = 0.02;
const SAYS_A_LITTLE = 0.2; // words of a question that have others of the same meaning

function atom(unit: string, sound: Sound | null, library: Library): Atom {
  const { vocabulary, postings } = library;
  const keys = sound ? vocabulary.known(soundKeys(sound, library)) : vocabulary.keysFor(unit);
  const exact = isHan(unit) && !sound ? [vocabulary.exactFor(unit)] : keys;
  const known = isHan(unit) || sound || keys.some((key) => postings.of(key).length > 0);
  const weight = known ? Math.min(...exact.map((key) => postings.weight(key)), 1) : UNKNOWN_WORD;
  return { unit, sound, weight, usual: weight, groups: [], keys, quality: likeness(unit, sound, keys, library) };
}

function soundKeys(sound: Sound, library: Library): string[] {
  if (sound.whole) return [`~${alike(sound.letters)}`];
  const begun = library.sounds.syllables.filter((syllable) => syllable.startsWith(sound.letters));
  return [...new Set(begun.map((syllable) => `~${alike(syllable)}`))];
}

// All readings of what was typed: as it stands, and its letters as pinyin.
export function readings(units: Units, library: Library): Reading[] {
  const plain = units.all.map((unit) => atom(unit, null, library));
  const found: Reading[] = [{ atoms: plain, typed: false, trust: 1, idle: [], asks: false }];
  const spans = latinSpans(units);
  const words = units.all.filter(isLatin);
  const known = words.length > 1 && words.every((word) => word.length > 1 && library.knows(word));
  if (spans.length && !known) {
    const choices = spans.map(([start, end]) => library.sounds.split(units.all.slice(start, end).join("")));
    for (let choice = 0; choice < 3; choice++) {
      if (!choices.some((ways) => ways[choice])) break;
      const atoms = typedAtoms(units, spans, choices, choice, library);
      if (atoms && atoms.filter((one) => one.sound && !one.sound.whole).length <= MOST_BEGINNINGS) found.push({ atoms, typed: true, trust: 1 - choice * 0.03, idle: [], asks: false });
    }
  }
  for (const reading of found) {
    if (!reading.typed) quieten(reading, units, library);
    else quietenTyped(reading, library);
    join(reading, units, library);
  }
  return found;
}

// Runs of Latin words: letters with spaces between may be the syllables of one word.
function latinSpans(units: Units): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = 0; at < units.all.length; at++) {
    if (!isLatin(units.all[at] as string)) continue;
    const last = spans[spans.length - 1];
    if (last && last[1] === at) last[1] = at + 1;
    else spans.push([at, at + 1]);
  }
  return spans;
}

function typedAtoms(units: Units, spans: [number, number][], choices: Sound[][][], choice: number, library: Library): Atom[] | null {
  const atoms: Atom[] = [];
  let next = 0;
  for (let at = 0; at < units.all.length; at++) {
    const span = spans[next];
    if (!span || at < span[0]) atoms.push(atom(units.all[at] as string, null, library));
    else {
      const way = (choices[next] as Sound[][])[choice] || (choices[next] as Sound[][])[0];
      if (!way) return null;
      for (const sound of way) atoms.push(atom(sound.letters, sound, library));
      at = span[1] - 1;
      next++;
    }
  }
  return atoms;
}

// Words of a question that say nothing of its subject hardly weigh; if nothing else was typed, they weigh as ever.
function quieten(reading: Reading, units: Units, library: Library): void {
  lighten(reading, library.idling(units.all));
}

function quietenTyped(reading: Reading, library: Library): void {
  const idle = reading.atoms.map(() => false);
  for (let at = 0; at < reading.atoms.length; at++) {
    const says = (stop: string, step: number): boolean => {
      const atom = reading.atoms[at + step];
      if (!atom) return false;
      return atom.sound ? atom.sound.whole && library.sounds.of(stop).includes(atom.sound.letters) : atom.unit === stop;
    };
    const word = library.asking.find((one) => one.every(says));
    if (word) idle.fill(true, at, at + word.length);
  }
  lighten(reading, idle);
}

function lighten(reading: Reading, idle: boolean[]): void {
  reading.idle = idle;
  if (idle.every(Boolean)) return;
  reading.asks = idle.some(Boolean);
  reading.atoms.forEach((one, at) => {
    const alone = isHan(one.unit) && !one.sound && (at === 0 || idle[at - 1]) && (at === idle.length - 1 || idle[at + 1]);
    if (idle[at]) one.weight = STOP_WEIGHT * one.weight;
    else if (alone && idle.length > 3) one.weight = LONE * one.weight;
  });
}

// Note which groups of like words the typed words belong to.
function join(reading: Reading, units: Units, library: Library): void {
  if (reading.typed && reading.atoms.length !== units.all.length) return;
  units.all.forEach((_, at) => {
    for (const [word, group] of library.openings.at(units.all, at)) {
      for (let step = 0; step < word.length; step++) {
        const one = reading.atoms[at + step] as Atom;
        one.groups.push(group);
        if (!reading.idle[at + step]) one.weight = Math.max(one.weight, one.usual);
        if (word.length > 1) one.weight = Math.max(one.weight, SAYS_A_LITTLE);
      }
    }
  });
}
