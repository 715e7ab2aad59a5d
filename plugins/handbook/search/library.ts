// All that entries say, ready to be matched: strings of units, and for each class of sound the strings it occurs in.
import { Gist } from "./gist";
import { FIELDS, type Line } from "./line";
import { Postings } from "./postings";
import type { Contents, Entry, Speech } from "./shapes";
import { Sounds } from "./sounds";
import { isLatin, Reader, type Units } from "./units";
import { Vocabulary } from "./vocabulary";
import { Lexicon, stem, within } from "./words";

const NO_IDLE: boolean[] = [];

interface Group {
  words: Units[]; // that mean the same
  lines: Set<number> | null; // that say any of them, once looked up
  procedures: Map<number, number> | null; // and how much each procedure does
}

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
  readonly gist = new Gist((word) => this.having(word), this.lines);
  readonly groups: Group[] = [];
  readonly openings = new Lexicon<number>(); // the words of the groups
  private readonly stop: Lexicon<null>;
  private readonly idle: Set<string>;
  private readonly subject: Lexicon<null>;
  private readonly core: Lexicon<null>;
  private readonly elsewhere: Lexicon<null>;
  private readonly unread: string[][];
  private readonly told = new Map<string, boolean>(); // runs of units → whether any line says them, as far as asked
  private readonly read = new Map<string, Line>(); // texts of the lines that are being taken in: many procedures name the same papers and steps
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
    this.gist.forget();
    if (this.taken < this.waiting.length) return true;
    [this.waiting, this.taken] = [[], 0];
    this.read.clear();
    return false;
  }

  // Which units are of words that say nothing of the subject.
  idling(units: string[]): boolean[] {
    const idle = units.map((unit) => isLatin(unit) && this.idle.has(stem(unit)));
    for (let at = 0; at < units.length; at++) {
      const word = this.stop.first(units, at);
      if (!word) continue;
      idle.fill(true, at, at + word.length);
      at += word.length - 1;
    }
    return idle;
  }

  // A text as a line, which need not be one of the handbook's.
  line(text: string, units: string[], entry = -1, field = "", place = ""): Line {
    const numbers = units.map((unit) => this.vocabulary.number(unit));
    const idle = this.idling(units);
    return { entry, family: this.familyOf(entry), field, text, place, numbers, idle: idle.includes(true) ? idle : NO_IDLE };
  }

  unitsOf(line: Line): string[] {
    return line.numbers.map((number) => this.vocabulary.units[number] as string);
  }

  private add(entry: number, field: string, text: string, place: string): void {
    const known = this.read.get(text);
    const line: Line = known ? { ...known, entry, family: this.familyOf(entry), field, place } : this.line(text, this.reader.read(text).all, entry, field, place);
    if (!known) this.read.set(text, line);
    if (this.isProcedure(line.family)) this.gist.add(line);
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
    if (!one.procedures) one.procedures = this.gist.sayers(this.saying(group));
    return one.procedures;
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

  // The lines that say a run of units, foreign words in any form.
  private having(word: string[]): number[] {
    const keys = word.map((unit) => this.vocabulary.exactFor(unit));
    const lists = keys.map((key) => this.postings.of(key)).sort((one, other) => one.length - other.length);
    const shortest = lists[0] || [];
    if (keys.length < 2) return shortest;
    const { exactOf } = this.vocabulary;
    return shortest.filter((line) => follows(keys, (this.lines[line] as Line).numbers, exactOf));
  }
}

// Whether units follow each other somewhere as keys do.
function follows(keys: number[], units: number[], exactOf: number[]): boolean {
  const last = units.length - keys.length;
  for (let start = 0; start <= last; start++) {
    let at = 0;
    while (at < keys.length && exactOf[units[start + at] as number] === keys[at]) at++;
    if (at === keys.length) return true;
  }
  return false;
}

function lexicon(words: string[][]): Lexicon<null> {
  const made = new Lexicon<null>();
  for (const word of words) made.add(word, null);
  return made;
}
