// Periods: 2026 a year, 2026H1 a half-year, 2026Q3 a quarter, 2026B4 two months, 2026-07 a month.

export interface Period {
  year: number;
  kind: "" | "H" | "Q" | "B" | "-";
  part: number; // from 1
}

const WRITTEN = /^(\d{4})(?:(H)([12])|(Q)([1-4])|(B)([1-6])|(-)(0[1-9]|1[0-2]))?$/;
const PARTS = { "": 1, H: 2, Q: 4, B: 6, "-": 12 };

// Null if it is not written so.
export function readPeriod(text: string): Period | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const kind = (match[2] ?? match[4] ?? match[6] ?? match[8] ?? "") as Period["kind"];
  const part = Number(match[3] ?? match[5] ?? match[7] ?? match[9] ?? "1");
  return { year: Number(match[1]), kind, part };
}

// Orders periods by their beginning.
export function beginning(period: Period): number {
  return period.year + (period.part - 1) / PARTS[period.kind];
}

// How many periods of its kind a year has.
export function inOneYear(period: Period): number {
  return PARTS[period.kind];
}

// Whether a period is a part of a longer one.
export function contains(longer: Period, shorter: Period): boolean {
  const [many, few] = [PARTS[shorter.kind], PARTS[longer.kind]];
  return longer.year === shorter.year && many > few && Math.ceil((shorter.part * few) / many) === longer.part;
}

// Whether one period is the very next after another of its kind.
export function follows(later: Period, earlier: Period): boolean {
  const number = (period: Period) => period.year * PARTS[period.kind] + period.part;
  return later.kind === earlier.kind && number(later) === number(earlier) + 1;
}
