// Civil days as whole numbers, 0 being 1970-01-01: no hours, no time zones. A month later is the same day of that month,
// or its last day where there is none (31 January and a month: 28 or 29 February).

export type Day = number;

const MILLISECONDS = 86400000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface Parts { year: number; month: number; day: number }

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of a year, a month from 1 to 12 and a day of it. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MILLISECONDS;

/** A day written as ISO 8601, such as 2026-11-21; null for anything else, and for days that no calendar has. */
export function parse(text: string): Day | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? dayOf(year, month, day) : null;
}

export function parts(day: Day): Parts {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO 8601. */
export const iso = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export function addMonths(day: Day, months: number): Day {
  const from = parts(day);
  const count = from.year * 12 + from.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf(year, month, Math.min(from.day, daysIn(year, month)));
}

/** The day that the reader's clock shows. */
export function today(now = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
