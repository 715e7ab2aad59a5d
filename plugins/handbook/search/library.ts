// All that entries say, ready to be matched: strings of units, and for each class of sound the strings it occurs in.
import { Gist } from "./gist";
import { Postings } from "./postings";
import type { Contents, Entry, Speech } from "./shapes";
import { Sounds } from "./sounds";
import { isLatin, Reader, type Units } from "./units";
import { Vocabulary } from "./vocabulary";
import { Lexicon, stem, within } from "./words";

export interface Line {
  entry: number;
  family: number; // the procedure and its questions are one family
  field: string;
  text: string;
  place: string;
  units: Units;
  numbers: number[]; // of the units, in the vocabulary
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

export class Library {
  readonly reader: Reader;
  readonly sounds: Sounds;
  readonly vocabulary: Vocabulary;
  readonly postings = new Postings();
  readonly lines: Line[] = [];
  readonly entries: Entry[] = [];
  readonly bodies: string[] = []; // the running text of each entry, as far as it is there
  want: () => void = () => undefined; // called when running text would be read; pages bring it then
  readonly asking: string[][]; // words of a question, of more than one unit
  readonly gist = new Gist();
  readonly groups: Group[] = [];
  readonly openings = new Lexicon<number>(); // the words of the groups
  private readonly stop: Lexicon<null>;
  private readonly idle: Set<string>;
  private readonly subject: Lexicon<null>;
  private readonly core: Lexicon<null>;
  private readonly elsewhere: Lexicon<null>;
  private readonly unread: string[][];
  private readonly told = new Map<string, boolean>(); // runs of units → whether any line says them, as far as asked
  private ready = 0; // groups whose lines are known
  private taken = 0;
  private waiting: [number, string, string, string][] = [];

  constructor(contents: Contents, speech: Speech) {
    this.reader = new Reader(speech);
    this.sounds = new Sounds(speech.readings, this.reader);
    this.vocabulary = new Vocabulary(this.sounds);
    const words = speech.stop.map((word) => this.reader.read(word).all).sort((one, other) => other.length - one.length);
    this.asking = words.filter((word) => word.length > 1);
    this.idle = new Set(speech.english.map(stem));
    this.stop = lexicon(words);
    const read = (list: string[]): Lexicon<null> => lexicon(list.map((word) => this.reader.read(word).all));
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
    for (const { all } of group.words) this.openings.add(all, number);
    return true;
  }

  // Take in some more entries; their lines are indexed by `grow`.
  take(entries: Entry[]): void {
    for (const group of this.groups) group.lines = group.procedures = null;
    this.ready = 0;
    for (const entry of entries) {
      const place = this.entries.push(entry) - 1;
      for (const [field, text, where] of entry.said) this.waiting.push([place, field, text, where || ""]);
    }
  }

  // Take in some more lines; false when nothing is left. Pages do this in slices, so that nothing is held up.
  grow(most: number): boolean {
    const end = Math.min(this.waiting.length, this.taken + most);
    for (; this.taken < end; this.taken++) this.add(...(this.waiting[this.taken] as [number, string, string, string]));
    this.told.clear();
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
      const [found] = this.stop.at(units, at);
      if (!found) continue;
      idle.fill(true, at, at + found[0].length);
      at += found[0].length - 1;
    }
    return idle;
  }

  // A text as a line, which need not be one of the handbook's.
  line(text: string, entry = -1, field = "", place = ""): Line {
    const units = this.reader.read(text);
    const numbers = units.all.map((unit) => this.vocabulary.number(unit));
    return { entry, family: this.familyOf(entry), field, text, place, units, numbers, idle: this.idling(units.all) };
  }

  private add(entry: number, field: string, text: string, place: string): void {
    const line = this.line(text, entry, field, place);
    if (this.isProcedure(line.family)) this.gist.add(line.family, field, line.units.all, stem);
    const { keysOf } = this.vocabulary;
    const keys = line.numbers.map((number) => keysOf[number] as number[]);
    this.postings.add(keys, this.lines.push(line) - 1, line.family, FIELDS[field] || 0.5);
  }

  private familyOf(place: number): number {
    const entry = this.entries[place];
    return entry && entry.owner >= 0 ? entry.owner : place;
  }

  // Whether a question is about what the handbook is about: a word of its subject is in it.
  subjects(units: string[]): boolean {
    return this.subject.in(units).length > 0;
  }

  // The words of a question that speak of other matters, if none in it speaks of ours alone.
  strays(units: string[]): string[][] {
    return this.core.in(units).length ? [] : this.elsewhere.in(units);
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

  // Whether a Latin word stands in the handbook, or says nothing of its subject.
  knows(word: string): boolean {
    return this.idle.has(stem(word)) || this.vocabulary.keysFor(word).some((key) => this.postings.of(key).length > 0);
  }

  // How much a unit of the vocabulary tells, written or said.
  weightOf(number: number): number {
    return this.postings.weight((this.vocabulary.keysOf[number] as number[])[0] as number);
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
    const name = word.join(" ");
    let known = this.told.get(name);
    if (known === undefined) this.told.set(name, (known = this.having(word).length > 0));
    return known;
  }

  private having(word: string[]): number[] {
    const lists = word.map((unit) => this.postings.of(this.exactKey(unit)));
    const shortest = lists.sort((a, b) => a.length - b.length)[0] || [];
    return shortest.filter((line) => within(word, (this.lines[line] as Line).units.all) >= 0);
  }

  // The key that a unit itself is found by, or the stem of a word; -1 if the handbook does not say it.
  exactKey(unit: string): number {
    const number = this.vocabulary.find(unit);
    const keys = number === undefined && !isLatin(unit) ? [] : this.vocabulary.keysFor(unit);
    const last = keys[keys.length - 1];
    return last === undefined ? -1 : last;
  }
}

function lexicon(words: string[][]): Lexicon<null> {
  const made = new Lexicon<null>();
  for (const word of words) made.add(word, null);
  return made;
}
