// The sheets kept on this computer: one a unit and period.
import { Shelf as Kept } from "../../browser/shelf";

export type { Change, Saved } from "../../browser/shelf";

/** Under which keys of the storage all sheets are, whatever their form: the form's id and a slash follow. */
export const SHEETS = "handbook/forms/";

export interface Listed {
  name: string;
  unit: string;
  period: string;
  time: string;
}

export class Shelf extends Kept {
  static nameOf(unit: string, period: string): string {
    return JSON.stringify([unit, period]);
  }

  list(): Listed[] {
    return this.names().map((name) => this.listed(name));
  }

  private listed(name: string): Listed {
    let [unit, period] = [name, ""];
    try {
      [unit, period] = JSON.parse(name) as [string, string];
    } catch {
      // a sheet kept under another kind of name is shown by it
    }
    return { name, unit, period, time: this.time(name) };
  }
}
