// How a case begins.
import { today } from "./days";
import { index } from "./load";
import type { Case } from "./shapes";
import { say } from "./words";

/** A name for a case that no other has. */
export function newId(): string {
  return `c-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}

/** A case of a procedure in which nothing is done yet. */
export function newCase(procedure: string, title: string): Case {
  return { id: newId(), procedure, edition: index.edition, title, begun: today(), dates: {}, steps: {}, facts: {}, papers: {}, archive: {}, filed: "" };
}

/** The same case under a name of its own. */
export function copyOf(own: Case): Case {
  return { ...(JSON.parse(JSON.stringify(own)) as Case), id: newId(), title: say("copy_of", { title: own.title }).slice(0, 200) };
}
