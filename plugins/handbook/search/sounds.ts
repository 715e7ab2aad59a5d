// How characters are read, which readings sound alike, and how typed letters fall into syllables.
import { isHan, isNumber, type Reader } from "./units";

// Readings that many speakers do not tell apart share a class.
export function alike(syllable: string): string {
  let known = classes.get(syllable);
  if (known === undefined) {
    known = syllable
      .replace(/^([zcs])h/, "$1")
      .replace(/^l/, "n")
      .replace(/ng$/, "n");
    classes.set(syllable, known);
  }
  return known;
}

const classes = new Map<string, string>(); // as many as there are syllables

const NOTHING: string[] = [];

export interface Sound {
  letters: string;
  whole: boolean; // a whole syllable, or only its beginning
}

export class Sounds {
  private readings = new Map<string, string[]>();
  readonly syllables: string[];
  private known: Set<string>;
  private begins = new Set<string>();

  constructor(table: Record<string, string>, private reader: Reader) {
    this.syllables = Object.keys(table);
    this.known = new Set(this.syllables);
    for (const syllable of this.syllables) {
      for (let end = 1; end <= syllable.length; end++) this.begins.add(syllable.slice(0, end));
      for (const character of table[syllable] as string) {
        this.readings.set(character, [...(this.readings.get(character) || []), syllable]);
      }
    }
  }

  of(unit: string): string[] {
    if (isHan(unit)) return this.readings.get(unit) || NOTHING;
    return isNumber(unit) ? this.readings.get(this.reader.spoken(unit)) || NOTHING : NOTHING;
  }

  // The likeliest ways to read typed letters as syllables, the likeliest first. A syllable costs less than a mere beginning.
  split(letters: string, most = 3): Sound[][] {
    if (letters.length > 40) return [];
    const best: { cost: number; sounds: Sound[] }[][] = [[{ cost: 0, sounds: [] }]];
    for (let end = 1; end <= letters.length; end++) {
      const ways: { cost: number; sounds: Sound[] }[] = [];
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const part = letters.slice(start, end);
        const whole = this.known.has(part) && part.length > 1;
        const begun = /^(?:[abcdefghjklmnopqrstwxyz]|[zcs]h)$/.test(part);
        const last = end === letters.length && this.begins.has(part);
        if (!whole && !begun && !last) continue;
        const cost = whole ? 1 - part.length * 0.01 : last && part.length > 1 ? 1.3 : 2.1;
        for (const way of best[start] || []) {
          ways.push({ cost: way.cost + cost, sounds: [...way.sounds, { letters: part, whole }] });
        }
      }
      best[end] = ways.sort((one, other) => one.cost - other.cost).slice(0, most);
    }
    return (best[letters.length] || []).map((way) => way.sounds);
  }
}
