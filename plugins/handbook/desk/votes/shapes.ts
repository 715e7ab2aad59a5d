// What an author wrote of a calculator (entries/calculator.py), what a reader filled in, and what comes out.

export interface Cite { text: string; href: string; marks: string[] }
export interface Saying { text: string; basis: Cite[] }
export interface Rule extends Saying {
  share: string; // "4/5"
  named?: string; // the share in words
  sense: "at-least" | "more-than" | "at-most";
  edge: string | null;
}
export interface Outcome { word: string; next: string | null }
export interface LeftOut { label: string; ground: "no-right" | "unsure" | "consent"; note: string | null; basis: Cite[] }

interface Gathering { title: string; due: string; full: string; voters: Saying | null; left_out: Record<string, LeftOut>; present: string }
export interface Turnout extends Gathering { kind: "turnout"; rule: Rule; enough: Outcome; short: Outcome }
export interface Written extends Saying { counts: "yes" | "ask"; votes_for: string; others: string }
export interface Decision extends Gathering {
  kind: "decision"; quorum: Rule; majority: Rule; written: Written | null; carried: Outcome; lost: Outcome; short: Outcome;
}
export interface Slate {
  kind: "slate"; title: string; seats: string; candidates: string; rule: Rule; most: number | null; beyond: Saying | null;
  enough: Outcome; short: Outcome;
}
export interface Ballots { kind: "ballots"; title: string; valid: Saying; void: Saying; each: Saying }
export interface Elected {
  kind: "elected"; title: string; due: string; seats: string; majority: Rule; many: Saying; tie: Saying; few: Saying;
  reduce: Rule | null; again: Saying;
}
export interface Preselection {
  kind: "preselection"; title: string; due: string; seats: string; majority: Rule; formal: Saying; few: string; many: string;
}
export interface Quota {
  kind: "quota"; title: string; full: string; others: string; chosen: string; rule: Rule;
  within: Outcome; between: Outcome; over: Outcome;
}
export interface Band { up_to: number | null; per_cent: number }
export interface Payers extends Saying {
  label: string; income: string | null; like: string | null; bands: Band[]; least: number | null; most: number | null;
}
export interface Dues {
  kind: "dues"; title: string; payers: Record<string, Payers>; whole: Saying; usual_most: number; beyond: Saying; rounding: Saying;
}
export type Calculator = Turnout | Decision | Slate | Ballots | Preselection | Elected | Quota | Dues;

// What stands in the boxes, as it was typed.
export type Typed = Record<string, string>;

export type Tone = "good" | "bad" | "ask" | "plain";

// One sentence: the key of its words in `votes.say` and what is filled in; `own` is the author's own sentence.
// A part `label` is the id of a box: the page puts the box's name there.
export interface Said { say: string; parts: Record<string, string>; tone: Tone }

export interface Answer {
  verdict: string;
  tone: Tone;
  said: Said[];
  basis: Cite[];
  values: Record<string, string | number>; // what tests and worked examples look at
  fields: string[]; // the boxes that are wrong
}
