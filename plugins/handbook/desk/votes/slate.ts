// Are there enough candidates for the seats? The surplus is rounded up.
import { Boxes } from "./numbers";
import { answer, basisOf, outcome, own, refused, say, told, waiting } from "./saying";
import { needed } from "./share";
import type { Answer, Slate, Typed } from "./shapes";

export function slate(model: Slate, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const seats = boxes.whole("seats");
  const candidates = boxes.whole("candidates");
  if (seats === 0) boxes.refuse("no-seat", "seats");
  if (boxes.problems.length) return refused(boxes);
  if (seats === null) return waiting("seats");
  const surplus = needed(seats, model.rule);
  const least = seats + surplus;
  const said = [say("slate", { seats, surplus, need: least, ...told(seats, model.rule) })];
  const over = model.most !== null && seats > model.most ? model.beyond : null;
  if (over) said.push(...own(over.text, "ask"));
  const basis = basisOf(model.rule, over);
  const values = { surplus, need: least };
  if (candidates === null) return waiting("candidates", said, basis, values);
  if (candidates >= least) {
    const enough = say("slate-enough", { candidates, word: model.enough.word }, "good");
    return answer("enough", "good", [...said, enough, ...outcome(model.enough, "good")], basis, { ...values, missing: 0 });
  }
  const missing = least - candidates;
  const short = say(candidates === seats ? "slate-equal" : "slate-short", { candidates, missing, word: model.short.word }, "bad");
  return answer("short", "bad", [...said, short, ...outcome(model.short, "bad")], basis, { ...values, missing });
}
