// Files given and taken: the formats, and the script that knows spreadsheets, loaded when it is first needed.
import { addScript } from "../../search/page/start";
import { fromCsv, fromRows, toCsv } from "./rows";
import type { Workbooks } from "./workbook";

export const LARGEST = 4_000_000;
const TYPES: Record<string, string> = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function workbooks(): Workbooks | undefined {
  return (window as unknown as { handbookWorkbooks?: Workbooks }).handbookWorkbooks;
}

function withWorkbooks(root: string, use: (books: Workbooks | undefined) => void): void {
  if (workbooks()) use(workbooks());
  else addScript(`${root}assets/forms/workbook.js`, () => use(workbooks()));
}

function hand(name: string, ending: string, content: string | Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type: TYPES[ending] }));
  link.download = `${name}.${ending}`.replace(/[\\/:*?"<>|]/g, "_");
  document.body.appendChild(link).click();
  link.remove();
}

export function give(name: string, text: string): void {
  hand(name, "json", text);
}

// `failed` is called when the script for spreadsheets is not to be had.
export function giveRows(root: string, name: string, ending: string, rows: string[][], failed: () => void): void {
  if (ending === "csv") return hand(name, "csv", toCsv(rows));
  withWorkbooks(root, (books) => (books ? hand(name, "xlsx", books.write(name, rows)) : failed()));
}

// What the office's spreadsheet program saves as CSV in China is often not UTF-8.
function decoded(bytes: ArrayBuffer): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.indexOf("\uFFFD") < 0 ? text : new TextDecoder("gb18030").decode(bytes);
}

// Reads a file as an answers file's text; `refused` gets the code of the reason.
export function take(root: string, file: File, taken: (text: string) => void, refused: (code: string) => void): void {
  if (file.size > LARGEST) return refused("too-large");
  const reader = new FileReader();
  const told = (rows: string[][] | null | undefined) => {
    const text = rows && fromRows(rows);
    if (text) taken(text);
    else refused("not-a-sheet");
  };
  reader.onerror = () => refused("not-utf8");
  reader.onload = () => {
    const bytes = reader.result as ArrayBuffer;
    if (/\.xlsx$/i.test(file.name)) withWorkbooks(root, (books) => told(books?.read(new Uint8Array(bytes))));
    else if (/\.csv$/i.test(file.name)) told(fromCsv(decoded(bytes)));
    else taken(new TextDecoder("utf-8").decode(bytes));
  };
  reader.readAsArrayBuffer(file);
}
