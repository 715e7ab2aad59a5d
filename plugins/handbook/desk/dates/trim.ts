// A procedure as it is for this branch: without the deadlines that are not.
import { unfit } from "../branch";
import type { Procedure } from "../shapes";

export function trimmed(procedure: Procedure): Procedure {
  const steps = procedure.steps.map((step) => ({
    ...step, deadlines: unfit(step) === null ? step.deadlines.filter((deadline) => unfit(deadline) === null) : [],
  }));
  return { ...procedure, steps };
}
