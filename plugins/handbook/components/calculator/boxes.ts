// Which boxes each kind of calculator has, in their order.
import { outField } from "../../desk/votes/counting";
import type { Calculator, Cite, Decision, LeftOut, Turnout } from "../../desk/votes/shapes";
import { words } from "./words";

export interface Box {
  id: string;
  label: string;
  shape: "number" | "money" | "tick" | "choice" | "rows";
  basis?: Cite[];
  choices?: Array<[value: string, label: string]>;
}
export interface Fold { legend: string; boxes: Box[] }
export type Part = Box | { fold: string; groups: Fold[] };

const box = (id: string, label: string, shape: Box["shape"] = "number"): Box => ({ id, label, shape });
const said = (id: string, shape: Box["shape"] = "number", word = id): Box => box(id, words.fields[word] || id, shape);

function left(model: Turnout | Decision): Part[] {
  const all = Object.entries(model.left_out).map(([slug, one]) => ({ one, box: { ...box(outField(slug), one.label), basis: one.basis } }));
  if (!all.length) return [];
  const of = (grounds: Array<LeftOut["ground"]>): Box[] => all.filter((each) => grounds.indexOf(each.one.ground) >= 0).map((each) => each.box);
  const consent = of(["consent"]);
  const groups = [{ legend: words.out_legend.sure, boxes: of(["no-right", "unsure"]) }];
  if (consent.length) groups.push({ legend: words.out_legend.consent, boxes: [...consent, said("agreed", "tick")] });
  return [{ fold: words.out_summary, groups }];
}

function decision(model: Decision): Part[] {
  const { written } = model;
  const opinions = written ? [box("written-for", written.votes_for), box("written-others", written.others)] : [];
  const asked = written && written.counts === "ask" ? [said("agreed-written", "tick")] : [];
  return [box("full", model.full), ...left(model), box("present", model.present), said("for"), said("against"), said("abstain"), ...opinions, ...asked];
}

/** The boxes of a calculator; `payer` is the group of members chosen, whose income has a name of its own. */
export function partsOf(model: Calculator): Part[] {
  switch (model.kind) {
    case "turnout": return [box("full", model.full), ...left(model), box("present", model.present)];
    case "decision": return decision(model);
    case "slate": return [box("seats", model.seats), box("candidates", model.candidates)];
    case "ballots": return [said("present"), said("issued"), said("returned"), said("valid"), said("spoilt")];
    case "elected": return [box("due", model.due), box("seats", model.seats), said("valid", "number", "elected-valid"), said("again", "tick"), said("votes", "rows", "rows")];
    case "preselection": return [box("due", model.due), box("seats", model.seats), said("valid", "number", "elected-valid"), said("votes", "rows", "rows")];
    case "quota": return [box("full", model.full), box("others", model.others), box("chosen", model.chosen)];
    case "dues": {
      const choices = Object.entries(model.payers).map(([slug, one]) => [slug, one.label] as [string, string]);
      return [{ ...said("payer", "choice"), choices }, said("income", "money")];
    }
  }
}

export const isBox = (part: Part): part is Box => "id" in part;

/** All boxes in one row. */
export function boxesOf(model: Calculator): Box[] {
  const all: Box[] = [];
  partsOf(model).forEach((part) => isBox(part) ? all.push(part) : part.groups.forEach((group) => all.push(...group.boxes)));
  return all;
}
