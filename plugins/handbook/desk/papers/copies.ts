// A paper that a case needs several times, such as one for each candidate. A copy is kept under "slug--2" and fills in as its paper does.
import type { Case } from "../shapes";
import { say } from "../words";
import type { Paper } from "./shapes";

const COPY = /^(.+)--(\d{1,3})$/;
export const MOST_COPIES = 99;

/** The paper that a copy is one of; a paper is its own. */
export function baseOf(slug: string): string {
  return COPY.exec(slug)?.[1] ?? slug;
}

export function isCopy(slug: string): boolean {
  return COPY.test(slug);
}

const numberOf = (slug: string): number => Number(COPY.exec(slug)?.[2] ?? 1);

function slugsOf(own: Case, base: string): string[] {
  return Object.keys(own.papers).filter((slug) => isCopy(slug) && baseOf(slug) === base).sort((one, other) => numberOf(one) - numberOf(other));
}

/** Whether a paper and all its copies are marked as ready. */
export function allDone(own: Case, base: string): boolean {
  return [base, ...slugsOf(own, base)].every((slug) => own.papers[slug]?.done);
}

/** How many there are of a paper in a case, the first included. */
export function countOf(own: Case, base: string): number {
  return 1 + slugsOf(own, base).length;
}

function titled(paper: Paper, slug: string, name: string): string {
  return say("papers.copy_title", { title: paper.title, name: name || say("papers.copy_number", { number: numberOf(slug) }) });
}

/** A copy as a paper of its own. */
export function copyOf(paper: Paper, slug: string, own: Case): Paper {
  return { ...paper, slug, title: titled(paper, slug, own.papers[slug]?.name ?? "") };
}

/** A paper and its copies in a case, in their order. */
export function allOf(paper: Paper, own: Case): Paper[] {
  return [paper, ...slugsOf(own, paper.slug).map((slug) => copyOf(paper, slug, own))];
}

/** Adds one more of a paper to the case; null if there are as many as there may be. */
export function addCopy(paper: Paper, own: Case): Paper | null {
  const last = slugsOf(own, paper.slug).pop();
  const number = last ? numberOf(last) + 1 : 2;
  if (number > MOST_COPIES) return null;
  const slug = `${paper.slug}--${number}`;
  own.papers[slug] = { facts: {}, done: false, name: "" };
  return copyOf(paper, slug, own);
}

/** Gives a copy its name: whom or what it is for. `paper` is the paper it is one of. */
export function nameCopy(copy: Paper, paper: Paper, name: string, own: Case): void {
  const kept = own.papers[copy.slug];
  if (kept) kept.name = name;
  copy.title = titled(paper, copy.slug, name);
}
