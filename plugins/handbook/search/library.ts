// All that entries say, ready to be matched: strings of units, and for each class of sound the strings it occurs in.
import { Gist } from "./gist";
import type { Contents, Entry, Speech } from "./shapes";
import { alike, Sounds } from "./sounds";
import { isLatin, Reader, type Units } from "./units";

export interface Line {
  entry: number;
  family: number; // the procedure and its questions are one family
  field: string;
  text: string;
  place: string;
  units: Units;
  idle: boolean[]; // for each unit, whether it is of a word that says nothing of the subject
}

interface Group {
  words: Units[]; // that mean the same
  lines: Set<number> | null; // that say any of them, once looked up
  procedures: Map<number, number> | null; // and how much each procedure does
}

// What a match in a field is worth. Titles and names first, bodies last; the reasons stand in RANKING.md.
export const FIELDS: Record<string, number> = {
  title: 1,
  also: 1,
  ask: 0.97,
  told: 0.97,
  code: 1,
  english: 0.95,
  term: 0.78,
  paper: 0.76,
  step: 0.8,
  text: 0.7,
  answer: 0.62,
};

// Fields that name an entry or say how it is asked for.
export const NAMES = new Set(["title", "also", "ask", "told", "english", "term"]);

export function stem(word: string): string {
  word = word.replace(/z/g, "s");
  if (word.length < 5) return word.replace(/s$/, "");
  return word.replace(/(?:ies|y)$/, "i").replace(/(?:ations?|ions?|ings?|ers?|ors?|ed|es|e|s)$/, "");
}

export class Library {
  readonly reader: Reader;
  readonly sounds: Sounds;
  readonly lines: Line[] = [];
  readonly entries: Entry[] = [];
  readonly bodies: string[] = []; // the running text of each entry, as far as it is there
  want: () => void = () => undefined; // called when running text would be read; pages bring it then
  readonly members: number[][] = []; // family → its entries
  private stop = new Map<string, string[][]>();
  readonly asking: string[][]; // words of a question, of more than one unit
  private idle: Set<string>;
  private subject: string[][];
  private core: string[][];
  private elsewhere: string[][];
  readonly gist = new Gist();
  private unread: string[][];
  readonly groups: Group[] = [];
  readonly openings = new Map<string, [number, string[]][]>(); // first unit → the groups' words that begin so
  readonly postings = new Map<string, number[]>();
  private frequency = new Map<string, number>();
  private classes = new Map<string, string[]>();
  private ready = 0; // groups whose lines are known
  private taken = 0;
  private waiting: [number, string, string, string][] = [];

  constructor(contents: Contents, speech: Speech) {
    this.reader = new Reader(speech);
    this.sounds = new Sounds(speech.readings, this.reader);
    const words = speech.stop.map((word) => this.reader.read(word).all).sort((one, other) => other.length - one.length);
    for (const word of words) {
      const first = word[0] || "";
      this.stop.set(first, [...(this.stop.get(first) || []), word]);
    }
    this.asking = words.filter((word) => word.length > 1);
    this.idle = new Set(speech.english.map(stem));
    const read = (list: string[]): string[][] => list.map((word) => this.reader.read(word).all);
    [this.subject, this.core, this.elsewhere] = [read(contents.subject), read(contents.core), read(contents.elsewhere)];
    this.unread = contents.groups;
    this.take(contents.entries);
  }

  // Read one more group of like words; false when all are read. Without them nothing is asked yet.
  learn(): boolean {
    const words = this.unread[this.groups.length];
    if (!words) return false;
    const number = this.groups.length;
    const group: Group = { words: words.map((word) => this.reader.read(word)), lines: null, procedures: null };
    this.groups.push(group);
    for (const { all } of group.words) {
      const first = opening(all[0] || "");
      const known = this.openings.get(first);
      if (known) known.push([number, all]);
      else this.openings.set(first, [[number, all]]);
    }
    return true;
  }

  // Take in some more entries; their lines are indexed by `grow`.
  take(entries: Entry[]): void {
    for (const group of this.groups) group.lines = group.procedures = null;
    this.ready = 0;
    for (const entry of entries) {
      const place = this.entries.push(entry) - 1;
      const family = entry.owner < 0 ? place : entry.owner;
      (this.members[family] = this.members[family] || []).push(place);
      for (const [field, text, where] of entry.said) this.waiting.push([place, field, text, where || ""]);
    }
  }

  // Take in some more lines; false when nothing is left. Pages do this in slices, so that nothing is held up.
  grow(most: number): boolean {
    const end = Math.min(this.waiting.length, this.taken + most);
    for (; this.taken < end; this.taken++) this.add(...(this.waiting[this.taken] as [number, string, string, string]));
    this.frequency.clear();
    if (this.taken < this.waiting.length) return true;
    [this.waiting, this.taken] = [[], 0];
    return false;
  }

  // Look up one more group of like words before anyone asks for it; false when all are known.
  lookUp(): boolean {
    if (this.ready < this.groups.length) this.saying(this.ready++);
    return this.ready < this.groups.length;
  }

