// How well a line answers: which atoms it has, standing together or apart, and how much of the line they are.
import type { Library } from "./library";
import type { Line } from "./line";
import { EXACT } from "./likeness";
import type { Atom, Reading } from "./question";
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

// How well each atom (a row) matches each unit (a column), and how many match in a row before and after; kept from line to line.
let found = new Float32Array(0);
let before = new Uint8Array(0);
let after = new Uint8Array(0);

function makeRoom(cells: number): void {
  if (found.length >= cells) return;
  found = new Float32Array(cells);
  before = new Uint8Array(cells);
  after = new Uint8Array(cells);
}

export function match(reading: Reading, line: Line, number: number, library: Library): Matched {
  const { atoms } = reading;
  const width = line.numbers.length;
  makeRoom(atoms.length * width);
  look(atoms, line, library);
  const there: number[] = new Array<number>(atoms.length).fill(0);
  const marked: boolean[] = new Array<boolean>(width).fill(false);
  let sound = false;
  for (let row = atoms.length - 1; row >= 0; row--) {
    const [worth, place] = bestIn(row, atoms, width);
    if (place < 0) continue;
    there[row] = worth;
    if (worth <= ALONE) continue;
    marked[place] = true;
    const own = atoms[row] as Atom;
    if (own.sound || (isHan(own.unit) && (found[row * width + place] as number) < EXACT)) sound = true;
  }
  bridge(there, width);
  const meaning = byMeaning(atoms, there, number, library, line, marked);
  return { ...weigh(atoms, there, marked, line, library), atoms: there, marked, sound, meaning };
}

function look(atoms: Atom[], { numbers }: Line, { vocabulary }: Library): void {
  const width = numbers.length;
  for (let row = 0; row < atoms.length; row++) {
    const { quality, unit } = atoms[row] as Atom;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const known = quality[numbers[column] as number];
      const value = known === undefined ? Number(vocabulary.units[numbers[column] as number] === unit) : known;
      found[at] = value;
      before[at] = value ? 1 + (row && column ? (before[at - width - 1] as number) : 0) : 0;
    }
  }
}

// Where an atom stands best in the line, and how well; rows are asked from the last to the first.
function bestIn(row: number, atoms: Atom[], width: number): [number, number] {
  const atom = atoms[row] as Atom;
  const last = row === atoms.length - 1;
  let best = 0;
  let place = -1;
  for (let column = width - 1; column >= 0; column--) {
    const at = row * width + column;
    const value = found[at] as number;
    after[at] = value ? 1 + (last || column === width - 1 ? 0 : (after[at + width + 1] as number)) : 0;
    if (!value) continue;
    const run = (before[at] as number) + (after[at] as number) - 1;
    const worth = value * standing(run, atom, value, atoms.length);
    if (worth > best) {
      best = worth;
      place = column;
    }
  }
  return [best, place];
}

// One wrong character between two right ones is a slip.
function bridge(there: number[], width: number): void {
  for (let row = 1; row < there.length - 1; row++) {
    if (there[row]) continue;
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      if (found[at - width - 1] && found[at + width + 1]) there[row] = FLANKED;
    }
  }
}

function byMeaning(atoms: Atom[], there: number[], number: number, library: Library, line: Line, marked: boolean[]): boolean {
  let any = false;
  const seen = new Set<number>();
  atoms.forEach((atom, row) => {
    if ((there[row] as number) >= MEANING) return;
    const group = atom.groups.find((one) => library.saying(one).has(number));
    if (group === undefined) return;
    there[row] = MEANING;
    any = true;
    if (!seen.has(group)) library.mark(group, library.unitsOf(line), marked);
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
  line.numbers.forEach((number, column) => {
    if (line.idle[column]) return;
    const weight = library.weightOf(number);
    whole += weight;
    if (marked[column]) share += weight;
  });
  return { cover, got, score: cover * (0.72 + 0.28 * (whole ? share / whole : 0)) };
}
