// Small pieces all answers are made of.
import { partOf, shown } from "./share";
import type { Boxes } from "./numbers";
import type { Answer, Cite, Outcome, Rule, Said, Tone } from "./shapes";

export const say = (key: string, parts: Record<string, string | number> = {}, tone: Tone = "plain"): Said =>
  ({ say: key, parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, String(part)])), tone });

/** The author's own sentence, if there is one. */
export const own = (text: string | null | undefined, tone: Tone = "plain"): Said[] => text ? [say("own", { text }, tone)] : [];

/** What is said of a rule: the share in words and the exact number. */
export const told = (n: number, rule: Rule): { named: string; exact: string } =>
  ({ named: (rule.named || rule.share).replace(/%$/, "% "), exact: shown(partOf(n, rule)) });

/** All articles of some rules, each once. */
export function basisOf(...groups: Array<{ basis: Cite[] } | null | undefined>): Cite[] {
  const found = new Map<string, Cite>();
  groups.forEach((group) => group && group.basis.forEach((one) => found.set(one.text + one.marks.join(), one)));
  return Array.from(found.values());
}

export function answer(verdict: string, tone: Tone, said: Said[], basis: Cite[], values: Answer["values"] = {}): Answer {
  return { verdict, tone, said, basis, values: { ...values, verdict }, fields: [] };
}

/** What was typed cannot be: all that is wrong is told, and nothing else. */
export function refused(boxes: Boxes): Answer {
  const told = answer("wrong", "bad", boxes.problems, [], { wrong: boxes.problems.map((one) => one.say).join("、") });
  return { ...told, fields: boxes.wrong };
}

/** Nothing can be said before these boxes are filled in. */
export const waiting = (field: string, said: Said[] = [], basis: Cite[] = [], values: Answer["values"] = {}): Answer =>
  answer("waiting", "plain", [...said, say("fill", { label: field })], basis, values);

export const outcome = (one: Outcome, tone: Tone): Said[] => own(one.next, tone === "good" ? "plain" : "ask");
