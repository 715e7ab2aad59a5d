// Reading what was typed: full-width digits, thousands separators and a unit behind are fine; anything else is told.
import type { Said, Typed } from "./shapes";

const MOST = 100_000;
const UNIT = /[\u4eba\u7968\u5f20\u540d\u4efd\u5143]$/u; // the measure words people write behind a number
const MONEY = /^\d{1,9}(\.\d{1,2})?$/;

function tidy(text: string): string {
  return text.normalize("NFKC").trim().replace(UNIT, "").trim().replace(/,(?=\d{3}(?:\D|$))/g, "");
}

/** Reads the boxes of one calculator and gathers what is wrong with them. */
export class Boxes {
  readonly problems: Said[] = [];
  readonly wrong: string[] = [];

  constructor(private readonly typed: Typed) {}

  text(field: string): string {
    return (this.typed[field] || "").trim();
  }

  ticked(field: string): boolean {
    return this.typed[field] === "yes";
  }

  /** A whole number of people or ballots; null if nothing (or nothing sensible) stands there. */
  whole(field: string): number | null {
    const text = tidy(this.typed[field] || "");
    if (!text) return null;
    if (/^-\d+$/.test(text)) return this.refuse("below-zero", field);
    if (!/^\d{1,12}$/.test(text)) return this.refuse("not-whole", field);
    return Number(text) > MOST ? this.refuse("too-large", field) : Number(text);
  }

  /** An amount in yuan as a decimal numeral with at most two places; null as above. */
  money(field: string): string | null {
    const text = tidy(this.typed[field] || "");
    if (!text) return null;
    if (text.startsWith("-")) return this.refuse("below-zero", field);
    return MONEY.test(text) ? text : this.refuse("not-money", field);
  }

  /** Notes that what was typed cannot be. */
  refuse(say: string, field: string, parts: Record<string, string> = {}): null {
    this.problems.push({ say, parts: { label: field, ...parts }, tone: "bad" });
    this.wrong.push(field);
    return null;
  }
}
