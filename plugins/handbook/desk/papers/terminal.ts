// The same filling-in for the command line, in an embedded engine.
import { fill } from "./filling";
import { Paper, Values } from "./shapes";

(globalThis as unknown as { handbookFill: (given: string) => string }).handbookFill = (given) => {
  const { paper, values } = JSON.parse(given) as { paper: Paper; values: Values };
  return JSON.stringify(fill(paper, values));
};
