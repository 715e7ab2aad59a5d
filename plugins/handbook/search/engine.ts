// The search: what was typed → hits, best first. The same file runs in the page and behind `handbook search`.
import { candidates } from "./candidates";
import { strangers } from "./doubt";
import type { Library } from "./library";
import { type Line, NAMES } from "./line";
import { match, type Matched } from "./match";
import { type Reading, readings } from "./question";
import { inTexts } from "./texts";
import type { Asked, Entry, Hit } from "./shapes";
import { type Found, topOf, weigh } from "./weighing";

const LONGEST = 60; // units of a question that are looked at
const LONG = 7; // units of a question that says something even if half of it is unknown
const AT_A_TIME = 30; // lines matched in one step
const ENOUGH = 0.5; // of what was asked must be there,
const LITTLE = 0.34; // or so much, if it weighs
const WEIGHS = 1.5;
const FAINTEST = 0.2; // a score that even a word of the subject is not offered for
const STRONG = 0.6; // a score by names and questions that leaves nothing to look for in running text
const BY_SOUND = 0.75; // of what was asked must be there where characters match by sound,
const BY_TYPED_SOUND = 0.65; // where letters were typed
const ONLY_SOUND = 0.7; // for what only sounds like it, where something says just that
const WHOLE_NAME = 0.08; // for a name that is just what was typed
const SAYS_SOMETHING = 0.34; // of what was asked must be there where nothing else was found
const MOSTLY_STRANGE = 0.5; // of what was asked: then nothing is offered for a single word of the subject
const TOGETHER = 0.5; // how much counts what a procedure and its questions say together
const ANSWERS = 0.8; // of what was asked must a question have to stand first in its procedure's place
const KNOWN = 0.1; // more strangers than these in what was refused: then not even the running text is looked through

const NONE = new Float32Array(0);

export function search(asked: Asked, library: Library): Hit[] {
  return finish(searching(asked, library));
}

function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

// The same in small steps, for pages that must not be held up.
export function* searching(asked: Asked, library: Library): Generator<void, Hit[]> {
  const units = library.reader.read(asked.text.slice(0, 2000));
  for (const list of [units.all, units.from, units.to]) list.length = Math.min(list.length, LONGEST);
  if (!units.all.length) return [];
  const best = new Map<number, Found>();
  const ways = readings(units, library);
  const loose: Found[] = []; // all that has anything to do with what was typed, as it stands
  for (const reading of ways) {
    for (const found of yield* answer(reading, library)) {
      if (reading === ways[0]) loose.push(found);
      if (!found.enough) continue;
      const other = best.get(found.entry);
      if (!other || found.score > other.score) best.set(found.entry, found);
    }
  }
  const [plain] = ways;
  const direct = step(asked.text, library);
  const named = topOf(best).some(({ score }) => score >= STRONG);
  const ours = !plain || weigh(best, plain, loose, library);
  if (ours && !best.size && plain) for (const found of faint(plain, loose, library)) best.set(found.entry, found);
  const hits = answered(order([...best.values()]), plain, library).map((found) => hit(found, library));
  if (plain && (ours ? asked.deep || !named : strangers(plain, library) <= KNOWN)) hits.push(...inTexts(plain, new Set(best.keys()), library));
  const all = direct ? [direct, ...hits.filter((one) => one.slug !== direct.slug || one.kind !== direct.kind)] : hits;
  const wanted = all.filter((one) => fits(one, asked, library));
  return wanted.slice(0, asked.most || 20);
}

function fits(hit: Hit, asked: Asked, library: Library): boolean {
  const chapter = (library.entries[hit.entry] as Entry).chapter;
  return (!asked.kind || asked.kind === hit.kind) && (!asked.chapter || asked.chapter === chapter);
}

// Where nothing is good enough: a question with a word of the subject in it gets what says most of it, any other only a part of a name.
function faint(reading: Reading, loose: Found[], library: Library): Found[] {
  const house = library.subjects(reading.atoms.map(({ unit }) => unit));
  if (!house && reading.atoms.length < LONG) return [];
  if (strangers(reading, library) > MOSTLY_STRANGE) return [];
  return loose.filter(({ line, matched, score }) => {
    if (score < FAINTEST || matched.sound || !NAMES.has(line.field)) return false;
    const two = matched.marked.some((is, at) => is && matched.marked[at + 1] && !line.idle[at] && !line.idle[at + 1]);
    return house ? matched.got > 0 : two && !matched.meaning && matched.cover >= SAYS_SOMETHING && matched.got >= 1;
  });
}

// What comes nearest where nothing was found.
export function nearest(text: string, library: Library): Hit[] {
  const units = library.reader.read(text.slice(0, 200));
  units.all.length = Math.min(units.all.length, LONGEST);
  const [plain] = units.all.length ? readings(units, library) : [];
  if (!plain) return [];
  const found = finish(answer(plain, library)).filter((one) => one.matched.got > 0.6 && !one.matched.sound);
  return order(found).slice(0, 3).map((one) => hit(one, library));
}

