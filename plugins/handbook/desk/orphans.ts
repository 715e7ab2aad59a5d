// What a case of another edition holds and this edition has no place for: it is kept and shown.
import type { Case, Procedure } from "./shapes";
import { stepsOf } from "./tasks";
import { listOf } from "./archive";
import { baseOf } from "./papers/copies";
import { say } from "./words";

// Papers that were filled in, and sums at steps, that the procedure does not have any more.
function filled(own: Case, procedure: Procedure | null): string[] {
  const papers = Object.keys(own.papers).filter((slug) => (!procedure || !(baseOf(slug) in procedure.papers)) && Object.keys(own.papers[slug]?.facts ?? {}).length);
  const known = new Set((procedure?.steps ?? []).reduce<string[]>((all, { id, calculators }) => all.concat(calculators.map((one) => `${id}/${one}`)), []));
  const sums = Object.keys(own.sums ?? {}).filter((key) => !known.has(key));
  return [...papers.map((name) => say("orphan_filled", { name, facts: Object.values(own.papers[name]?.facts ?? {}).join(say("comma")).slice(0, 400) })),
    ...sums.map((name) => say("orphan_sum", { name, typed: Object.values(own.sums?.[name] ?? {}).filter(Boolean).join(say("comma")) }))];
}

/** A line for each step, sum, date and paper of a case that its procedure does not have; of all that was noted if there is none. */
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
  return [...lines, ...filled(own, procedure), ...days.map((name) => say("orphan_date", { name, day: own.dates[name] ?? "" })), ...papers.map((key) => say("orphan_paper", { name: key.replace(/^=/, "") }))];
}
