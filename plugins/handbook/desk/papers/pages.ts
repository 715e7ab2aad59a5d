// Where the pages of a previewed document end: marks between its lines, measured in the page. Word decides in the end.
import { make } from "../../projection/make";
import { say } from "../words";

// The body of a page in millimetres (GB/T 9704): 297 without 37 above and 35 below; on its side 210 without 28 and 26.
const ROOM = { upright: 225, wide: 156 };
const WIDTH = { upright: 210, wide: 297 };

/** `head`: how high the row is that a table repeats above this one on a new page. */
interface Line { top: number; bottom: number; head?: number }

// The lines of a paragraph, each as high as its line spacing; a paragraph without words is one line.
function linesOf(paragraph: HTMLElement): Line[] {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const high = parseFloat(getComputedStyle(paragraph).lineHeight);
  const found: Line[] = [];
  Array.from(range.getClientRects()).forEach((rect) => {
    const middle = (rect.top + rect.bottom) / 2;
    const last = found[found.length - 1];
    if (!last || middle > last.bottom) found.push({ top: middle - high / 2, bottom: middle + high / 2 });
  });
  return found.length ? found : [paragraph.getBoundingClientRect()];
}

function rowsOf(table: HTMLTableElement): Line[] {
  const boxes = Array.from(table.rows, (row) => row.getBoundingClientRect());
  return boxes.map(({ top, bottom }, place) => ({ top, bottom, head: place ? (boxes[0] as DOMRect).height : 0 }));
}

function unitsOf(sheet: HTMLElement): Line[] {
  return Array.from(sheet.children).reduce<Line[]>((all, child) => {
    const rows = child instanceof HTMLTableElement ? rowsOf(child) : linesOf(child as HTMLElement);
    return all.concat(rows);
  }, []);
}

/** How far from the sheet's top each page but the first begins, in pixels. */
function starts(units: Line[], room: number, top: number): number[] {
  const found: number[] = [];
  let start = units[0]?.top ?? 0;
  units.forEach((unit) => {
    if (unit.bottom - start <= room + 1 || unit.top - (unit.head ?? 0) <= start) return;
    start = unit.top - (unit.head ?? 0);
    found.push(unit.top - top);
  });
  return found;
}

/** Puts a mark where each further page of a drawn sheet begins; gives the number of pages. */
export function markPages(sheet: HTMLElement, wide: boolean): number {
  const side = wide ? "wide" : "upright";
  const box = sheet.getBoundingClientRect();
  const room = (ROOM[side] * box.width) / WIDTH[side];
  const found = starts(unitsOf(sheet), room, box.top);
  sheet.append(...found.map((top, place) => {
    const mark = make("div.hb-preview__page", { "aria-hidden": "true", "data-page": say("papers.page_mark", { page: place + 2 }) });
    mark.style.top = `${top.toFixed(1)}px`;
    return mark;
  }));
  return found.length + 1;
}
