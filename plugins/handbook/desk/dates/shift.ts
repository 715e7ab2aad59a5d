// A period counted from a day, forwards or back. The first day is not counted: within 3 days of the 1st ends on the 4th, at least
// 3 days before the 10th is the 7th or earlier. (decisions/0015)
import { type Day, addMonths } from "./days";
import { isWorkday, missingYear } from "./holidays";

const MONTHS: Record<string, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const DAYS: Record<string, number> = { day: 1, week: 7 };

/** A length of time; a negative amount goes back. */
export interface Length { amount: number; unit: string }

/** Where a count ends; for working days null and the year whose holidays are not known. */
export type Shifted = { day: Day; year: null } | { day: null; year: number };

function workdays(day: Day, amount: number): Shifted {
  const step = amount < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(amount); left > 0; ) {
    at += step;
    const year = missingYear(at);
    if (year !== null) return { day: null, year };
    if (isWorkday(at)) left -= 1;
  }
  return { day: at, year: null };
}

export function shift(day: Day, length: Length): Shifted {
  const { amount, unit } = length;
  if (unit === "workday" && amount !== 0) return workdays(day, amount);
  const months = MONTHS[unit];
  if (months !== undefined) return { day: addMonths(day, amount * months), year: null };
  return { day: day + amount * (DAYS[unit] ?? 1), year: null };
}

/** The first day from which a count ends on a day or later. */
export function firstReaching(day: Day, length: Length): Shifted {
  return turned(day, length, (at) => at >= day, -1);
}

/** The last day from which a count ends on a day or earlier. */
export function lastReaching(day: Day, length: Length): Shifted {
  return turned(day, length, (at) => at <= day, 1);
}

// Counts never go back as their first day goes on, so the way back is found by stepping from a guess: out while it holds, in until it does.
function turned(day: Day, length: Length, holds: (end: Day) => boolean, outward: 1 | -1): Shifted {
  const guess = shift(day, { amount: -length.amount, unit: length.unit });
  if (guess.day === null) return guess;
  let at = guess.day;
  const ends = (from: Day): boolean | number => {
    const end = shift(from, length);
    return end.day === null ? end.year : holds(end.day);
  };
  for (let held = ends(at); held !== true; held = ends(at)) {
    if (typeof held === "number") return { day: null, year: held };
    at -= outward;
  }
  while (ends(at + outward) === true) at += outward;
  return { day: at, year: null };
}
