// What belongs in the file of a case: the papers its steps produce, and what the procedure's archive list names.
import { unfit } from "./branch";
import type { Case, Procedure, StepData } from "./shapes";
import type { Task } from "./tasks";

export interface Item {
  /** Under what it is ticked: the slug of a paper, or "=" and the words of the archive's list. */
  key: string;
  title: string;
  address: string;
  /** Where it is kept; empty if the list does not name it. */
  where: string;
  /** What it belongs to in the archive's list; empty if only a step produces it. */
  what: string;
  /** The steps that produce it. */
  makers: StepData[];
  /** Why it is not for this branch; empty if it is. */
  reason: string;
}

/** All that belongs in the file, each once: the archive's list in its order, then what only steps produce. */
export function listOf(procedure: Procedure): Item[] {
  const found = new Map<string, Item>();
  const add = (key: string, title: string, what: string, where: string) => {
    const makers = procedure.steps.filter(({ makes }) => makes.indexOf(key) >= 0);
    if (!found.has(key)) found.set(key, { key, title, address: procedure.papers[key]?.address ?? "", where, what, makers, reason: unfit(procedure.papers[key] ?? {}) ?? "" });
  };
  procedure.archive.forEach(({ what, papers, where }) => {
    if (!papers.length) add(`=${what}`, what, what, where);
    papers.forEach((slug) => add(slug, procedure.papers[slug]?.title ?? slug, what, where));
  });
  procedure.steps.forEach(({ makes }) => makes.forEach((slug) => add(slug, procedure.papers[slug]?.title ?? slug, "", "")));
  return Array.from(found.values());
}

/** Whether a paper is of no use here: it is not for this branch, or every step that produces it is off the way. */
export function isIdle(item: Item, tasks: Task[]): boolean {
  const off = (step: StepData) => tasks.some((one) => one.step.id === step.id && (one.status === "unneeded" || one.status === "unfit"));
  return item.reason !== "" || (item.makers.length > 0 && item.makers.every(off));
}

/** What is not in the file yet and ought to be. */
export function missing(items: Item[], own: Case, tasks: Task[]): Item[] {
  return items.filter((item) => !own.archive[item.key] && !isIdle(item, tasks));
}
