// Which lines are worth matching: those that share most with what was asked, by weight.
import type { Library } from "./library";
import type { Reading } from "./question";

const MOST = 140;
const MOST_TYPED = 90; // there are up to three readings of typed letters
const LEADERS = 40; // of the best lines: what else their families say comes in too, since a family is judged by all that it says
const BESIDES = 60;
const SHELVES = 512; // of equal height, to find the best without sorting all

// Kept from key to key, so that typing leaves nothing to clear away.
let sums = new Float32Array(0); // line → how much of the question it shares
let seen = new Uint8Array(0); // line → the last atom that it was counted for

function clear(lines: number): void {
  if (sums.length !== lines) [sums, seen] = [new Float32Array(lines), new Uint8Array(lines)];
  sums.fill(0);
  seen.fill(0);
}

export function candidates(reading: Reading, library: Library): number[] {
  const { postings } = library;
  clear(postings.families.length);
  const touched: number[] = [];
  reading.atoms.forEach((atom, row) => {
    const mark = row + 1;
    const add = (line: number): void => {
      if (seen[line] === mark) return;
      if (!seen[line]) touched.push(line);
      seen[line] = mark;
      sums[line] = (sums[line] as number) + atom.weight * (postings.worths[line] as number);
    };
    for (const key of atom.keys) for (const line of postings.of(key)) add(line);
    for (const group of atom.groups) library.saying(group).forEach(add);
  });
  const first = best(touched, reading.typed ? MOST_TYPED : MOST);
  const leading = new Set(first.slice(0, LEADERS).map((line) => postings.families[line]));
  const known = new Set(first);
  return [...first, ...best(touched.filter((line) => leading.has(postings.families[line]) && !known.has(line)), reading.typed ? 0 : BESIDES)];
}

// The lines with the greatest sums, the greatest first.
function best(touched: number[], most: number): number[] {
  const top = touched.reduce((so, line) => Math.max(so, sums[line] as number), 0) || 1;
  const shelf = (line: number): number => Math.min(SHELVES - 1, Math.floor(((sums[line] as number) / top) * SHELVES));
  const held = new Uint32Array(SHELVES);
  for (const line of touched) held[shelf(line)] = (held[shelf(line)] as number) + 1;
  let lowest = SHELVES - 1;
  for (let above = held[lowest] as number; lowest > 0 && above < most; above += held[lowest] as number) lowest--;
  const kept = touched.filter((line) => shelf(line) >= lowest);
  return kept.sort((one, other) => (sums[other] as number) - (sums[one] as number) || one - other).slice(0, most);
}
