// Names by the strokes of their surname. The regulation asks for this order and says no more; the rest is custom: a
// surname of two characters goes by its first, a shorter name of the same surname comes first. Among surnames with as
// many strokes custom looks at the first stroke; that no table here knows, so they keep their order and are marked.

export type Counter = (character: string) => number | null;

export interface Ranked { name: string; surname: string; strokes: number | null; tied: boolean }

const BETWEEN = /[\n\r\t,;\u3001\uff0c\uff1b]+/;
const MOST = 500;

/** The names in a pasted text. A short name that was spread with blanks is one name. */
export function namesIn(text: string): string[] {
  const found: string[] = [];
  text.split(BETWEEN).forEach((piece) => {
    const words = piece.trim().split(/[\s\u3000]+/).filter(Boolean);
    if (words.every((word) => Array.from(word).length > 1)) found.push(...words);
    else found.push(words.join(""));
  });
  return found.filter(Boolean).slice(0, MOST);
}

const first = (name: string): string => Array.from(name)[0] || "";

const strokesOf = (character: string, count: Counter): number => count(character) || MOST; // unknown characters come last

// Names of one surname: the shorter first, then by the strokes of the next character that differs.
function compare(a: string, b: string, count: Counter): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length !== right.length) return left.length - right.length;
  const place = left.findIndex((character, at) => character !== right[at]);
  return place < 0 ? 0 : strokesOf(left[place] as string, count) - strokesOf(right[place] as string, count);
}

/** Sorts names; those of one surname stay together, and surnames that tie keep the order in which they came. */
export function sorted(names: string[], count: Counter): Ranked[] {
  const surnames = names.map(first).filter((one, place, all) => all.indexOf(one) === place);
  const groups = surnames.map((surname) => names.filter((name) => first(name) === surname).sort((a, b) => compare(a, b, count)));
  const ordered = groups.sort((a, b) => strokesOf(first(a[0] as string), count) - strokesOf(first(b[0] as string), count));
  const strokes = surnames.map(count);
  const shared = (surname: string): boolean => strokes.filter((one) => one === count(surname)).length > 1;
  const all = ordered.reduce((rows, group) => rows.concat(group), [] as string[]);
  return all.map((name) => ({ name, surname: first(name), strokes: count(first(name)), tied: shared(first(name)) }));
}

const MARK = "\ufdd0"; // in the stroke order of CLDR, this and a Braille pattern stand before the characters of so many strokes
const HIGHEST = 48;

/** The browser's own table of strokes; null where it has none. Of an unknown character the answer is null. */
export function browserStrokes(): Counter | null {
  try {
    const collator = new Intl.Collator("zh-u-co-stroke");
    const count: Counter = (character) => {
      if (!/^[\u3400-\u9fff\ud840-\ud88f]/.test(character)) return null;
      let strokes = 0;
      while (strokes < HIGHEST && collator.compare(MARK + String.fromCharCode(0x2801 + strokes), character) <= 0) strokes += 1;
      return strokes && strokes < 33 ? strokes : null;
    };
    const known = collator.resolvedOptions().collation === "stroke" && count("\u4e00") === 1 && count("\u738b") === 4;
    return known ? count : null;
  } catch {
    return null;
  }
}
