// Names by the strokes of their surname. The regulation asks for this order and says no more; the rest is custom: a
// surname of two characters goes by its first, a shorter name of the same surname comes first; among as many strokes the
// kinds decide, stroke by stroke: 横 竖 撇 点 折. Where they cannot, surnames keep their order and are marked.

/** How many strokes, and the kind of each, 1 to 5, in the order of writing; `TYPED` where only the number is known. */
export interface Strokes { count: number; kinds: string }
export type Counter = (character: string) => Strokes | null;

export interface Ranked { name: string; surname: string; strokes: Strokes | null; tied: boolean }

/** Stands after every kind. */
export const TYPED = "6";

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

// Unknown characters come last.
function compareCharacters(a: string, b: string, count: Counter): number {
  const [left, right] = [a, b].map((one) => count(one) || { count: MOST, kinds: TYPED }) as [Strokes, Strokes];
  return left.count - right.count || Number(left.kinds > right.kinds) - Number(left.kinds < right.kinds);
}

/** Whether neither the number of strokes nor their kinds say which of two surnames comes first. */
export function undecided(a: Strokes | null, b: Strokes | null): boolean {
  if (!a || !b) return a === b;
  return a.count === b.count && (a.kinds === b.kinds || a.kinds === TYPED || b.kinds === TYPED);
}

// Names of one surname: the shorter first, then by the strokes of the next character that differs.
function compare(a: string, b: string, count: Counter): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length !== right.length) return left.length - right.length;
  const place = left.findIndex((character, at) => character !== right[at]);
  return place < 0 ? 0 : compareCharacters(left[place] as string, right[place] as string, count);
}

/** Sorts names; those of one surname stay together, and surnames that tie keep the order in which they came. */
export function sorted(names: string[], count: Counter): Ranked[] {
  const surnames = names.map(first).filter((one, place, all) => all.indexOf(one) === place);
  const groups = surnames.map((surname) => names.filter((name) => first(name) === surname).sort((a, b) => compare(a, b, count)));
  const ordered = groups.sort((a, b) => compareCharacters(first(a[0] as string), first(b[0] as string), count));
  const shared = (surname: string): boolean => surnames.some((other) => other !== surname && undecided(count(other), count(surname)));
  const all = ordered.reduce((rows, group) => rows.concat(group), [] as string[]);
  return all.map((name) => ({ name, surname: first(name), strokes: count(first(name)), tied: shared(first(name)) }));
}