  // Which units are of words that say nothing of the subject.
  idling(units: string[]): boolean[] {
    const idle = units.map((unit) => isLatin(unit) && this.idle.has(stem(unit)));
    for (let at = 0; at < units.length; at++) {
      const word = (this.stop.get(units[at] as string) || []).find((one) => standsAt(one, units, at));
      if (!word) continue;
      idle.fill(true, at, at + word.length);
      at += word.length - 1;
    }
    return idle;
  }

  private add(entry: number, field: string, text: string, place: string): void {
    const owner = (this.entries[entry] as Entry).owner;
    const number = this.lines.length;
    const units = this.reader.read(text);
    const family = owner < 0 ? entry : owner;
    this.lines.push({ entry, family, field, text, place, units, idle: this.idling(units.all) });
    if (this.isProcedure(family)) this.gist.add(family, field, units.all, stem);
    for (const unit of new Set(units.all)) {
      for (const key of this.keys(unit)) {
        const list = this.postings.get(key);
        if (!list) this.postings.set(key, [number]);
        else if (list[list.length - 1] !== number) list.push(number);
      }
    }
  }

  // Whether a question is about what the handbook is about: a word of its subject is in it.
  subjects(units: string[]): boolean {
    return units.some((_, at) => this.subject.some((word) => standsAt(word, units, at)));
  }

  // The words of a question that speak of other matters, if none in it speaks of ours alone.
  strays(units: string[]): string[][] {
    return has(this.core, units).length ? [] : has(this.elsewhere, units);
  }

  isProcedure(entry: number): boolean {
    return (this.entries[entry] as Entry).kind === "procedure";
  }

  // How much each procedure says words of a group.
  meaning(group: number): Map<number, number> {
    const one = this.groups[group] as Group;
    if (one.procedures) return one.procedures;
    const said = (one.procedures = new Map<number, number>());
    for (const number of this.saying(group)) {
      const { family, field } = this.lines[number] as Line;
      if (this.isProcedure(family)) said.set(family, (said.get(family) || 0) + Gist.worth(field));
    }
    return said;
  }

  // Under which keys a unit is found: the classes of its readings, a word's stem, or itself.
  keys(unit: string): string[] {
    let keys = this.classes.get(unit);
    if (!keys) {
      const readings = this.sounds.of(unit);
      keys = readings.length ? [...new Set(readings.map((reading) => `~${alike(reading)}`))] : [isLatin(unit) ? stem(unit) : unit];
      if (!isLatin(unit) && keys[0] !== unit) keys.push(unit);
      this.classes.set(unit, keys);
    }
    return keys;
  }

  // Whether a Latin word stands in the handbook, or says nothing of its subject.
  knows(word: string): boolean {
    return this.idle.has(stem(word)) || this.postings.has(stem(word));
  }

  // How much a unit tells: one that few families have tells much; between 0.15 and 1.
  weight(key: string): number {
    let known = this.frequency.get(key);
    if (known === undefined) {
      const families = new Set((this.postings.get(key) || []).map((line) => (this.lines[line] as Line).family));
      const all = this.members.filter(Boolean).length;
      known = Math.max(0.15, Math.log((all + 1) / (families.size + 0.5)) / Math.log((all + 1) / 0.5));
      this.frequency.set(key, known);
    }
    return known;
  }

  // The lines that say any word of a group.
  saying(group: number): Set<number> {
    const one = this.groups[group] as Group;
    if (!one.lines) {
      one.lines = new Set();
      for (const word of one.words) for (const line of this.having(word.all)) one.lines.add(line);
    }
    return one.lines;
  }

  // Mark where a line says a word of a group.
  mark(group: number, units: string[], marked: boolean[]): void {
    for (const word of (this.groups[group] as Group).words) {
      const at = within(word.all, units);
      if (at >= 0) marked.fill(true, at, at + word.all.length);
    }
  }

  // Whether any line says a word.
  says(word: string[]): boolean {
    return this.having(word).length > 0;
  }

  private having(word: string[]): number[] {
    const lists = word.map((unit) => this.postings.get(isLatin(unit) ? stem(unit) : unit) || []);
    const shortest = lists.sort((a, b) => a.length - b.length)[0] || [];
    return shortest.filter((line) => within(word, (this.lines[line] as Line).units.all) >= 0);
  }
}

export const opening = (unit: string): string => (isLatin(unit) ? stem(unit) : unit);

const same = (one: string, other: string | undefined): boolean =>
  one === other || (other !== undefined && isLatin(one) && isLatin(other) && stem(one) === stem(other));

const has = (words: string[][], units: string[]): string[][] =>
  words.filter((word) => units.some((_, at) => standsAt(word, units, at)));

// Where a run of units stands in another; -1 if nowhere.
export function within(word: string[], units: string[]): number {
  for (let start = 0; start + word.length <= units.length; start++) {
    if (word.every((unit, at) => same(unit, units[start + at]))) return start;
  }
  return -1;
}

// Whether a run of units begins at a place in others.
export const standsAt = (word: string[], units: string[], start: number): boolean =>
  word.every((unit, at) => same(unit, units[start + at]));
