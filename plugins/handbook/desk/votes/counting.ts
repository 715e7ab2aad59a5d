// Who counts: the full members without those who have no vote and those whom the rules allow to be left out.
import type { Boxes } from "./numbers";
import { own, say } from "./saying";
import type { Cite, Decision, LeftOut, Said, Turnout } from "./shapes";

export interface Counted {
  due: number; // who counts
  strict: number; // the same, with those counted in of whom it is not sure whether they may be left out
  said: Said[];
  basis: Cite[];
}

export const outField = (slug: string): string => `out-${slug}`;

/** Counts; null if nothing can be counted yet or what was typed cannot be (then `boxes` knows why). */
export function count(model: Turnout | Decision, boxes: Boxes): Counted | null {
  const full = boxes.whole("full");
  const out = Object.entries(model.left_out).map(([slug, one]) => ({ one, field: outField(slug), number: boxes.whole(outField(slug)) || 0 }));
  if (full === null || boxes.problems.length) return null;
  const of = (ground: LeftOut["ground"]): number => out.reduce((sum, each) => sum + (each.one.ground === ground ? each.number : 0), 0);
  const agreed = boxes.ticked("agreed");
  const [none, unsure, consent] = [of("no-right"), of("unsure"), of("consent")];
  const less = none + unsure + (agreed ? consent : 0);
  const all = none + unsure + consent;
  if (all > full) boxes.refuse("out-over", (out.find((each) => each.number) as { field: string }).field, { out: String(all), full: String(full) });
  else if (full - less === 0) boxes.refuse("nobody", "full");
  if (boxes.problems.length) return null;
  const due = full - less;
  const strict = agreed ? due : due + unsure;
  const filled = out.filter((each) => each.number);
  const said: Said[] = less ? [say("counted", { full, out: less, name: model.due, due })] : [];
  if (consent && !agreed) said.push(say("unagreed", { consent, due: due - consent, name: model.due }, "ask"));
  filled.forEach((each) => said.push(...own(each.one.note, "ask")));
  const basis = filled.reduce((found, each) => found.concat(each.one.basis), [] as Cite[]);
  return { due, strict, said, basis };
}
