// What stands in each field of a case's papers: what the paper says for itself, else the shared fact, else the profile. Pure.
import type { Case, Profile } from "../shapes";
import { baseOf } from "./copies";
import { Fact, Pack, Paper, Values } from "./shapes";

export interface Gathered {
  /** The shared fact of a field, by <paper>.<field>. */
  factOf: Record<string, Fact>;
  /** What is typed for a fact, or known from the profile. */
  fact: (fact: Fact) => string;
  /** What stands in all fields of a paper. */
  of: (paper: Paper) => Values;
}

/** What the case's dates or the branch's profile know of a fact; empty if nothing. */
export function known(fact: Fact, own: Case, profile: Profile | null): string {
  if (fact.date) return own.dates[fact.date] || "";
  const found = profile && fact.profile ? (profile as unknown as Record<string, unknown>)[fact.profile] : "";
  return found === null || found === undefined ? "" : String(found);
}

export function gather(pack: Pack, own: Case, profile: Profile | null): Gathered {
  const factOf: Record<string, Fact> = {};
  pack.facts.forEach((fact) => fact.fields.forEach((place) => { factOf[place] = fact; }));
  const fact = (one: Fact) => (one.name in own.facts ? own.facts[one.name]! : known(one, own, profile));
  const of = (paper: Paper) => {
    const typed = (own.papers[paper.slug] || { facts: {} as Values }).facts;
    const values: Values = {};
    Object.keys(paper.fields).forEach((name) => {
      const joined = factOf[`${baseOf(paper.slug)}.${name}`];
      values[name] = name in typed ? typed[name]! : joined ? fact(joined) : "";
    });
    return values;
  };
  return { factOf, fact, of };
}

/** Keeps what was typed for a field of one paper; null lets the shared fact stand again. */
export function setOwn(own: Case, paper: string, name: string, value: string | null): void {
  const kept = own.papers[paper] || { facts: {}, done: false };
  own.papers[paper] = kept;
  if (value === null) delete kept.facts[name];
  else kept.facts[name] = value;
}
