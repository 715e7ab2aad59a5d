// A paper with what was typed: what stands at each tag, which rows go, what is missing, what is refused. Knows no page.
import { Fault, Paper, Values } from "./shapes";
import { read } from "./values";

export interface Filled {
  body: string; // the body with its tags, without the rows that nobody needs
  tags: Record<string, string>;
  missing: string[]; // required fields without a value
  faults: Record<string, Fault>; // by field
}

const TABLE = /<w:tbl>[\s\S]*?<\/w:tbl>/g;
const SPARE_ROW = /<w:tr w:rsidR="[0-9A-F]{8}">[\s\S]*?<\/w:tr>/g;

function tagsIn(xml: string): string[] {
  return (xml.match(/\{\{\w+\}\}/g) || []).map((tag) => tag.slice(2, -2));
}

// Where a table holds anything, its rows for more (a sixth candidate where there are four) go if they are empty.
function trimmed(body: string, has: (tag: string) => boolean): string {
  return body.replace(TABLE, (table) =>
    tagsIn(table).some(has) ? table.replace(SPARE_ROW, (row) => (tagsIn(row).some(has) ? row : "")) : table);
}

// A new line in running text begins as a paragraph does; in a cell (tags that begin with c) it does not.
function placed(tag: string, value: string): string {
  return tag.charAt(0) === "c" ? value : value.replace(/\n\s*/g, "\n\u3000\u3000");
}

/** Fills in a paper. A value that is refused counts as not given: its blank stands. */
export function fill(paper: Paper, values: Values): Filled {
  const faults: Record<string, Fault> = {};
  const texts: Record<string, string> = {};
  const missing: string[] = [];
  Object.keys(paper.fields).forEach((name) => {
    const field = paper.fields[name]!;
    const found = read(field, values[name] || "");
    if (typeof found === "string") texts[name] = found;
    else faults[name] = found;
    if (!texts[name] && field.required) missing.push(name);
  });
  const tags: Record<string, string> = {};
  Object.keys(paper.tags).forEach((tag) => {
    const [name, blank] = paper.tags[tag]!;
    tags[tag] = texts[name] ? placed(tag, texts[name]!) : blank;
  });
  return { body: trimmed(paper.body, (tag) => !!texts[(paper.tags[tag] || [""])[0]]), tags, missing, faults };
}
