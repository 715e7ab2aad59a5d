// What calculators go by and say; both come as a script, assets/votes-rules.js.
import type { Calculator, Said } from "../../desk/votes/shapes";

export interface Words {
  about: string; row: string; comma: string; reset: string; add: string; choose: string; from_profile: string; basis: string;
  out_summary: string; out_legend: { sure: string; consent: string };
  fields: Record<string, string>;
  say: Record<string, string>;
  names: Record<string, string> & { columns: string[] };
}

interface Rules { words: Words; calculators: Record<string, Calculator> }

export const rules = (window as unknown as { hbVotes: Rules }).hbVotes;
export const words = rules.words;

export const put = (sentence: string, parts: Record<string, string | number>): string =>
  sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => name in parts ? String(parts[name]) : whole);

const named = (name: string): string => name.startsWith("#") ? put(words.row, { number: name.slice(1) }) : name;

// What a part looks like on the page: a box's name, the names of people, a number that had to be rounded.
function shown(key: string, part: string, labels: Record<string, string>): string {
  if (key === "label") return labels[part] || put(words.row, { number: part.replace(/^\D+/, "") }) + (words.fields.votes as string);
  if (key === "names") return part.split("\u0001").map(named).join(words.comma);
  if (key === "who") return named(part);
  return key === "exact" && part.startsWith("~") ? put(words.about, { number: part.slice(1) }) : part;
}

/** A sentence as the reader reads it. */
export function sentence(said: Said, labels: Record<string, string>): string {
  const parts = Object.keys(said.parts).reduce((all, key) => ({ ...all, [key]: shown(key, said.parts[key] as string, labels) }), {} as Record<string, string>);
  return put(words.say[said.say] || "", parts);
}
