// One door to all calculators.
import { ballots } from "./ballots";
import { decision } from "./decision";
import { dues } from "./dues";
import { elected } from "./elected";
import { preselection } from "./preselection";
import { quota } from "./quota";
import type { Answer, Calculator, Typed } from "./shapes";
import { slate } from "./slate";
import { turnout } from "./turnout";

/** Works out what was typed into the boxes of a calculator. */
export function work(model: Calculator, typed: Typed): Answer {
  switch (model.kind) {
    case "turnout": return turnout(model, typed);
    case "decision": return decision(model, typed);
    case "slate": return slate(model, typed);
    case "ballots": return ballots(model, typed);
    case "elected": return elected(model, typed);
    case "preselection": return preselection(model, typed);
    case "quota": return quota(model, typed);
    case "dues": return dues(model, typed);
  }
}
