// The handover file: all that the desk and the scoring forms keep on this computer, as one text.
import { SHEETS } from "../components/form/sheets";
import { Shelf } from "../browser/shelf";
import type { Keep } from "./keep";
import { index } from "./load";
import type { Case } from "./shapes";

export const FORMAT = "handbook-handover";

export interface Handed {
  format: typeof FORMAT; version: 1; edition: string; saved: string;
  profile: unknown; cases: Case[];
  /** Scoring sheets: the form's id, a slash and the sheet's name → its text. */
  sheets: Record<string, string>;
}

/** All that is kept here, ready for a file. */
export function packed(keep: Keep): string {
  const shelf = new Shelf(SHEETS);
  const sheets: Record<string, string> = {};
  shelf.names().forEach((name) => { sheets[name] = shelf.open(name) ?? ""; });
  const profile = JSON.parse(keep.text("profile") ?? "null") as unknown;
  const all: Handed = { format: FORMAT, version: 1, edition: index.edition, saved: new Date().toISOString(), profile, cases: keep.cases(), sheets };
  return `${JSON.stringify(all, null, 1)}\n`;
}
