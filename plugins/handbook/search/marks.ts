// Where in a text stand the words that were asked for.
import { match } from "./match";
import { type Reading, readings } from "./question";
import type { Library } from "./library";
import type { Line } from "./line";
import type { Units } from "./units";

const MOST = 300; // texts that stay read from key to key
let texts = new Map<string, [Line, Units]>();
let shelf: Library | null = null; // whose texts these are
let last: { asked: string; library: Library; ways: Reading[] } | null = null; // many texts are marked for one question

function waysOf(asked: string, library: Library): Reading[] {
  if (last && last.asked === asked && last.library === library) return last.ways;
  const units = library.reader.read(asked.slice(0, 200));
  last = { asked, library, ways: units.all.length ? readings(units, library) : [] };
  return last.ways;
}

function read(text: string, library: Library): [Line, Units] {
  if (texts.size > MOST || shelf !== library) [texts, shelf] = [new Map(), library];
  let known = texts.get(text);
  if (!known) {
    const units = library.reader.read(text);
    known = [library.line(text, units.all), units];
    texts.set(text, known);
  }
  return known;
}

export function marks(text: string, asked: string, library: Library): [number, number][] {
  const ways = waysOf(asked, library);
  if (!ways.length) return [];
  const [line, own] = read(text, library);
  let best: boolean[] = [];
  let most = 0;
  for (const reading of ways) {
    const { marked, cover } = match(reading, line, -1, library);
    if (cover > most) [best, most] = [marked, cover];
  }
  const found: [number, number][] = [];
  best.forEach((is, at) => {
    if (!is) return;
    const last = found[found.length - 1];
    if (last && last[1] === own.from[at]) last[1] = own.to[at] as number;
    else found.push([own.from[at] as number, own.to[at] as number]);
  });
  return found;
}
