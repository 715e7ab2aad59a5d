// The running text of the entries: what no name and no question says. It is scanned as it stands; no index is made of it.
import type { Library } from "./library";
import type { Reading } from "./question";
import type { Entry, Hit } from "./shapes";
import { isHan } from "./units";

const IN_TEXT = 0.4; // what a pair of characters in the running text counts
const MOST_FAMILIES = 60;
const MOST_RUNS = 4;
const AROUND = 24; // characters shown on either side
const ENOUGH_FOUND = 10;

const tells = (reading: Reading, row: number): boolean => {
  const atom = reading.atoms[row];
  return !!atom && !atom.sound && isHan(atom.unit) && !reading.idle[row];
};

// Pairs of characters that stand in a family's texts fill up what its lines do not say.
export function fillUp(families: Map<number, Float32Array>, reading: Reading, library: Library): void {
  if (!library.bodies.length || reading.typed || families.size > MOST_FAMILIES * 8) return;
  const best = [...families].sort((one, other) => sum(other[1], reading) - sum(one[1], reading)).slice(0, MOST_FAMILIES);
  for (const [family, shares] of best) {
    const texts = (library.members[family] || []).map((entry) => library.bodies[entry] || "").join("\n");
    for (let row = 1; row < reading.atoms.length; row++) {
      if (!tells(reading, row) || !tells(reading, row - 1)) continue;
      if ((shares[row] as number) >= IN_TEXT && (shares[row - 1] as number) >= IN_TEXT) continue;
      const pair = (reading.atoms[row - 1] as { unit: string }).unit + (reading.atoms[row] as { unit: string }).unit;
      if (!texts.includes(pair)) continue;
      shares[row] = Math.max(shares[row] as number, IN_TEXT);
      shares[row - 1] = Math.max(shares[row - 1] as number, IN_TEXT);
    }
  }
}

const sum = (shares: Float32Array, reading: Reading): number =>
  reading.atoms.reduce((all, atom, row) => all + atom.weight * (shares[row] as number), 0);

function runs(reading: Reading): string[] {
  const found: string[] = [];
  let run = "";
  for (let row = 0; row <= reading.atoms.length; row++) {
    if (tells(reading, row)) run += (reading.atoms[row] as { unit: string }).unit;
    else {
      if (run.length > 1) found.push(run);
      run = "";
    }
  }
  return found;
}

// Entries whose text holds all that was asked, word for word, where names and questions gave little.
export function inTexts(reading: Reading, known: Set<number>, library: Library): Hit[] {
  const wanted = runs(reading);
  const told = reading.atoms.filter((_, row) => !reading.idle[row]).length;
  const held = wanted.join("").length;
  if (!wanted.length || wanted.length > MOST_RUNS || held < told || held < 3 || known.size >= ENOUGH_FOUND) return [];
  const found: Hit[] = [];
  library.bodies.forEach((text, place) => {
    if (!text || known.has(place) || !wanted.every((run) => text.includes(run))) return;
    const entry = library.entries[place] as Entry;
    const at = text.indexOf(wanted[0] as string);
    const from = Math.max(text.lastIndexOf("\n", at) + 1, at - AROUND);
    const ends = text.indexOf("\n", at);
    const words = text.slice(from, Math.min(ends < 0 ? text.length : ends, at + AROUND * 2));
    const { kind, slug, title, url } = entry;
    const score = kind === "procedure" ? 0.4 : 0.35;
    found.push({ kind, slug, title, url, answer: entry.text, score, entry: place, how: "text", words });
  });
  return found.sort((one, other) => other.score - one.score || one.entry - other.entry).slice(0, ENOUGH_FOUND);
}
