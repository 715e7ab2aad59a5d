// Moments and rules between them, worked through until each moment has its earliest and latest day, each with its reason.
// Pure: knows no procedure. Rules are taken one after another; one that cannot be kept beside those before it is set aside and
// told of with all that stands against it.
import type { Day } from "./days";
import { type Length, type Shifted, firstReaching, lastReaching, shift } from "./shift";

/** What a rule comes from: the caller's own word for it, told again in reasons. */
export interface Rule<Source> {
  /** "by": a is at the latest this long after b; "from": a is at the earliest this long after b. */
  sense: "by" | "from";
  a: string;
  b: string;
  length: Length;
  source: Source;
}

/** A moment's day known from outside: on it, or not before it. */
export interface Fact<Source> {
  sense: "on" | "not-before";
  a: string;
  day: Day;
  source: Source;
}

export interface Bound<Source> { day: Day; source: Source; via: string }
export interface Bounds<Source> { early: Map<string, Bound<Source>>; late: Map<string, Bound<Source>> }

/** Rules that cannot be kept together: where they clash, which, between which moments. */
export interface Clash<Source> {
  source: Source;
  at: string;
  sources: Source[];
  moments: string[];
}

type Side = "early" | "late";
const ROUNDS = 60;

export class Solver<Source> {
  bounds: Bounds<Source> = { early: new Map(), late: new Map() };
  readonly clashes: Clash<Source>[] = [];
  /** Rules that could not be counted, and the year whose holidays are not known. */
  readonly uncounted = new Map<Source, number>();
  private rules: Rule<Source>[] = [];
  private changed = false;

  /** A copy that goes its own way from here. */
  branch(): Solver<Source> {
    const other = new Solver<Source>();
    other.bounds = this.copied();
    other.rules = this.rules.slice();
    this.uncounted.forEach((year, source) => other.uncounted.set(source, year));
    return other;
  }

  /** Takes what belongs together; gives false and takes none of it if it cannot be kept. */
  take(rules: Rule<Source>[], facts: Fact<Source>[] = []): boolean {
    const [before, held] = [this.copied(), this.rules];
    this.rules = [...held, ...rules];
    const source = (rules[0] ?? facts[0])?.source;
    for (const fact of facts) {
      this.tighten("early", fact.a, fact.day, fact.source, "");
      if (fact.sense === "on") this.tighten("late", fact.a, fact.day, fact.source, "");
    }
    const at = this.settle();
    if (at === null || source === undefined) return true;
    this.clashes.push({ source, at, ...this.against(at) });
    this.bounds = before;
    this.rules = held;
    return false;
  }

  /** Takes many, together if they can be kept together, else one after another. */
  takeEach(groups: { rules: Rule<Source>[]; facts?: Fact<Source>[] }[]): void {
    const known = this.clashes.length;
    const all = groups.reduce<Rule<Source>[]>((rules, group) => rules.concat(group.rules), []);
    const facts = groups.reduce<Fact<Source>[]>((held, group) => held.concat(group.facts ?? []), []);
    if (this.take(all, facts)) return;
    this.clashes.length = known;
    groups.forEach((group) => this.take(group.rules, group.facts));
  }

  private copied(): Bounds<Source> {
    return { early: new Map(this.bounds.early), late: new Map(this.bounds.late) };
  }

  // Gives the moment at which the rules clash, or null.
  private settle(): string | null {
    let clash = this.clashing();
    this.changed = true;
    for (let round = 0; this.changed && clash === null; round += 1) {
      this.changed = false;
      this.rules.forEach((rule) => this.apply(rule));
      clash = this.clashing();
      if (round > ROUNDS) return this.rules[this.rules.length - 1]?.a ?? null; // they push each other on for ever
    }
    return clash;
  }

  private clashing(): string | null {
    for (const [moment, early] of Array.from(this.bounds.early)) {
      const late = this.bounds.late.get(moment);
      if (late && early.day > late.day) return moment;
    }
    return null;
  }

  private apply(rule: Rule<Source>): void {
    const [early, late] = [this.bounds.early, this.bounds.late];
    const by = rule.sense === "by";
    const onto = by ? late.get(rule.b) : early.get(rule.b);
    if (onto) this.carry(by ? "late" : "early", rule.a, shift(onto.day, rule.length), rule, rule.b);
    const back = by ? early.get(rule.a) : late.get(rule.a);
    if (back) this.carry(by ? "early" : "late", rule.b, (by ? firstReaching : lastReaching)(back.day, rule.length), rule, rule.a);
  }

  private carry(side: Side, moment: string, shifted: Shifted, rule: Rule<Source>, via: string): void {
    if (shifted.day === null) this.uncounted.set(rule.source, shifted.year);
    else this.tighten(side, moment, shifted.day, rule.source, via);
  }

  private tighten(side: Side, moment: string, day: Day, source: Source, via: string): void {
    const held = this.bounds[side].get(moment);
    if (held && (side === "early" ? held.day >= day : held.day <= day)) return;
    this.bounds[side].set(moment, { day, source, via });
    this.changed = true;
  }

  /** Why a moment's earliest or latest day is what it is: sources and moments, from the moment back to a fact. */
  reasons(side: Side, moment: string): { sources: Source[]; moments: string[] } {
    const [sources, moments]: [Source[], string[]] = [[], []];
    for (let at = moment; at !== "" && moments.indexOf(at) < 0; ) {
      moments.push(at);
      const bound = this.bounds[side].get(at);
      if (!bound) break;
      if (sources.indexOf(bound.source) < 0) sources.push(bound.source);
      at = bound.via;
    }
    return { sources, moments };
  }

  private against(moment: string): { sources: Source[]; moments: string[] } {
    const [early, late] = [this.reasons("early", moment), this.reasons("late", moment)];
    const only = <Thing>(things: Thing[]): Thing[] => things.filter((thing, place) => things.indexOf(thing) === place);
    return { sources: only([...early.sources, ...late.sources]), moments: only([...early.moments, ...late.moments]) };
  }
}
