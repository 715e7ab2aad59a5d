// Have enough come? The rule says how many of those who count.
import { count } from "./counting";
import { Boxes } from "./numbers";
import { answer, basisOf, outcome, own, refused, say, told, waiting } from "./saying";
import { needed, onLine } from "./share";
import type { Answer, Rule, Said, Turnout, Typed } from "./shapes";

/** "So many are due, the share is that, at least so many must come." */
export function need(name: string, due: number, rule: Rule): Said {
  return say(rule.sense === "more-than" ? "need-over" : "need", { name, due, need: needed(due, rule), ...told(due, rule) });
}

export function turnout(model: Turnout, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const counted = count(model, boxes);
  const present = boxes.whole("present");
  if (boxes.problems.length) return refused(boxes);
  if (!counted) return waiting("full");
  const { due, strict } = counted;
  const least = needed(due, model.rule);
  const basis = basisOf(model.rule, counted);
  const said = [...counted.said, need(model.due, due, model.rule)];
  if (strict !== due) said.push(say("strict", { strict, need: needed(strict, model.rule), extra: strict - due }, "ask"));
  const values = { due, need: least, strict_need: needed(strict, model.rule) };
  if (present === null) return waiting("present", said, basis, values);
  if (present > due) boxes.refuse("present-over", "present", { present: String(present), due: String(due), more: String(present - due), name: model.due });
  if (boxes.problems.length) return refused(boxes);
  return judged(model, { present, due, strict }, said, basis, values);
}

function judged(model: Turnout, at: { present: number; due: number; strict: number }, said: Said[], basis: Answer["basis"], values: Answer["values"]): Answer {
  const { present, due, strict } = at;
  const missing = Math.max(0, needed(due, model.rule) - present);
  if (missing) {
    const told = say("come-short", { present, missing, word: model.short.word }, "bad");
    return answer("short", "bad", [...said, told, ...outcome(model.short, "bad")], basis, { ...values, missing });
  }
  const lacking = needed(strict, model.rule) - present;
  if (lacking > 0) return answer("unsure", "ask", [...said, say("come-unsure", { present, missing: lacking }, "ask")], basis, { ...values, missing: 0 });
  const told = say("come-enough", { present, word: model.enough.word }, "good");
  const edge = onLine(due, present, model.rule) ? own(model.rule.edge, "ask") : [];
  return answer("enough", "good", [...said, told, ...edge, ...outcome(model.enough, "good")], basis, { ...values, missing: 0 });
}