function* answer(reading: Reading, library: Library): Generator<void, Found[]> {
  const best = new Map<number, Found>();
  const families = new Map<number, Float32Array>();
  const lines = candidates(reading, library);
  for (const [place, number] of lines.entries()) {
    if (place % AT_A_TIME === 0) yield;
    const line = library.lines[number] as Line;
    if (reading.typed && line.field === "told") continue; // nobody types the initials of a sentence
    const matched = match(reading, line, number, library);
    const worth = library.postings.worths[number] as number;
    const score = (matched.score + (just(reading, line, matched) ? WHOLE_NAME : 0)) * worth * reading.trust;
    const other = best.get(line.entry);
    if (!other || score > other.score) best.set(line.entry, { entry: line.entry, score, line, matched, typed: reading.typed, shares: NONE, enough: true });
    gather(families, line.family, matched, worth);
  }
  const all = reading.atoms.reduce((sum, atom) => sum + atom.weight, 0) || 1;
  yield;
  const exact = [...best.values()].some(({ matched }) => !matched.sound && !matched.meaning && matched.score > 0.95);
  const kept: Found[] = [];
  for (const found of best.values()) {
    const shares = families.get(found.line.family) as Float32Array;
    const cover = reading.atoms.reduce((sum, atom, row) => sum + atom.weight * (shares[row] as number), 0) / all;
    if (exact && found.matched.sound && !found.typed) found.score *= ONLY_SOUND;
    kept.push({ ...found, shares, enough: enough(found, cover, cover * all), score: (found.score * (1 - TOGETHER) + cover * TOGETHER) * favour(found, reading, library) });
  }
  return kept;
}

// Whether a line says what was typed and nothing else.
function just(reading: Reading, line: Line, matched: Matched): boolean {
  return reading.atoms.length === line.numbers.length && matched.marked.every(Boolean) && matched.atoms.every(Boolean) && !matched.meaning;
}

// Whether a hit is worth showing: unrelated words share a character or a sound with some line by chance.
function enough(found: Found, cover: number, got: number): boolean {
  if (found.matched.sound && found.matched.cover < (found.typed ? BY_TYPED_SOUND : BY_SOUND)) return false;
  if (cover >= ENOUGH && found.matched.cover >= ENOUGH * 0.6) return true;
  return cover >= LITTLE && got >= WEIGHS && found.matched.cover >= LITTLE * 0.8;
}

// Whoever asks a question wants an answer or the way, not a form to fill in.
function favour(found: Found, reading: Reading, library: Library): number {
  const { kind } = library.entries[found.entry] as Entry;
  const usual = KINDS[kind] || 0.9;
  return reading.trust * (reading.asks && kind !== "procedure" && kind !== "question" ? usual * 0.92 : usual);
}

// What a procedure and its questions say together.
function gather(families: Map<number, Float32Array>, family: number, matched: Matched, worth: number): void {
  const shares = families.get(family) || new Float32Array(matched.atoms.length);
  matched.atoms.forEach((value, row) => {
    shares[row] = Math.max(shares[row] as number, value * worth);
  });
  families.set(family, shares);
}

const KINDS: Record<string, number> = { procedure: 1.03, question: 1.02, form: 0.9, case: 0.87, diagram: 0.87, paper: 0.87, regulation: 0.85, page: 0.78 };

// Best first; a second hit of the same family stands behind the first hits of others.
function order(found: Found[]): Found[] {
  const ranked = found.map((one) => ({ ...one }));
  ranked.sort((one, other) => other.score - one.score || one.entry - other.entry);
  const seen = new Set<number>();
  for (const one of ranked) {
    if (seen.has(one.line.family)) one.score *= 0.6;
    seen.add(one.line.family);
  }
  return ranked.sort((one, other) => other.score - one.score || one.entry - other.entry);
}

// Whoever asks a question wants its answer: where people ask for a procedure in such words, its own question that has most of them stands first.
function answered(found: Found[], reading: Reading | undefined, library: Library): Found[] {
  const [first] = found;
  if (!first || !reading || !reading.asks || first.typed || first.line.field !== "told") return found;
  const own = found.filter((one) => one.line.family === first.line.family && (library.entries[one.entry] as Entry).kind === "question" &&
    !one.matched.sound && one.line.field !== "answer" && one.matched.cover >= ANSWERS);
  const [best] = own.sort((one, other) => other.matched.cover - one.matched.cover);
  return best ? [{ ...best, score: first.score }, ...found.filter((one) => one !== best)] : found;
}

function hit(found: Found, library: Library): Hit {
  const entry = library.entries[found.entry] as Entry;
  const { matched, typed, line } = found;
  const how = typed ? "pinyin" : matched.sound ? "sound" : matched.meaning ? "meaning" : "";
  return {
    kind: entry.kind,
    slug: entry.slug,
    title: entry.title,
    url: line.place ? entry.url + line.place : entry.url,
    answer: entry.text,
    score: Math.round(found.score * 1000) / 1000,
    entry: found.entry,
    how,
    words: line.text,
  };
}

// A code such as that of step seven of a procedure leads straight there.
function step(text: string, library: Library): Hit | null {
  const parts = /^\s*([^\s\d]{1,12}?)[\s\u2010-\u2015\uff0d\u2212_-]*0?([1-9]\d?)\s*$/.exec(text.normalize("NFKC"));
  if (!parts) return null;
  const [, name, number] = parts as unknown as [string, string, string];
  const asked = library.reader.read(name).all.join("");
  for (let place = 0; place < library.entries.length; place++) {
    const entry = library.entries[place] as Entry;
    if (!entry.code || !sounds(entry.code, asked, library)) continue;
    const steps = entry.said.filter(([field]) => field === "step");
    const said = steps[Number(number) - 1];
    if (said) {
      const code = `${entry.code}-${number.length > 1 ? number : `0${number}`}`;
      return { kind: entry.kind, slug: entry.slug, title: entry.title, url: entry.url + (said[2] || ""), answer: entry.text, score: 1.1, entry: place, how: "code", words: `${code} ${said[1]}` };
    }
  }
  return null;
}

function sounds(code: string, asked: string, library: Library): boolean {
  const units = library.reader.read(code).all;
  if (units.join("") === asked) return true;
  const spoken = units.map((unit) => library.sounds.of(unit)[0] || unit);
  return spoken.join("") === asked || spoken.map((one) => one.charAt(0)).join("") === asked;
}
