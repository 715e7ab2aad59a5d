// A filled-in body as lines and tables, for the preview and for copying. The body is made by stages/rendering/documents/body.py.
import type { Filled } from "./filling";

export interface Line { style: string; text: string }
export interface Table { widths: number[]; rows: Line[][] }
export type Block = Line | Table;

const BLOCK = /<w:tbl>[\s\S]*?<\/w:tbl>|<w:p>[\s\S]*?<\/w:p>/g;
const ROW = /<w:tr[ >][\s\S]*?<\/w:tr>/g;
const CELL = /<w:tc>[\s\S]*?<\/w:tc>/g;
const TAG = /\{\{(\w+)\}\}/g;
const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

function lineOf(xml: string, tags: Record<string, string>): Line {
  const style = /<w:pStyle w:val="(\w+)"/.exec(xml);
  const text = /<w:t xml:space="preserve">([\s\S]*?)<\/w:t>/.exec(xml);
  const words = text ? text[1]!.replace(/&(?:lt|gt|amp);/g, (sign) => SIGNS[sign]!) : "";
  return { style: style ? style[1]! : "", text: words.replace(TAG, (tag, name: string) => (name in tags ? tags[name]! : tag)) };
}

/** What the document says, in order. */
export function blocksOf(filled: Pick<Filled, "body" | "tags">): Block[] {
  return (filled.body.match(BLOCK) || []).map((xml) => {
    if (xml.lastIndexOf("<w:tbl>", 0) < 0) return lineOf(xml, filled.tags);
    const widths = (xml.match(/<w:gridCol w:w="\d+"/g) || []).map((one) => Number(/\d+/.exec(one)![0]));
    return { widths, rows: (xml.match(ROW) || []).map((row) => (row.match(CELL) || []).map((cell) => lineOf(cell, filled.tags))) };
  });
}

/** The words of a document: a line for each paragraph, the cells of a row with a tab between them. */
export function textOf(blocks: Block[]): string {
  const lines = blocks.map((block) =>
    "rows" in block ? block.rows.map((row) => row.map(({ text }) => text.replace(/\n/g, " ")).join("\t")).join("\n") : block.text);
  return lines.join("\n").trim();
}
