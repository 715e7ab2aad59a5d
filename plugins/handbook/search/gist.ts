// What a question is about as a whole: how much of what it says each procedure says anywhere, in its names, steps, questions and
// answers together. Whoever tells a long story in plain words uses no name of ours, but some of its words stand somewhere.
import { isHan, isLatin } from "./units";

const ENOUGH_SAID = 4; // saying a thing more often than this adds little (the k of Okapi BM25)
const LONG_WINDED = 0.4; // how much a procedure that says more must say it oftener (its b)
const SINGLE = 0.35; // a character by itself, beside two in a row
const MEANING = 0.9; // a word of the same meaning
const UNHEARD = 0.55; // how telling is a pair of characters that no procedure says
const WORTH: Record<string, number> = { title: 3, also: 3, ask: 2.5, told: 3, english: 2.5, step: 1.5, paper: 0.6 };

export interface About {
  shares: Map<number, number>; // procedure → how much of the question it says, 0 to 1, telling words counting more
  strength: number; // of the best, not divided by the length of the question
}

type Said = Map<number, number>; // procedure → how much it says it

export class Gist {
  private readonly pieces = new Map<string, Said>();
  private readonly lengths: Said = new Map();
  private total = 0;

  // Take in a line of a procedure; `stem` gives the stem of a foreign word.
  add(procedure: number, field: string, units: string[], stem: (word: string) => string): void {
    const worth = Gist.worth(field);
    for (const [piece] of piecesOf(units, stem)) {
      let said = this.pieces.get(piece);
      if (!said) this.pieces.set(piece, (said = new Map()));
      said.set(procedure, (said.get(procedure) || 0) + worth);
      this.lengths.set(procedure, (this.lengths.get(procedure) || 0) + worth);
      this.total += worth;
    }
  }

  static worth(field: string): number {
    return WORTH[field] || 1;
  }

  // What a question is about; `meanings` are the procedures that say words of the same meaning as its own.
  ask(units: string[], stem: (word: string) => string, meanings: Said[]): About {
    const sums: Said = new Map();
    let all = 0;
    const count = (said: Said | undefined, weight: number): void => {
      const telling = said ? this.telling(said.size) : UNHEARD;
      all += weight * telling;
      for (const [procedure, much] of said || []) {
        const gain = weight * telling * telling * this.full(procedure, much);
        sums.set(procedure, (sums.get(procedure) || 0) + gain);
      }
    };
    for (const [piece, weight] of piecesOf(units, stem)) {
      const said = this.pieces.get(piece);
      if (said || piece.length === 2) count(said, weight);
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

// Two characters side by side, each character, and foreign words and numbers.
function piecesOf(units: string[], stem: (word: string) => string): Map<string, number> {
  const pieces = new Map<string, number>();
  units.forEach((unit, at) => {
    const next = units[at + 1];
    if (isHan(unit)) {
      pieces.set(`1${unit}`, SINGLE);
      if (next !== undefined && isHan(next)) pieces.set(unit + next, 1);
    } else if (unit.length > 1) pieces.set(`w${isLatin(unit) ? stem(unit) : unit}`, 1);
  });
  return pieces;
}
