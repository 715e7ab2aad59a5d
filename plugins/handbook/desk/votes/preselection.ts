// A preliminary ballot: who goes onto the list for the election itself. The rule names the share; what it leaves open is asked.
import { byVotes, counted, holdRows, names, numbers } from "./elected";
import { answer, basisOf, own, refused, say, told, waiting } from "./saying";
import { needed } from "./share";
import type { Answer, Preselection, Said, Typed } from "./shapes";

export function preselection(model: Preselection, typed: Typed): Answer {
  const { boxes, due, seats, valid, rows } = counted(typed);
  if (boxes.problems.length) return refused(boxes);
  if (due === null) return waiting("due");
  holdRows(model.due, due, valid, rows, boxes);
  if (boxes.problems.length) return refused(boxes);
  const need = needed(due, model.majority);
  const first = say("list-win", { name: model.due, due, need, ...told(due, model.majority) });
  const basis = basisOf(model.majority);
  if (seats === null) return waiting("seats", [first], basis, { need });
  if (!rows.length) return waiting("votes-1", [first], basis, { need });
  const over = byVotes(rows.filter(({ votes }) => votes >= need));
  const under = byVotes(rows.filter(({ votes }) => votes < need));
  const said: Said[] = [first];
  if (over.length) said.push(say("listed", { names: names(over) }, "good"));
  if (under.length) said.push(say("unlisted", { names: names(under), need }));
  return judged(model, said, over.length, seats, { need, listed: numbers(over) });
}

function judged(model: Preselection, said: Said[], count: number, seats: number, values: Answer["values"]): Answer {
  const basis = basisOf(model.majority, model.formal);
  if (count < seats) {
    const short = say("listed-few", { count, seats, missing: seats - count }, "bad");
    return answer("few", "bad", [...said, short, ...own(model.few, "ask")], basis, { ...values, missing: seats - count });
  }
  const enough = say(count === seats ? "listed-full" : "listed-many", { count, seats });
  const more = count > seats ? own(model.many, "ask") : [];
  return answer(count === seats ? "full" : "many", "good", [...said, enough, ...more, ...own(model.formal.text)], basis, { ...values, missing: 0 });
}
