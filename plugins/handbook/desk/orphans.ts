// What a case of another edition holds and this edition has no place for: it is kept and shown.
import type { Case, Procedure } from "./shapes";
import { stepsOf } from "./tasks";
import { listOf } from "./archive";
import { say } from "./words";

/** A line for each step, date and paper of a case that its procedure does not have; of all that was noted if there is none. */
export function orphans(own: Case, procedure: Procedure | null): string[] {
  const steps = procedure ? stepsOf(procedure) : {};
  const filed = new Set(procedure ? listOf(procedure).map(({ key }) => key) : []);
  const lost = Object.keys(own.steps).filter((id) => !(id in steps));
  const lines = lost.map((id) => {
    const { state, note, title } = own.steps[id] ?? { state: "todo", note: "" };
    return say("orphan_step", { title: title ?? id, state: say(`status.${state}`), note });
  });
  const days = Object.keys(own.dates).filter((name) => !procedure || !(name in procedure.dates));
  const papers = Object.keys(own.archive).filter((key) => own.archive[key] && !filed.has(key));
  return [...lines, ...days.map((name) => say("orphan_date", { name, day: own.dates[name] ?? "" })), ...papers.map((key) => say("orphan_paper", { name: key.replace(/^=/, "") }))];
}
