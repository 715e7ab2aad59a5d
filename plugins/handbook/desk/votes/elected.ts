// Who is elected: more than the share of those due; the seats go to the most votes; ties are voted on again.
import { Boxes } from "./numbers";
import { answer, basisOf, own, refused, say, told, waiting } from "./saying";
import { needed } from "./share";
import type { Answer, Elected, Saying, Said, Typed } from "./shapes";

export const MOST_ROWS = 60;

export interface Row { number: number; name: string; votes: number }

interface Count { due: number; seats: number; valid: number | null; rows: Row[] }

function rowsOf(boxes: Boxes): Row[] {
  const rows: Row[] = [];
  for (let number = 1; number <= MOST_ROWS; number += 1) {
    const votes = boxes.whole(`votes-${number}`);
    if (votes !== null) rows.push({ number, name: boxes.text(`name-${number}`) || `#${number}`, votes });
  }
  return rows;
}

/** What is typed of a count by name; nobody due and no seat are refused. */
export function counted(typed: Typed): { boxes: Boxes; due: number | null; seats: number | null; valid: number | null; rows: Row[] } {
  const boxes = new Boxes(typed);
  const [due, seats, valid] = [boxes.whole("due"), boxes.whole("seats"), boxes.whole("valid")];
  const rows = rowsOf(boxes);
  if (due === 0) boxes.refuse("nobody", "due");
  if (seats === 0) boxes.refuse("no-seat", "seats");
  return { boxes, due, seats, valid, rows };
}

export function elected(model: Elected, typed: Typed): Answer {
  const { boxes, due, seats, valid, rows } = counted(typed);
  if (boxes.problems.length) return refused(boxes);
  if (due === null) return waiting("due");
  const again = boxes.ticked("again");
  const least = needed(due, model.majority);
  const first = again ? say("again") : say("win", { name: model.due, due, need: least, ...told(due, model.majority) });
  const basis = basisOf(again ? model.tie : model.majority);
  if (seats === null) return waiting("seats", [first], basis, { need: least });
  const count = { due, seats, valid, rows };
  hold(model, count, boxes);
  if (boxes.problems.length) return refused(boxes);
  if (!rows.length) return waiting("votes-1", [first], basis, { need: least });
  return again ? runoff(model, count, first) : judged(model, count, least, first);
}

// What cannot be: more ballots than people, more votes for one than ballots.
export function holdRows(name: string, due: number, valid: number | null, rows: Row[], boxes: Boxes): void {
  if (valid !== null && valid > due) boxes.refuse("valid-over", "valid", { valid: String(valid), due: String(due), name });
  const most = valid === null ? due : valid;
  rows.filter((row) => row.votes > most).forEach((row) => boxes.refuse(valid === null ? "votes-over-due" : "votes-over-valid", `votes-${row.number}`, { who: row.name, votes: String(row.votes), most: String(most) }));
}

// Nor can there be more votes in all than the ballots allow.
function hold(model: Elected, count: Count, boxes: Boxes): void {
  const { due, seats, valid, rows } = count;
  holdRows(model.due, due, valid, rows, boxes);
  const sum = rows.reduce((all, row) => all + row.votes, 0);
  if (!boxes.problems.length && valid !== null && sum > valid * seats) {
    boxes.refuse("votes-sum", "valid", { sum: String(sum), valid: String(valid), seats: String(seats), most: String(valid * seats) });
  }
}

export const names = (rows: Row[]): string => rows.map((row) => row.name).join("\u0001");
export const numbers = (rows: Row[]): string => rows.map((row) => row.number).join(",");
export const byVotes = (rows: Row[]): Row[] => rows.slice().sort((a, b) => b.votes - a.votes || a.number - b.number);

/** Fills the seats with the most votes; those who tie for the last ones stand apart. */
export function fill(rows: Row[], seats: number): { sure: Row[]; tied: Row[]; places: number } {
  const sorted = byVotes(rows);
  if (sorted.length <= seats) return { sure: sorted, tied: [], places: 0 };
  const cut = (sorted[seats - 1] as Row).votes;
  const at = sorted.filter((row) => row.votes === cut);
  const above = sorted.filter((row) => row.votes > cut);
  const places = seats - above.length;
  return at.length > places ? { sure: above, tied: at, places } : { sure: above.concat(at), tied: [], places: 0 };
}

function judged(model: Elected, count: Count, least: number, first: Said): Answer {
  const { rows, seats } = count;
  const over = rows.filter((row) => row.votes >= least);
  const { sure, tied, places } = fill(over, seats);
  const under = byVotes(rows.filter((row) => row.votes < least));
  const missing = seats - sure.length - (tied.length ? places : 0);
  const values = { need: least, over: over.length, elected: numbers(sure), tied: numbers(tied), missing };
  const said: Said[] = [first, say(over.length ? "over-half" : "over-none", { over: over.length, need: least })];
  if (sure.length) said.push(say("elected", { names: names(sure) }, "good"));
  if (under.length) said.push(say("under", { names: names(under), need: least }));
  if (tied.length) return end("tie", model, [...said, ...tie(model, tied, places)], values, model.tie, model.again);
  if (missing > 0) return few(model, count, [...said, say("seats-short", { missing }, "bad")], { ...values, reduce: model.reduce ? needed(count.due, model.reduce) : 0 });
  if (over.length > seats) return end("many", model, [...said, ...own(model.many.text)], values, model.many);
  return end("full", model, [...said, say("seats-full", { seats }, "good")], values);
}

const tie = (model: Elected, tied: Row[], places: number): Said[] =>
  [say("tie", { names: names(tied), votes: (tied[0] as Row).votes, places }, "ask"), ...own(model.tie.text, "ask"), ...own(model.again.text, "ask")];

function end(verdict: string, model: Elected, said: Said[], values: Answer["values"], ...more: Saying[]): Answer {
  return answer(verdict, verdict === "tie" ? "ask" : "good", said, basisOf(model.majority, ...more), values);
}

function few(model: Elected, count: Count, said: Said[], values: Answer["values"]): Answer {
  const lines = [...said, ...own(model.few.text, "ask"), ...own(model.again.text, "ask")];
  if (model.reduce) lines.push(say("reduce", { text: model.reduce.text, need: needed(count.due, model.reduce), due: count.due, name: model.due }, "ask"));
  return answer("few", "bad", lines, basisOf(model.majority, model.few, model.reduce, model.again), values);
}

// A vote among those who tied: the most votes win; the rule names no share for it.
function runoff(model: Elected, count: Count, first: Said): Answer {
  const { sure, tied, places } = fill(count.rows, count.seats);
  const missing = Math.max(0, count.seats - sure.length - places);
  const values = { elected: numbers(sure), tied: numbers(tied), missing };
  const said: Said[] = [first];
  if (sure.length) said.push(say("elected", { names: names(sure) }, "good"));
  if (!tied.length) return answer("full", "good", said, basisOf(model.tie), values);
  return answer("tie", "ask", [...said, say("tie-again", { names: names(tied), votes: (tied[0] as Row).votes }, "ask")], basisOf(model.tie), values);
}
