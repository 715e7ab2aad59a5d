// What a member pays a month: one rate on the whole of the income, exactly; how to round is the unit's to say.
import { Exact, compare, divide, exact, fraction, read, times, write } from "../../scoring/exact";
import { Boxes } from "./numbers";
import { answer, basisOf, own, refused, say, waiting } from "./saying";
import type { Answer, Band, Dues, Payers, Said, Typed } from "./shapes";

const HUNDRED = exact(100);

/** The band of an income, from 0: the upper bound belongs to the lower band. */
export function bandOf(income: Exact, bands: Band[]): number {
  return bands.findIndex((band) => band.up_to === null || compare(income, exact(band.up_to)) <= 0);
}

/** An amount in whole cents: rounded half up, and cut off. */
export function cents(due: Exact): [rounded: string, cut: string] {
  const scaled = { n: due.n * BigInt(100), d: due.d };
  const half = (scaled.n * BigInt(2) + scaled.d) / (scaled.d * BigInt(2));
  return [write(fraction(half, BigInt(100))), write(fraction(scaled.n / scaled.d, BigInt(100)))];
}

export function dues(model: Dues, typed: Typed): Answer {
  const boxes = new Boxes(typed);
  const payers = model.payers[boxes.text("payer")];
  const income = boxes.money("income");
  if (!payers) return waiting("payer");
  if (payers.least !== null && payers.most !== null) return fixed(payers, payers.least, payers.most);
  const bands = payers.like ? (model.payers[payers.like] as Payers).bands : payers.bands;
  if (!bands.length) return answer("ask", "ask", own(payers.text, "ask"), basisOf(payers));
  if (boxes.problems.length) return refused(boxes);
  return income === null ? waiting("income") : banded(model, payers, bands, read(income) as Exact);
}

function fixed(payers: Payers, least: number, most: number): Answer {
  const key = least === most ? "dues-fixed" : "dues-range";
  const parts = { label: "payer", least: String(least), most: String(most) };
  return answer("fixed", "good", [say(key, parts, "good"), ...own(payers.text)], basisOf(payers), { least: String(least), most: String(most) });
}

function banded(model: Dues, payers: Payers, bands: Band[], income: Exact): Answer {
  const place = bandOf(income, bands);
  const band = bands[place] as Band;
  const below = place > 0 ? (bands[place - 1] as Band).up_to : null;
  const due = divide(times(income, exact(band.per_cent)), HUNDRED);
  const [rounded, cut] = cents(due);
  const told = { income: write(income), rate: String(band.per_cent), due: write(due), low: String(below), high: String(band.up_to) };
  const range = below === null ? (band.up_to === null ? "band-all" : "band-first") : band.up_to === null ? "band-last" : "band-between";
  const said: Said[] = [say(range, told), say("dues", told, "good")];
  if (band.up_to !== null && compare(income, exact(band.up_to)) === 0) said.push(say("band-edge", told));
  const uneven = cut !== write(due);
  if (uneven) said.push(say("dues-cents", { rounded, cut }, "ask"), ...own(model.rounding.text, "ask"));
  const over = compare(due, exact(model.usual_most)) > 0;
  if (over) said.push(...own(model.beyond.text, "ask"));
  said.push(...own(payers.text));
  const basis = basisOf(payers, model.whole, over ? model.beyond : null, uneven ? model.rounding : null);
  return answer("due", "good", said, basis, { due: write(due), rounded, cut, band: place + 1, rate: String(band.per_cent) });
}
