// What the desk knows of a procedure, loaded when it is first needed: pages opened from a folder cannot fetch.
import { make } from "../projection/make";
import type { Choice, Index, Procedure } from "./shapes";

declare const hbDeskIndex: Index;

export const index: Index = hbDeskIndex;

const asked: Record<string, Promise<Procedure | null>> = Object.create(null) as Record<string, Promise<Procedure | null>>;
const come: Record<string, (known: Procedure) => void> = Object.create(null) as Record<string, (known: Procedure) => void>;

(window as unknown as { hbDesk: (known: Procedure) => void }).hbDesk = (known) => come[known.slug]?.(known);

/** What the index says of a procedure; undefined if this edition has none of that name. */
export function choiceOf(slug: string): Choice | undefined {
  return index.chapters.reduce<Choice[]>((all, one) => all.concat(one.procedures), []).find((one) => one.slug === slug);
}

/** A procedure; null if this edition has none of that name or its script does not load. */
export function procedureOf(slug: string): Promise<Procedure | null> {
  if (!choiceOf(slug)) return Promise.resolve(null);
  return asked[slug] ?? (asked[slug] = new Promise((done) => {
    come[slug] = done;
    document.body.append(make("script", { src: `assets/desk/${slug}.js`, onerror: () => done(null) }));
  }));
}
