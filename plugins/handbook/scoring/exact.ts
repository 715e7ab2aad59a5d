// Exact numbers: a fraction of two whole numbers, so that no sum, weight or percentage is ever rounded before it is
// compared. Only writing a fraction that has no end as a decimal rounds it: half up, at the sixth place.

export interface Exact {
  readonly n: bigint;
  readonly d: bigint; // always above zero
}

const NOUGHT = BigInt(0);
const ONE = BigInt(1);
const TEN = BigInt(10);
const PLACES = 6;

const NUMERAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,3}))?$/;

export function fraction(n: bigint, d: bigint): Exact {
  return d < NOUGHT ? { n: -n, d: -d } : { n, d };
}

// Reads a decimal numeral as JSON writes it; null if it is none.
export function read(numeral: string): Exact | null {
  const match = NUMERAL.exec(numeral);
  if (!match) return null;
  const [, sign = "", whole = "", part = "", power = "0"] = match;
  const digits = BigInt(sign + whole + part);
  const exponent = Number(power) - part.length;
  return exponent < 0 ? { n: digits, d: TEN ** BigInt(-exponent) } : { n: digits * TEN ** BigInt(exponent), d: ONE };
}

const KNOWN = new Map<number, Exact>();
const MANY = 10_000;

// A number of a form, which is written in the form's file with few places. A form's few numbers are asked for again and
// again: what was read is remembered.
export function exact(number: number): Exact {
  let known = KNOWN.get(number);
  if (!known) {
    known = read(String(number)) as Exact;
    if (KNOWN.size < MANY) KNOWN.set(number, known);
  }
  return known;
}

export const zero: Exact = { n: NOUGHT, d: ONE };

export function add(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

// b must not be zero.
export function divide(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d, a.d * b.n);
}

// Below zero, zero or above, as a is less than, equal to or more than b.
export function compare(a: Exact, b: Exact): number {
  const same = a.d === b.d;
  const left = same ? a.n : a.n * b.d;
  const right = same ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

export function isWhole(a: Exact): boolean {
  return a.n % a.d === NOUGHT;
}

// Writes a number as a decimal without trailing zeros. One that ends is written whole, however long.
export function write(a: Exact): string {
  if (a.d === ONE) return a.n.toString();
  const sign = a.n < NOUGHT ? "-" : "";
  const n = a.n < NOUGHT ? -a.n : a.n;
  const places = ending(n, a.d);
  const scaled = n * TEN ** BigInt(places);
  const rounded = (scaled * BigInt(2) + a.d) / (a.d * BigInt(2));
  if (rounded === NOUGHT) return "0";
  const digits = rounded.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const part = places ? digits.slice(-places).replace(/0+$/, "") : "";
  return sign + whole + (part ? "." + part : "");
}

// After how many places the decimal ends; the sixth, where it never does or only later than the thirtieth.
function ending(n: bigint, d: bigint): number {
  let rest = n % d;
  for (let places = 0; places <= 30; places++) {
    if (rest === NOUGHT) return places;
    rest = (rest * TEN) % d;
  }
  return PLACES;
}
