// The same filling-in for the command line, in an embedded engine.
import { broken } from "./checks";
import { fill } from "./filling";
import { blocksOf, textOf } from "./lines";
import { Check, Paper, Values } from "./shapes";

// What a paper says when it is filled in, with the text of its preview.
function handbookFill(given: string): string {
  const { paper, values } = JSON.parse(given) as { paper: Paper; values: Values };
  const filled = fill(paper, values);
  return JSON.stringify({ ...filled, text: textOf(blocksOf(filled)) });
}

// The places in `checks` of those that do not hold; `values` are by the slug of the paper.
function handbookChecks(given: string): string {
  const { checks, papers, values } = JSON.parse(given) as { checks: Check[]; papers: Paper[]; values: Record<string, Values> };
  return JSON.stringify(broken(checks, papers, ({ slug }) => values[slug] || {}).map(({ check }) => checks.indexOf(check)));
}

Object.assign(globalThis, { handbookFill, handbookChecks });
