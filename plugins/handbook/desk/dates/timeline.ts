// A plan as bars over time: a picture of the table beside it, which says the same in words.
import { make } from "../../projection/make";
import { say } from "../words";
import { type Day, addMonths, dayOf, parts } from "./days";
import type { Plan, Row } from "./plan";
import { byDate } from "./table";

interface Bar { row: Row; from: Day; to: Day }

const MOST_TICKS = 8;

function bars(plan: Plan): Bar[] {
  const dated = byDate(plan.rows.filter((row) => row.path === "sure"));
  return dated.map((row) => ({ row, from: row.day ?? row.advised.early ?? row.advised.late, to: row.day ?? row.advised.late ?? row.advised.early }))
    .filter((bar): bar is Bar => bar.from !== null && bar.to !== null && bar.from <= bar.to)
    .filter(({ row }) => row.day !== null || row.advised.late !== null);
}

/** The first days of months between two days, thinned out to what has room. */
function ticks(from: Day, to: Day): Day[] {
  const { year, month } = parts(from);
  const found: Day[] = [];
  for (let tick = addMonths(dayOf(year, month, 1), 1); tick <= to; tick = addMonths(tick, 1)) found.push(tick);
  const every = Math.ceil(found.length / MOST_TICKS);
  return found.filter((_, place) => place % every === 0);
}

function put(element: HTMLElement, left: number, width?: number): HTMLElement {
  element.style.left = `${left}%`;
  if (width !== undefined) element.style.width = `${width}%`;
  return element;
}

/** Nothing if fewer than two days are known. */
export function timeline(plan: Plan): HTMLElement[] {
  const shown = bars(plan);
  const days = shown.reduce<Day[]>((all, { from, to }) => all.concat(from, to), plan.today === null ? [] : [plan.today]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (shown.length < 2 || first === last) return [];
  const at = (day: Day): number => ((day - first) / (last - first)) * 100;
  const marks = ticks(first, last).map((tick) => put(make("span.hb-timeline__tick", {}, say("dates.month", { ...parts(tick) })), at(tick)));
  const lines = shown.map(({ row, from, to }) => make("li", {}, make("span.hb-timeline__name", {}, row.title), make("span.hb-timeline__room", {},
    put(make(`span.hb-timeline__bar${row.day !== null ? ".hb-timeline__bar--fixed" : ""}${row.done ? ".hb-timeline__bar--done" : ""}`), at(from), at(to) - at(from)))));
  return [make("div.hb-timeline", { "aria-hidden": "true", "data-hb": "plan-timeline" }, make("div.hb-timeline__scale", {}, ...marks), make("ul", {}, ...lines))];
}
