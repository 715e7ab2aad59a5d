// A document as it will print, drawn in the page from the very body that the file has.
import { make } from "../../projection/make";
import { say } from "../words";
import { Block, Line } from "./lines";
import { markPages } from "./pages";

const KINDS: Record<string, string> = {
  T: "title", A: "flush", B: "text", P: "note", H: "heading", Q: "note-heading", K: "subheading", F: "attachment", G: "attachments",
  S: "sealed", S2: "sealed", S3: "sealed", L: "signed", L2: "signed", L3: "signed",
};

function paragraph(line: Line): HTMLElement {
  return make(`p.hb-preview__${KINDS[line.style] || "text"}`, {}, line.text);
}

function cell(line: Line, head: boolean): HTMLElement {
  const name = line.style === "C" ? "" : ".hb-preview__middle";
  return head ? make(`th${name}`, { scope: "col" }, line.text) : make(`td${name}`, {}, line.text);
}

function block(one: Block): HTMLElement {
  if (!("rows" in one)) return paragraph(one);
  const whole = one.widths.reduce((sum, width) => sum + width, 0) || 1;
  const columns = one.widths.map((width) => {
    const column = make("col");
    column.style.width = `${((100 * width) / whole).toFixed(1)}%`;
    return column;
  });
  const rows = one.rows.map((row, place) => make("tr", {}, ...row.map((line) => cell(line, place === 0))));
  return make("table", {}, make("colgroup", {}, ...columns), make("thead", {}, rows[0]), make("tbody", {}, ...rows.slice(1)));
}

/** Draws a document's blocks into a box; gives how many pages they fill, about. */
export function draw(box: HTMLElement, title: string, blocks: Block[], wide: boolean): number {
  const sheet = make(`div.hb-preview__sheet${wide ? ".hb-preview__sheet--wide" : ""}`, {}, ...blocks.map(block));
  box.textContent = "";
  box.className = "hb-preview";
  box.setAttribute("tabindex", "0");
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", say("papers.preview", { title }));
  box.append(sheet);
  return markPages(sheet, wide);
}
