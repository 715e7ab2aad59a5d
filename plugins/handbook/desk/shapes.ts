// What the parts of the desk hand each other. stages/planning/desk.py writes the first half; the second is kept here.
// Days are ISO 8601 without a time ("2026-11-21"); an empty string is a day not known. Change only by adding.

import type { Only } from "./fit";

export type { Only } from "./fit";
export type { Profile } from "./profile";
export type Kind = "step" | "decision" | "document" | "subflow";
export type Force = "must" | "usual" | "practice" | "unit";

/** What the whole handbook is: assets/desk/_index.js. */
export interface Index {
  title: string; edition: string; date: string;
  /** Kinds of unit: slug → name. */
  units: Record<string, string>;
  chapters: { title: string; procedures: Choice[] }[];
  /** Procedures that are counted as one plan, by their slugs. */
  runs: Record<string, Run>;
}

/** Legs one after another; `same` names moments ("slug/step:id", "slug/date:name") that are one day. */
export interface Run { title: string; text: string; legs: { procedure: string; through: string[] }[]; same: string[][] }

export interface Choice { slug: string; title: string; code: string; also: string[]; only?: Only }

/** One procedure: assets/desk/<slug>.js. Addresses count from the site's root, where desk.html is. */
export interface Procedure {
  slug: string; title: string; code: string; address: string; only?: Only;
  /** Of a chapter on trial or under revision, the word for it. */
  state?: string;
  /** Named dates: slug → what they are. */
  dates: Record<string, string>;
  /** The id of the first step, and the texts of the ends by their ids. */
  first: string; ends: Record<string, string>;
  /** In the order of their numbers. */
  steps: StepData[];
  archive: Archived[];
  /** All calculators that steps name, by slug. */
  calculators: Record<string, { title: string; address: string }>;
  /** All papers that steps use or make or the archive asks for, by slug. */
  papers: Record<string, { title: string; address: string; only?: Only }>;
}

export interface Archived { what: string; papers: string[]; where: string }

export interface StepData {
  id: string; number: number; title: string; kind: Kind; address: string;
  /** The next step or end; of a decision: answer → step or end. */
  next: string | Record<string, string> | null;
  duty: "must" | "may"; who: string; when: string; only?: Only; deadlines: DeadlineData[];
  uses: string[]; makes: string[]; calculators: string[];
  /** Of a subflow: the slug of the procedure that is called. */
  flow?: string;
  /** The named date on which the step is done, such as the day of the meeting. */
  day?: string;
}

export interface DeadlineData {
  kind: "within" | "at-least-before" | "at-least-after" | "at-most" | "every" | "valid-for";
  amount: number; unit: string; times: number; anchor: { step?: string; date?: string } | null;
  force: Force; text: string; missed: string; basis: string; only?: Only;
  /** What is bound if not the step itself. */
  limits?: { step?: string; date?: string };
}

export type State = "todo" | "doing" | "done" | "problem";

/** What a person said of a step; day is when it was done, answer what was decided, title what the step was called then. */
export interface StepState { state: State; note: string; day: string; answer?: string; title?: string }

/** What was typed for one paper, and whether it is ready. A copy of a paper is under "slug--2" and may have a name of its own. */
export interface PaperState { facts: Record<string, string>; done: boolean; name?: string }

/** One procedure being done. */
export interface Case {
  /** Like "c-mb3k9x-4f2a". */
  id: string;
  procedure: string; edition: string; title: string; begun: string;
  /** The procedure's named dates by their slugs. */
  dates: Record<string, string>;
  steps: Record<string, StepState>;
  /** Facts that all papers of the case share. */
  facts: Record<string, string>;
  papers: Record<string, PaperState>;
  /** What was typed into calculators: step/calculator → box → text. Not there if nothing was. */
  sums?: Record<string, Record<string, string>>;
  /** Days filled in for long runs that are not days of this case: run → moment → day. Not there if none is. */
  runs?: Record<string, Record<string, string>>;
  /** What is in the file: the slug of a paper, or "=" and the words of the archive's list. */
  archive: Record<string, boolean>;
  /** The day on which a person said that it is filed and reported; empty until then. */
  filed: string;
}

/** What a tab of a case calls after it changed the case: keeps it, and tells if that failed. */
export type Save = (changed: Case) => void;

/** A tab of a case: fills an empty box. */
export type Show = (box: HTMLElement, procedure: Procedure, own: Case, save: Save) => void;
