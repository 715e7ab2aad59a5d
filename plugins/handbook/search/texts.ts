// The running text of the entries: what no name and no question says. It is scanned as it stands; no index is made of it.
// It changes nothing in the order of what names and questions found, so that it need not be there.
import type { Library } from "./library";
import type { Reading } from "./question";
import type { Entry, Hit } from "./shapes";
import { isHan } from "./units";

const MOST_RUNS = 4;
const AROUND = 24; // characters shown on either side
const ENOUGH_FOUND = 10;

const tells = (reading: Reading, row: number): boolean => {
  const atom = reading.atoms[row];
  return !!atom && !atom.sound && isHan(atom.unit) && !reading.idle[row];
};

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
  library.want();
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
