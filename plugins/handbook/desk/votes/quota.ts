// How many may be chosen at most: rounded down; where it is open who counts, both numbers are told.
import { Boxes } from "./numbers";
import { answer, basisOf, outcome, refused, say, told, waiting } from "./saying";
import { needed } from "./share";
import type { Answer, Quota, Said, Typed } from "./shapes";

export function quota(model: Quota, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const full = boxes.whole("full");
  const others = boxes.whole("others") || 0;
  const chosen = boxes.whole("chosen");
  if (full === 0) boxes.refuse("nobody", "full");
  if (boxes.problems.length) return refused(boxes);
  if (full === null) return waiting("full");
  const all = full + others;
  const [most, most_with] = [needed(full, model.rule), needed(all, model.rule)];
  const said: Said[] = [say("quota", { full, most, ...told(full, model.rule) })];
  if (others) said.push(say("quota-with", { others, all, most: most_with, ...told(all, model.rule) }));
  if (!most) said.push(say("quota-none", {}, "ask"));
  const values = { most, most_with };
  const basis = basisOf(model.rule);
  if (chosen === null) return waiting("chosen", said, basis, values);
  if (chosen > all) boxes.refuse("chosen-over", "chosen", { chosen: String(chosen), all: String(all) });
  if (boxes.problems.length) return refused(boxes);
  const [verdict, one, tone] = chosen <= most ? ["within", model.within, "good"] as const
    : chosen <= most_with ? ["between", model.between, "ask"] as const : ["over", model.over, "bad"] as const;
  const line = say(verdict === "over" ? "quota-over" : "quota-chosen", { chosen, by: chosen - most_with, word: one.word }, tone);
  return answer(verdict, tone, [...said, line, ...outcome(one, tone)], basis, values);
}
