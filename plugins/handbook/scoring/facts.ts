// What is known of one period of one unit once its sheet is weighed.
import { type Exact } from "./exact";
import { type Period, follows } from "./period";
import type { Sheet } from "./sheet";

// What conditions may ask about one period of one unit.
export interface Facts {
  period: Period | null;
  sheet: Sheet;
  total: Exact;
  empty: boolean; // nothing that counts is filled in: there is no score, and nothing follows from points
  sections: Map<string, Exact>;
  band: string | null;
  last: boolean;
  honoured: boolean;
  before: Facts | null; // of the period that a sheet was had for before this one
}

// The facts of the period just before; null if there are none, or a period lies between.
export function justBefore(facts: Facts): Facts | null {
  const { before } = facts;
  if (!before || !before.period || !facts.period) return before;
  return follows(facts.period, before.period) ? before : null;
}
