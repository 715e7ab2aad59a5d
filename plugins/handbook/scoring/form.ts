// What the scorer is told about a form: the author's file, with numbers as JSON writes them.

export type Limit = number | string;

export interface Threshold {
  reaches: Limit;
  included: boolean;
  met: number;
  unmet: number;
}

export interface Item {
  name: string;
  kind: "range" | "steps" | "deduct" | "per-occurrence" | "rate" | "threshold" | "check";
  maximum: Limit;
  minimum: number;
  each: number | null;
  options: Array<{ label: string; points: number; band: string | null }>;
  threshold: Threshold | null;
  not_applicable: "redistribute" | "zero" | "fail" | "not-allowed";
}

export interface Section {
  title: string;
  maximum: Limit | null;
  floor: number;
  start: number;
  over: "refuse" | "cap";
  counts: boolean;
  optional: boolean;
  weight: Limit | null;
  items: Record<string, Item>;
}

export interface Parameter {
  label: string;
  default: number;
  minimum: number | null;
  maximum: number | null;
  choices: number[];
}

export interface Flag {
  title: string;
  band: string | null;
  only_if: string | null;
  ungraded: boolean;
}

export interface Band {
  title: string;
  lower: Limit | null;
  lower_included: boolean;
  upper: Limit | null;
  upper_included: boolean;
  top: Limit | null;
  bottom: Limit | null;
  unless: string | null;
  coefficient: number | null;
}

export interface Tally {
  section: string;
  answer: number;
  times: Limit | null;
  row: Limit | null;
}

export interface Condition {
  of: "total" | "section" | "band" | "parameter" | null;
  section: string | null;
  parameter: string | null;
  compare: "<" | "<=" | "=" | ">=" | ">" | null;
  value: Limit | null;
  flag: string | null;
  last_place: boolean;
  honoured: boolean;
  risen: number | null;
  tally: Tally | null;
  every: Condition[];
  some: Condition[];
  none: Condition[];
}

export interface Action {
  title: string;
  when: Condition;
  consecutive: number;
  cumulative: number;
  until: number | null;
  recount: boolean;
  whole_year: boolean;
  decided_by: "form" | "person";
}

export interface Override {
  title: string;
  when: Condition;
  coefficient: number;
}

export interface Ranking {
  ties: string[];
  last_by_post: boolean;
  rewards: Record<string, number[]>;
  honour: string | null;
  honour_from: number | null;
  best_percent: number | null;
}

export interface Form {
  id: string;
  title: string;
  edition: string;
  period: "month" | "two-months" | "quarter" | "half-year" | "year" | "once";
  sections: Record<string, Section>;
  parameters: Record<string, Parameter>;
  sums: Array<{ parameters: string[]; equals: number }>;
  largest: Array<{ parameter: string; than: string[] }>;
  average: boolean;
  flags: Record<string, Flag>;
  posts: Record<string, number>;
  bands: Record<string, Band>;
  fails_as: string | null;
  deviation: { base: string; lowest: number; highest: number } | null;
  year: { parts: Record<string, string>; weights: Record<string, Limit>; maximum: number } | null;
  ranking: Ranking | null;
  overrides: Override[];
  actions: Record<string, Action>;
}

// A name an author gave: never a property that every object inherits.
export function has(group: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(group, name);
}
