// Do the ballots tally? More came back than went out: void. As many or fewer: good.
import { Boxes } from "./numbers";
import { answer, basisOf, own, refused, say, waiting } from "./saying";
import type { Answer, Ballots, Said, Typed } from "./shapes";

export function ballots(model: Ballots, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const [present, issued, returned, valid, spoilt] = ["present", "issued", "returned", "valid", "spoilt"].map((field) => boxes.whole(field)) as Array<number | null>;
  if (boxes.problems.length) return refused(boxes);
  if (issued === null || issued === undefined) return waiting("issued");
  const said: Said[] = [];
  if (present !== null && present !== undefined && issued !== present) {
    said.push(say(issued > present ? "issued-over" : "issued-under", { issued, present, by: Math.abs(issued - present) }, "ask"));
  }
  if (returned === null || returned === undefined) return waiting("returned", said);
  if (returned > issued) {
    const told = say("returned-over", { returned, issued, more: returned - issued }, "bad");
    return answer("void", "bad", [...said, told, ...own(model.void.text, "ask")], basisOf(model.void), { more: returned - issued });
  }
  const counted = sum(valid ?? null, spoilt ?? null, returned, boxes);
  if (boxes.problems.length) return refused(boxes);
  const fewer = issued - returned;
  const told = fewer ? say("returned-fewer", { returned, issued, fewer }, "good") : say("returned-equal", { returned }, "good");
  return answer("valid", "good", [...said, told, ...counted, ...own(model.each.text)], basisOf(model.valid, model.each), { fewer });
}

// The valid and the spoilt ones are what came back.
function sum(valid: number | null, spoilt: number | null, returned: number, boxes: Boxes): Said[] {
  if (valid === null && spoilt === null) return [];
  if (valid !== null && spoilt !== null) {
    if (valid + spoilt === returned) return [say("sum-right", { valid, spoilt, returned })];
    const by = Math.abs(valid + spoilt - returned);
    boxes.refuse("sum-wrong", "valid", { valid: String(valid), spoilt: String(spoilt), sum: String(valid + spoilt), returned: String(returned), by: String(by) });
    return [];
  }
  const one = (valid === null ? spoilt : valid) as number;
  if (one > returned) boxes.refuse("more-than-returned", valid === null ? "spoilt" : "valid", { one: String(one), returned: String(returned) });
  else return [say(valid === null ? "rest-valid" : "rest-spoilt", { rest: returned - one })];
  return [];
}
