// Where in a text stand the words that were asked for.
import { match } from "./match";
import { readings } from "./question";
import type { Library, Line } from "./library";

export function marks(text: string, asked: string, library: Library): [number, number][] {
  const units = library.reader.read(asked.slice(0, 200));
  if (!units.all.length) return [];
  const own = library.reader.read(text);
  const line: Line = { entry: -1, family: -1, field: "", text, place: "", units: own, idle: library.idling(own.all) };
  let best: boolean[] = [];
  let most = 0;
  for (const reading of readings(units, library)) {
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
