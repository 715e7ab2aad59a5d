// How well a line answers: which atoms it has, standing together or apart, and how much of the line they are.
import type { Library, Line } from "./library";
import { type Atom, EXACT, quality, type Reading } from "./question";
import { isHan } from "./units";

export interface Matched {
  score: number; // 0 to 1
  got: number; // the weight of what is there
  cover: number; // how much of what was asked is there, 0 to 1
  atoms: number[]; // for each atom how well it is there
  marked: boolean[]; // for each unit of the line, whether it matched
  sound: boolean; // whether any of it matched by sound alone
  meaning: boolean; // whether any of it matched by another word of the same meaning
}

const ALONE = 0.3;
const MEANING = 0.8;
const FLANKED = 0.45;

// A unit that stands alone tells little, unless it is a word or a number, or all that was typed.
function standing(length: number, atom: Atom, found: number, count: number): number {
  if (length > 2) return 1;
  if (length === 2) return 0.96;
  if (!isHan(atom.unit) && !atom.sound) return 1;
  if (count === 1) return atom.sound || found < EXACT ? (atom.sound && atom.sound.whole ? 0.9 : 0) : 1;
  return found < EXACT || atom.sound ? 0 : ALONE;
}

export function match(reading: Reading, line: Line, number: number, library: Library): Matched {
  const { atoms } = reading;
  const units = line.units.all;
  const height = atoms.length;
  const width = units.length;
  const found = new Float32Array(height * width);
  const before = new Uint8Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = quality(atoms[row] as Atom, units[column] as string, library);
      if (!value) continue;
      const at = row * width + column;
      found[at] = value;
      before[at] = 1 + (row && column ? (before[at - width - 1] as number) : 0);
    }
  }
  const there: number[] = new Array<number>(height).fill(0);
  const marked: boolean[] = new Array<boolean>(width).fill(false);
  let sound = false;
  const after = new Uint8Array(height * width);
  for (let row = height - 1; row >= 0; row--) {
    let best = 0;
    let place = -1;
    for (let column = width - 1; column >= 0; column--) {
      const at = row * width + column;
      const value = found[at] as number;
      if (!value) continue;
      after[at] = 1 + (row < height - 1 && column < width - 1 ? (after[at + width + 1] as number) : 0);
      const run = (before[at] as number) + (after[at] as number) - 1;
      const worth = value * standing(run, atoms[row] as Atom, value, height);
      if (worth > best) {
        best = worth;
        place = column;
      }
    }
    if (place >= 0) {
      there[row] = best;
      if (best > ALONE) marked[place] = true;
      const own = atoms[row] as Atom;
      if (best > ALONE && (own.sound || (isHan(own.unit) && (found[row * width + place] as number) < EXACT))) sound = true;
    }
  }
  bridge(there, found, width, height);
  const meaning = byMeaning(atoms, there, number, library, units, marked);
  return { ...weigh(atoms, there, marked, line, library), atoms: there, marked, sound, meaning };
}

// One wrong character between two right ones is a slip.
function bridge(there: number[], found: Float32Array, width: number, height: number): void {
  for (let row = 1; row < height - 1; row++) {
    if (there[row]) continue;
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      if (found[at - width - 1] && found[at + width + 1]) there[row] = FLANKED;
    }
  }
}

function byMeaning(atoms: Atom[], there: number[], number: number, library: Library, units: string[], marked: boolean[]): boolean {
  let any = false;
  const seen = new Set<number>();
  atoms.forEach((atom, row) => {
    if ((there[row] as number) >= MEANING) return;
    const group = atom.groups.find((one) => library.saying(one).has(number));
    if (group === undefined) return;
    there[row] = MEANING;
    any = true;
    if (!seen.has(group)) library.mark(group, units, marked);
    seen.add(group);
  });
  return any;
}

function weigh(atoms: Atom[], there: number[], marked: boolean[], line: Line, library: Library): { score: number; cover: number; got: number } {
  let all = 0;
  let got = 0;
  atoms.forEach((atom, row) => {
    all += atom.weight;
    got += atom.weight * (there[row] as number);
  });
  const cover = all ? got / all : 0;
  let whole = 0;
  let share = 0;
  line.units.all.forEach((unit, column) => {
    if (line.idle[column]) return;
    const weight = library.weight(library.keys(unit)[0] as string);
    whole += weight;
    if (marked[column]) share += weight;
  });
  return { cover, got, score: cover * (0.72 + 0.28 * (whole ? share / whole : 0)) };
}
