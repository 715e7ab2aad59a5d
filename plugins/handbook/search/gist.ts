// What a question is about as a whole: how much of what it says each procedure says anywhere, in its names, steps, questions and
// answers together. Whoever tells a long story in plain words uses no name of ours, but some of its words stand somewhere.
import type { Line } from "./line";
import { isHan } from "./units";
import { opening } from "./words";

const ENOUGH_SAID = 4; // saying a thing more often than this adds little (the k of Okapi BM25)
const LONG_WINDED = 0.4; // how much a procedure that says more must say it oftener (its b)
const SINGLE = 0.35; // a character by itself, beside two in a row
const SKIPPED = 0.25; // two characters with one between, beside two in a row: 交了费 says 交费
const MEANING = 0.9; // a word of the same meaning
const UNHEARD = 0.55; // how telling is a pair of characters that no procedure says
const WORTH: Record<string, number> = { title: 3, also: 3, ask: 2.5, told: 3, english: 2.5, step: 1.5, paper: 0.6 };

export interface About {
  shares: Map<number, number>; // procedure → how much of the question it says, 0 to 1, telling words counting more
  strength: number; // of the best, not divided by the length of the question
}

type Said = Map<number, number>; // procedure → how much it says it

export class Gist {
  private readonly known = new Map<string, Said>(); // piece → who says it, as far as asked
  private readonly lengths: Said = new Map();
  private total = 0;

  // `having` gives the lines that say a run of units.
  constructor(
    private readonly having: (run: string[]) => Iterable<number>,
    private readonly lines: Line[],
  ) {}

  // Take in a line of a procedure.
  add({ family, field, numbers }: Line): void {
    const length = worthOf(field) * (2 * numbers.length - 1);
    this.lengths.set(family, (this.lengths.get(family) || 0) + length);
    this.total += length;
  }

  // What was looked up is no longer all: lines have come.
  forget(): void {
    this.known.clear();
  }

  // How much each procedure says in some lines.
  sayers(lines: Iterable<number>): Said {
    const said: Said = new Map();
    for (const number of lines) {
      const { family, field } = this.lines[number] as Line;
      if (this.lengths.has(family)) said.set(family, (said.get(family) || 0) + worthOf(field));
    }
    return said;
  }

  // What a question is about; `meanings` are the procedures that say words of the same meaning as its own.
  ask(units: string[], meanings: Said[]): About {
    const sums: Said = new Map();
    let all = 0;
    const count = (said: Said, weight: number): void => {
      const telling = said.size ? this.telling(said.size) : UNHEARD;
      all += weight * telling;
      for (const [procedure, much] of said) {
        const gain = weight * telling * telling * this.full(procedure, much);
        sums.set(procedure, (sums.get(procedure) || 0) + gain);
      }
    };
    for (const [piece, weight] of piecesOf(units)) {
      const said = this.saying(piece);
      if (said.size || (isHan(piece[0] as string) && weight !== SKIPPED)) count(said, weight);
    }
    for (const said of meanings) if (said.size) count(said, MEANING);
    const shares: Said = new Map();
    let strength = 0;
    for (const [procedure, sum] of sums) {
      shares.set(procedure, sum / all);
      strength = Math.max(strength, sum);
    }
    return { shares, strength };
  }

  private saying(piece: string[]): Said {
    const name = piece.join(" ");
    let said = this.known.get(name);
    if (!said) this.known.set(name, (said = this.sayers(this.having(piece))));
    return said;
  }

  // How telling it is that something is said: 1 if hardly anyone does, 0 if all do.
  private telling(procedures: number): number {
    const all = this.lengths.size + 1;
    return Math.max(0, Math.log(all / (procedures + 0.3)) / Math.log(all / 0.3));
  }

  private full(procedure: number, much: number): number {
    const length = (this.lengths.get(procedure) || 1) / (this.total / this.lengths.size);
    return much / (much + ENOUGH_SAID * (1 - LONG_WINDED + LONG_WINDED * length));
  }
}

const worthOf = (field: string): number => WORTH[field] || 1;

// Two characters side by side, two with one between, each character, and foreign words and numbers; what is said twice counts once.
function piecesOf(units: string[]): [string[], number][] {
  const pieces = new Map<string, [string[], number]>();
  units.forEach((unit, at) => {
    const next = units[at + 1];
    if (isHan(unit)) {
      pieces.set(unit, [[unit], SINGLE]);
      if (next !== undefined && isHan(next)) pieces.set(unit + next, [[unit, next], 1]);
      const over = units[at + 2];
      if (over !== undefined && isHan(over) && !pieces.has(unit + over)) pieces.set(unit + over, [[unit, over], SKIPPED]);
    } else if (unit.length > 1) pieces.set(opening(unit), [[unit], 1]);
  });
  return [...pieces.values()];
}
