// Every unit that the handbook says has a number, and so has every key under which units are looked for: a class of sounds, the
// stem of a word, or the unit itself. Numbers, because a key press looks at tens of thousands of them.
import { alike, type Sounds } from "./sounds";
import { isLatin } from "./units";
import { stem } from "./words";

export class Vocabulary {
  readonly units: string[] = []; // by number
  readonly keysOf: number[][] = []; // unit → its keys
  readonly exactOf: number[] = []; // unit → the key of itself, of a word the key of its stem
  readonly under: number[][] = []; // key → the units that it finds
  readonly latin: number[] = []; // the units that are Latin words
  private readonly numbers = new Map<string, number>();
  private readonly keys = new Map<string, number>();

  constructor(private readonly sounds: Sounds) {}

  // The number of a unit, which is given one if it has none.
  number(unit: string): number {
    const known = this.numbers.get(unit);
    if (known !== undefined) return known;
    const number = this.units.push(unit) - 1;
    this.numbers.set(unit, number);
    const keys = this.names(unit).map((name) => this.key(name, number));
    this.keysOf.push(keys);
    this.exactOf.push(keys[keys.length - 1] as number);
    if (isLatin(unit)) this.latin.push(number);
    return number;
  }

  // The key that a unit itself is found by, or the stem of a word; -1 if the handbook does not say it.
  exactFor(unit: string): number {
    const number = this.numbers.get(unit);
    if (number !== undefined) return this.exactOf[number] as number;
    const key = isLatin(unit) ? this.keys.get(stem(unit)) : undefined;
    return key === undefined ? -1 : key;
  }

  // The numbers of a unit's keys, as far as the handbook has them.
  keysFor(unit: string): number[] {
    const known = this.numbers.get(unit);
    return known === undefined ? this.known(this.names(unit)) : (this.keysOf[known] as number[]);
  }

  known(names: string[]): number[] {
    return names.map((name) => this.keys.get(name)).filter((key): key is number => key !== undefined);
  }

  // Under which names a unit is found: the classes of its readings, a word's stem, or itself.
  private names(unit: string): string[] {
    if (isLatin(unit)) return [stem(unit)];
    const readings = this.sounds.of(unit);
    return [...new Set(readings.map((reading) => `~${alike(reading)}`)), unit];
  }

  private key(name: string, unit: number): number {
    let key = this.keys.get(name);
    if (key === undefined) {
      key = this.under.push([]) - 1;
      this.keys.set(name, key);
    }
    (this.under[key] as number[]).push(unit);
    return key;
  }
}
