// A sheet as rows for a spreadsheet, and back: key, name, what was filled in, evidence. The key alone is read again.
import type { Form } from "../../scoring/form";
import { type Node, readJson } from "../../scoring/json";
import type { Score } from "../../scoring/score";

export type Row = [key: string, name: string, value: string, note: string];
type Members = Extract<Node, { kind: "object" }>;

const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const TEXTS = ["form", "edition", "code", "unit", "period", "post"];
const GROUPS = ["parameters", "sections", "items"];
const RISKY = /^['=+\-@\t\r\n＝＋－＠]/;


// A numeral stays as it is written; anything else is given as words, and the scorer says what is wrong with it.
export function member(name: string, typed: string): string {
  return `${JSON.stringify(name)}: ${NUMERAL.test(typed) ? typed : JSON.stringify(typed)}`;
}

export function isNumeral(text: string): boolean {
  return NUMERAL.test(text);
}

function titles(form: Form): Record<string, string> {
  const found: Record<string, string> = {};
  const take = (group: string, name: string, title: string) => (found[`${group}.${name}`] = title);
  for (const [name, one] of Object.entries(form.parameters)) take("parameters", name, one.label);
  for (const [name, one] of Object.entries(form.flags)) take("flags", name, one.title);
  for (const [name, title] of Object.entries(form.year?.parts ?? {})) take("sections", name, title);
  for (const [name, section] of Object.entries(form.sections)) {
    take("sections", name, section.title);
    for (const [item, one] of Object.entries(section.items)) take("items", item, one.name);
  }
  return found;
}

function group(top: Members, name: string): Array<[string, string]> {
  const node = top.members.get(name);
  const told = (one: Node) => (one.kind === "number" ? one.numeral : one.kind === "text" ? one.text : "");
  return node?.kind === "object" ? [...node.members].map(([key, one]): [string, string] => [key, told(one)]) : [];
}

// What was filled in, in the order of the form's file, and below it what came out.
export function toRows(form: Form, text: string, score: Score, words: Record<string, string>): Row[] {
  const top = readJson(text) as Members;
  const named = titles(form);
  const rows: Row[] = [];
  for (const key of TEXTS) {
    const node = top.members.get(key);
    if (node?.kind === "text") rows.push([key, words[key] ?? key, node.text, ""]);
  }
  const notes = new Map(group(top, "notes"));
  for (const name of GROUPS) {
    for (const [key, value] of group(top, name)) {
      const note = name === "items" ? notes.get(key) ?? "" : "";
      rows.push([`${name}.${key}`, named[`${name}.${key}`] ?? key, value, note]);
      if (name === "items") notes.delete(key);
    }
  }
  for (const [key, note] of notes) rows.push([`items.${key}`, named[`items.${key}`] ?? key, "", note]);
  const flags = top.members.get("flags");
  for (const one of flags?.kind === "list" ? flags.items : []) {
    if (one.kind === "text") rows.push([`flags.${one.text}`, named[`flags.${one.text}`] ?? one.text, words.yes ?? "1", ""]);
  }
  const band = score.band === null ? "" : form.bands[score.band]?.title ?? "";
  const out = { total: score.total, band, coefficient: score.coefficient, pay: score.pay, float: score.float };
  for (const [key, value] of Object.entries(out)) if (value) rows.push([`result.${key}`, words[key] ?? key, value, ""]);
  return rows;
}

// The answers file that rows stand for; null if they are none of ours.
export function fromRows(rows: string[][]): string | null {
  const groups: Record<string, string[]> = { parameters: [], sections: [], items: [], notes: [] };
  const top: string[] = [];
  const flags: string[] = [];
  for (const [key = "", , value = "", note = ""] of rows) {
    const [kind = "", name] = [key.split(".")[0], key.slice(key.indexOf(".") + 1)];
    if (TEXTS.indexOf(key) >= 0 && value) top.push(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    else if (kind === "flags" && value) flags.push(name);
    else if (GROUPS.indexOf(kind) >= 0 && value) groups[kind]?.push(member(name, value));
    if (kind === "items" && note) groups.notes?.push(`${JSON.stringify(name)}: ${JSON.stringify(note)}`);
  }
  if (!top.some((line) => line.indexOf('"form"') === 0)) return null;
  const inside = Object.entries(groups).map(([name, lines]) => `"${name}": {${lines.join(", ")}}`);
  return `{${[...top, `"flags": ${JSON.stringify(flags)}`, ...inside].join(",\n")}}\n`;
}

// What a spreadsheet would take for a formula gets an apostrophe; a number stays one.
export function guarded(text: string): string {
  return RISKY.test(text) && !NUMERAL.test(text) && !/^\+\d+(\.\d+)?$/.test(text) ? "'" + text : text;
}

function unguarded(text: string): string {
  return text[0] === "'" && RISKY.test(text.slice(1)) ? text.slice(1) : text;
}

export function toCsv(rows: string[][]): string {
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return "\uFEFF" + rows.map((row) => row.map((cell) => quote(guarded(cell))).join(",") + "\r\n").join("");
}

export function fromCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
  const whole = text.replace(/^\uFEFF/, "");
  while (cell.lastIndex < whole.length) {
    const match = cell.exec(whole);
    if (!match) break;
    const given = match[1] === undefined ? match[2] ?? "" : match[1].replace(/""/g, '"');
    (rows[rows.length - 1] as string[]).push(unguarded(given));
    if (match[3] !== ",") rows.push([]);
    if (match[0] === "") break;
  }
  return rows;
}
