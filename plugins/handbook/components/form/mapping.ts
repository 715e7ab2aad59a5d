// A sheet of another edition: what fits is taken over, what does not is named.
import type { Form } from "../../scoring/form";
import { type Node, readJson } from "../../scoring/json";
import { type Refusal, type Score, score } from "../../scoring/score";

type Members = Extract<Node, { kind: "object" }>;
export type Taken = { text: string; score: Score; dropped: string[]; from: string | null } | { refusals: Refusal[] };

function written(node: Node): string {
  if (node.kind === "number") return node.numeral;
  if (node.kind === "text") return JSON.stringify(node.text);
  if (node.kind === "list") return `[${node.items.map(written).join(", ")}]`;
  if (node.kind !== "object") return node.word;
  return `{${[...node.members].map(([name, one]) => `${JSON.stringify(name)}: ${written(one)}`).join(", ")}}`;
}

function take(top: Members, path: string): string | null {
  const [group = "", name] = [path.split(".")[0], path.slice(path.indexOf(".") + 1)];
  const home = top.members.get(group);
  if (path.indexOf(".") < 0 || !home) return top.members.delete(path) ? path : null;
  if (home.kind === "list") return home.items.splice(Number(name), 1).length ? path : null;
  if (home.kind !== "object") return null;
  const node = home.members.get(name);
  return node && home.members.delete(name) ? `${path} = ${written(node)}` : null;
}

// Reads a sheet of this edition as it is, and refuses it whole where something is wrong; one of another edition by parts.
export function accept(form: Form, given: string): Taken {
  const text = given.replace(/^\uFEFF/, "");
  let result = score(form, [text]);
  if ("score" in result) return { text, score: result.score, dropped: [], from: null };
  const other = result.refusals.find((one) => one.code === "edition-other");
  if (!other) return result;
  const top = readJson(text) as Members;
  top.members.delete("code"); // it stands for the other edition
  top.members.set("edition", { kind: "text", at: 0, text: form.edition });
  const dropped: string[] = [];
  for (let rounds = 0; rounds < 1000; rounds++) {
    const mapped = written(top);
    result = score(form, [mapped]);
    if ("score" in result) return { text: mapped, score: result.score, dropped, from: other.parts.given ?? "" };
    const gone = result.refusals.slice(0, 1).map((one) => take(top, one.path)).filter((one): one is string => one !== null);
    if (!gone.length) return result;
    dropped.push(...gone);
  }
  return result;
}
