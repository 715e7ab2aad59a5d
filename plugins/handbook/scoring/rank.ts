// Ranks many sheets of one form: a pure function of the form and the files' texts. The latest period is the table;
// earlier ones are the history of each unit, ranked in their turn, so that a last place counts where it was had.
import { compare, exact, times, write } from "./exact";
import type { Band, Form, Limit } from "./form";
import { type Facts } from "./facts";
import { beginning } from "./period";
import { type Score, type Weighed, byPlace, conclude, weigh } from "./score";
import { type Problem, type Sheet, SheetReader, limit } from "./sheet";

export interface File {
  name: string;
  text: string;
}

export interface Row extends Score {
  rank: number;
  last: boolean;
  reward: string | null;
  flag: boolean;
  preferred: boolean;
  file: string;
}

export interface Ranked {
  form: string;
  edition: string;
  period: string | null;
  rows: Row[];
  missing: string[]; // units with earlier sheets and none of this period
  refused: Array<{ file: string; problems: Problem[] }>;
}

interface Entry {
  file: string;
  unit: string;
  sheet: Sheet;
  weighed: Weighed;
  rank: number;
}

class Table {
  readonly refused: Ranked["refused"] = [];
  private readonly seen = new Map<string, string>();

  constructor(private readonly form: Form) {}

  read(files: File[]): Entry[] {
    const entries = files.map((file) => this.entry(file)).filter((entry): entry is Entry => entry !== null);
    if (entries.every((entry) => !entry.sheet.period)) return entries;
    return entries.filter((entry) => entry.sheet.period !== null || this.refuse(entry.file, "period-missing", "period"));
  }

  private refuse(file: string, code: string, path: string, parts: Record<string, string> = {}): false {
    this.refused.push({ file, problems: [{ code, path, at: 0, parts }] });
    return false;
  }

  private entry({ name, text }: File): Entry | null {
    const reader = new SheetReader(this.form);
    const sheet = reader.read(text);
    if (reader.problems.length) return this.refused.push({ file: name, problems: reader.problems }), null;
    const unit = sheet.unit?.trim();
    if (!unit) return this.refuse(name, "unit-missing", "unit") || null;
    const key = JSON.stringify([unit, sheet.written]);
    const other = this.seen.get(key);
    if (other !== undefined) return this.refuse(name, "unit-twice", "unit", { unit, other }) || null;
    this.seen.set(key, name);
    return { file: name, unit, sheet, weighed: weigh(this.form, sheet), rank: 0 };
  }
}

// Above zero, if b stands before a: by total, then by the sections that decide a tie.
function order(form: Form, a: Entry, b: Entry): number {
  const [one, two] = [a.weighed.facts, b.weighed.facts];
  let found = compare(two.total, one.total);
  for (const name of form.ranking?.ties ?? []) {
    found = found || compare(two.sections.get(name) ?? exact(0), one.sections.get(name) ?? exact(0));
  }
  return found;
}

// Puts one period's entries in order, gives ranks (ties share one) and notes who is last in the group.
function place(form: Form, entries: Entry[]): void {
  entries.sort((a, b) => order(form, a, b) || (a.unit < b.unit ? -1 : 1));
  const groups = new Map<string, Entry[]>();
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    entry.rank = before && order(form, before, entry) === 0 ? before.rank : index + 1;
    const group = form.ranking?.last_by_post ? entry.sheet.post ?? "" : "";
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  });
  for (const group of groups.values()) {
    const bottom = group[group.length - 1] as Entry;
    for (const entry of group) entry.weighed.facts.last = group.length > 1 && order(form, entry, bottom) === 0;
  }
  const { ranking } = form;
  for (const { rank, weighed } of entries) {
    const from = ranking?.honour_from ?? null;
    const high = from === null || compare(weighed.facts.total, exact(from)) >= 0;
    weighed.facts.honoured = Boolean(ranking?.honour) && rank === 1 && high;
  }
  if (byPlace(form)) grade(form, entries);
}

// Grades by place: so many percent from the top and from the bottom, units that are equal together; the rest has its own.
// A flag that bars a unit from a grade leaves its place empty.
function grade(form: Form, entries: Entry[]): void {
  const sharing = new Map<number, number>();
  for (const { rank } of entries) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  for (const { rank, sheet, weighed } of entries) {
    const { facts, trace } = weighed;
    if (weighed.fixed) continue;
    const below = entries.length - (rank - 1) - (sharing.get(rank) as number);
    const within = (share: Limit | null, before: number) => {
      const percent = limit(share, sheet.parameters);
      return percent !== null && compare(exact(before * 100), times(exact(entries.length), percent)) < 0;
    };
    const barred = (band: Band) => band.unless !== null && sheet.flags.has(band.unless);
    const found = Object.entries(form.bands).find(([, band]) => {
      const placed = band.top === null && band.bottom === null ? null : within(band.top, rank - 1) || within(band.bottom, below);
      if (placed && barred(band)) trace.push(["barred", { title: form.flags[band.unless ?? ""]?.title ?? "", band: band.title }]);
      return placed && !barred(band);
    });
    const rest = Object.entries(form.bands).find(([, band]) => band.top === null && band.bottom === null);
    const given = found ?? rest;
    facts.band = given ? given[0] : null;
    if (given) trace.push(["placed", { rank: String(rank), units: String(entries.length), band: given[1].title }]);
  }
}

function row(form: Form, entry: Entry, earlier: Facts[], units: number): Row {
  const { ranking } = form;
  const score = conclude(form, entry.weighed, earlier);
  const { facts } = entry.weighed;
  const rewards = ranking && Object.keys(ranking.rewards).length ? ranking.rewards[facts.band ?? ""] ?? [] : null;
  return {
    ...score, rank: entry.rank, last: facts.last, file: entry.file,
    reward: rewards && write(exact(rewards[entry.rank - 1] ?? 0)),
    flag: facts.honoured,
    preferred: Boolean(ranking?.best_percent) && (entry.rank - 1) * 100 < units * (ranking?.best_percent ?? 0),
  };
}

export function rank(form: Form, files: File[]): Ranked {
  const table = new Table(form);
  const periods = new Map<string | null, Entry[]>();
  for (const entry of table.read(files)) {
    const found = periods.get(entry.sheet.written);
    if (found) found.push(entry);
    else periods.set(entry.sheet.written, [entry]);
  }
  const start = (entries: Entry[]) => (entries[0]?.sheet.period ? beginning(entries[0].sheet.period) : 0);
  const inOrder = [...periods.values()].sort((a, b) => start(a) - start(b));
  const latest = inOrder[inOrder.length - 1] ?? [];
  const history = new Map<string, Facts[]>();
  for (const entries of inOrder) {
    for (const { unit, weighed } of entries) {
      const past = history.get(unit) ?? [];
      weighed.facts.before = past[past.length - 1] ?? null;
    }
    place(form, entries);
    if (entries === latest) break;
    for (const entry of entries) {
      const facts = history.get(entry.unit);
      if (facts) facts.push(entry.weighed.facts);
      else history.set(entry.unit, [entry.weighed.facts]);
    }
  }
  const here = new Set(latest.map((entry) => entry.unit));
  return {
    form: form.id, edition: form.edition, period: latest[0]?.sheet.written ?? null,
    rows: latest.map((entry) => row(form, entry, history.get(entry.unit) ?? [], latest.length)),
    missing: [...history.keys()].filter((unit) => !here.has(unit)).sort(),
    refused: table.refused,
  };
}
