// Spreadsheet files, written and read in the page. Loaded only when one is asked for: see files.ts.
import { type Unzipped, strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isNumeral } from "./rows";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const LARGEST = 20_000_000; // unpacked
const WIDEST = 50; // columns

function escaped(text: string): string {
  // XML 1.0 knows no control characters: they cannot be kept in a spreadsheet at all
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return clean.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\r/g, "&#13;");
}

// A numeral that a spreadsheet would write differently stays words, so that nothing of it is lost.
function cell(text: string): string {
  if (isNumeral(text) && String(Number(text)) === text) return `<c><v>${text}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function sheet(rows: string[][]): string {
  const lines = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const columns = '<cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="40" customWidth="1"/></cols>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns}<sheetData>${lines}</sheetData></worksheet>`;
}

function write(title: string, rows: string[][]): Uint8Array {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(title.replace(/[\\/?*:[\]]/g, "").slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet(rows),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function parsed(files: Unzipped, name: string): Document | null {
  const bytes = files[name];
  if (!bytes) return null;
  const text = strFromU8(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text.slice(0, 2000))) return null; // a spreadsheet needs none
  return new DOMParser().parseFromString(text, "application/xml");
}

function all(place: Document | Element, name: string): Element[] {
  return Array.prototype.slice.call(place.getElementsByTagNameNS(MAIN, name)) as Element[];
}

function words(place: Element): string {
  return all(place, "t").map((one) => one.textContent ?? "").join("");
}

function column(place: string): number {
  return [...place.replace(/\d/g, "")].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
}

// Excel writes a binary number with up to 17 digits; people typed at most 15.
function numeral(text: string): string {
  return isNumeral(text) ? text : String(Number(Number(text).toPrecision(15)));
}

function value(one: Element, shared: string[]): string {
  const given = all(one, "v")[0]?.textContent ?? "";
  const kind = one.getAttribute("t") ?? "n";
  if (kind === "s") return shared[Number(given)] ?? "";
  if (kind === "inlineStr") return words(one);
  return kind === "n" && given ? numeral(given.length > 16 ? String(Number(Number(given).toPrecision(15))) : given) : given;
}

// The first sheet's cells; null if it is no spreadsheet.
function read(bytes: Uint8Array): string[][] | null {
  let whole = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => /\.xml$/.test(file.name) && (whole += file.originalSize) < LARGEST,
    });
    const shared = parsed(files, "xl/sharedStrings.xml");
    const strings = shared ? all(shared, "si").map(words) : [];
    const page = parsed(files, "xl/worksheets/sheet1.xml");
    if (!page) return null;
    return all(page, "row").map((row) => {
      const cells: string[] = [];
      for (const one of all(row, "c")) {
        const place = one.getAttribute("r");
        const at = place ? column(place) : cells.length;
        if (at < WIDEST) cells[at] = value(one, strings);
      }
      return Array.from(cells, (text) => text ?? "");
    });
  } catch {
    return null; // not a zip file, or a damaged one
  }
}

export interface Workbooks {
  write: typeof write;
  read: typeof read;
}

(window as unknown as { handbookWorkbooks: Workbooks }).handbookWorkbooks = { write, read };
