// May the meeting vote, and is the motion carried? Both are held against those who are due, not those who came.
import { count } from "./counting";
import { Boxes } from "./numbers";
import { answer, basisOf, outcome, own, refused, say, told, waiting } from "./saying";
import { needed, onLine } from "./share";
import type { Answer, Cite, Decision, Said, Typed } from "./shapes";
import { need } from "./turnout";

interface Votes { present: number; yes: number | null; no: number; blank: number; writtenYes: number; writtenNo: number }

export function decision(model: Decision, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const people = count(model, boxes);
  const votes = read(boxes);
  if (boxes.problems.length) return refused(boxes);
  if (!people) return waiting("full");
  const { due } = people;
  const basis = basisOf(model.quorum, model.majority, people);
  const said = [...people.said, need(model.due, due, model.quorum), majority(model, due)];
  const values = { due, need: needed(due, model.quorum), votes_need: needed(due, model.majority) };
  if (votes.present === null) return waiting("present", said, basis, values);
  const cast: Votes = { ...votes, present: votes.present };
  hold(model, cast, due, boxes);
  return boxes.problems.length ? refused(boxes) : judged(model, cast, due, said, basis, values, boxes.ticked("agreed-written"));
}

function read(boxes: Boxes): Omit<Votes, "present"> & { present: number | null } {
  const or = (field: string): number => boxes.whole(field) || 0;
  return {
    present: boxes.whole("present"), yes: boxes.whole("for"), no: or("against"), blank: or("abstain"),
    writtenYes: or("written-for"), writtenNo: or("written-others"),
  };
}

const majority = (model: Decision, due: number): Said => {
  const key = model.majority.sense === "more-than" ? "votes-over" : "votes";
  return say(key, { name: model.due, need: needed(due, model.majority), ...told(due, model.majority) });
};

// What cannot be: more people than are due, more votes than people.
function hold(model: Decision, votes: Votes, due: number, boxes: Boxes): void {
  const { present, no, blank, writtenYes, writtenNo } = votes;
  const cast = (votes.yes || 0) + no + blank;
  const written = model.written ? writtenYes + writtenNo : 0;
  if (present > due) boxes.refuse("present-over", "present", { present: String(present), due: String(due), more: String(present - due), name: model.due });
  else if (present + written > due) boxes.refuse("written-over", "written-for", { present: String(present), written: String(written), due: String(due), name: model.due });
  if (cast > present) boxes.refuse("cast-over", "for", { cast: String(cast), present: String(present), more: String(cast - present) });
}

function judged(model: Decision, votes: Votes, due: number, said: Said[], basis: Cite[], values: Answer["values"], agreed: boolean): Answer {
  const { present } = votes;
  const missing = Math.max(0, needed(due, model.quorum) - present);
  if (missing) {
    const told = say("come-short", { present, missing, word: model.short.word }, "bad");
    return answer("short", "bad", [...said, told, ...outcome(model.short, "bad")], basis, { ...values, missing });
  }
  const edge = onLine(due, present, model.quorum) ? own(model.quorum.edge, "ask") : [];
  const came = [...said, say("come-vote", { present }, "good"), ...edge];
  const [counts, about] = written(model, votes, agreed);
  const all = model.written ? basisOf({ basis }, counts || about.length ? model.written : null) : basis;
  if (votes.yes === null) return waiting("for", [...came, ...about, ...reach(present + (counts ? votes.writtenYes : 0), due, model)], all, { ...values, missing: 0 });
  return counted(model, votes, due, [...came, ...about], all, { ...values, missing: 0 }, counts);
}

// Whether the written opinions count, and what is said of them.
function written(model: Decision, votes: Votes, agreed: boolean): [boolean, Said[]] {
  const number = votes.writtenYes + votes.writtenNo;
  if (!model.written || !number) return [false, []];
  if (model.written.counts === "yes" || agreed) return [true, [say("written-counts", { number, text: model.written.text })]];
  return [false, [say("written-asked", { number, text: model.written.text }, "ask")]];
}

// All who came could vote for it and it would still not be enough.
function reach(most: number, due: number, model: Decision): Said[] {
  const least = needed(due, model.majority);
  return most < least ? [say("out-of-reach", { most, need: least }, "ask")] : [];
}

function counted(model: Decision, votes: Votes, due: number, said: Said[], basis: Cite[], values: Answer["values"], counts: boolean): Answer {
  const yes = (votes.yes || 0) + (counts ? votes.writtenYes : 0);
  const least = needed(due, model.majority);
  const silent = votes.present - (votes.yes || 0) - votes.no - votes.blank;
  const carried = yes >= least;
  const [one, tone, verdict] = carried ? [model.carried, "good", "carried"] as const : [model.lost, "bad", "lost"] as const;
  const key = carried ? "votes-carried" : "votes-lost";
  const lines = [say(key, { yes, need: least, missing: Math.max(0, least - yes), word: one.word }, tone)];
  if (!carried && onLine(due, yes, model.majority)) lines.push(...own(model.majority.edge, "ask"));
  if (silent) lines.push(say("votes-silent", { silent }));
  return answer(verdict, tone, [...said, ...lines, ...outcome(one, tone)], basis, { ...values, yes, lacking: Math.max(0, least - yes) });
}
