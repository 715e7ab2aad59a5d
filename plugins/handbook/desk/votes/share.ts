// Shares of people: exact fractions; the strictness is the rule's.
import { Exact, compare, fraction, write } from "../../scoring/exact";
import type { Rule } from "./shapes";

const big = (n: number): bigint => BigInt(n);

/** The share of `n` as an exact number. */
export function partOf(n: number, rule: Rule): Exact {
  const [over, under] = rule.share.split("/").map(Number) as [number, number];
  return fraction(big(n) * big(over), big(under));
}

/** The smallest whole number that obeys an `at-least` or `more-than` rule; the largest that obeys an `at-most` one. */
export function needed(n: number, rule: Rule): number {
  const part = partOf(n, rule);
  const down = Number(part.n / part.d);
  const ends = part.n % part.d === big(0);
  if (rule.sense === "at-least") return ends ? down : down + 1;
  return rule.sense === "more-than" ? down + 1 : down;
}

/** Whether a number lies exactly on the line. */
export function onLine(n: number, number: number, rule: Rule): boolean {
  return compare(partOf(n, rule), fraction(big(number), big(1))) === 0;
}

/** Writes a number with at most two places; one that had to be rounded (half up) begins with "~". */
export function shown(number: Exact): string {
  const hundred = { n: number.n * big(100), d: number.d };
  if (hundred.n % hundred.d === big(0)) return write(number);
  return `~${write(fraction((hundred.n * big(2) + hundred.d) / (hundred.d * big(2)), big(100)))}`;
}
