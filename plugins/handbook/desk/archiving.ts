// The tab of the archive: tick what is in the file, see what is missing, print the list, and say that it is filed.
import { make } from "../projection/make";
import { isIdle, Item, listOf, missing } from "./archive";
import { today } from "./days";
import { button, field } from "./desk";
import { allDone, countOf } from "./papers/copies";
import type { Case, Procedure, Save } from "./shapes";
import { Task, tasksOf } from "./tasks";
import { say } from "./words";

export function showArchive(box: HTMLElement, procedure: Procedure, own: Case, save: Save): void {
  const items = listOf(procedure);
  const tasks = tasksOf(procedure, own);
  const count = make("p.hb-desk__missing", { role: "status", "data-hb": "desk-missing" });
  const closing = make("div", { "data-hb": "desk-closing" });
  const tell = () => {
    const open = missing(items, own, tasks);
    count.textContent = say(open.length ? "missing" : "missing_none", { count: open.length });
    closing.textContent = "";
    closing.append(...close(own, tasks, open.length, () => { save(own); tell(); }));
  };
  const changed = () => { save(own); tell(); };
  const columns = ["number", "paper", "made_in", "there"].map((key) => make("th", { scope: "col" }, say(`archive.${key}`)));
  tell();
  box.append(make("p.hb-desk__paper", {}, say("archive.head", { title: own.title, procedure: procedure.title, code: procedure.code, day: today() })), count,
    make("p.hb-desk__hint", {}, say("archive.text")),
    make("table.hb-archive-list", { "data-hb": "desk-archive" }, make("thead", {}, make("tr", {}, ...columns)), ...bodies(items, (item, number) => row(item, number, own, tasks, changed))),
    make("p", {}, button("print", () => window.print())), make("p.hb-desk__paper.hb-desk__sign", {}, say("archive.sign")), closing);
}

/** A body for each line of the archive's list, headed by what it is and where it is kept. */
function bodies(items: Item[], row: (item: Item, number: number) => HTMLElement): HTMLElement[] {
  const made: HTMLElement[] = [];
  items.forEach((item, place) => {
    const before = items[place - 1];
    if (!before || before.what !== item.what || before.where !== item.where) {
      const head = make("th", { scope: "rowgroup", colspan: "4" }, make("b", {}, item.what || say("archive.others")), " ", make("small", {}, item.where));
      made.push(make("tbody", {}, make("tr.hb-archive-list__group", {}, head)));
    }
    made[made.length - 1]?.append(row(item, place + 1));
  });
  return made;
}

function row(item: Item, number: number, own: Case, tasks: Task[], changed: () => void): HTMLElement {
  const idle = isIdle(item, tasks);
  const box = make<HTMLInputElement>("input", { type: "checkbox", "data-key": item.key });
  box.checked = own.archive[item.key] === true;
  const mark = make("span.hb-desk__mark", { "aria-hidden": "true" });
  const line = make("tr", { "data-key": item.key });
  const show = () => {
    mark.textContent = say(box.checked ? "archive.yes" : idle ? "archive.idle" : "archive.no");
    line.className = box.checked ? "hb-archive-list__there" : idle ? "hb-archive-list__idle" : "";
  };
  box.addEventListener("change", () => {
    if (box.checked) own.archive[item.key] = true; else delete own.archive[item.key];
    show();
    changed();
  });
  show();
  const made = item.makers.map(({ number: at, title }) => say("archive.step", { number: at, title })).join(say("comma"));
  const filled = allDone(own, item.key) ? make("small", {}, say("archive.filled")) : null;
  const copies = countOf(own, item.key);
  const several = copies > 1 ? make("small", {}, say("archive.copies", { count: copies })) : null;
  line.append(make("td", {}, String(number)),
    make("th", { scope: "row" }, item.address ? make("a", { href: item.address }, item.title) : item.title, filled, several, item.reason && make("small", {}, say("archive.unfit", { why: item.reason }))),
    make("td", {}, made), make("td", {}, make("label.hb-desk__tick", {}, box, mark, make("span.hb-desk__unseen", {}, say("archive.tick", { title: item.title })))));
  return line;
}

/** The last row of every case: a person says that it is filed and reported, or takes it back. */
function close(own: Case, tasks: Task[], open: number, changed: () => void): HTMLElement[] {
  const left = tasks.filter(({ status, step }) => status !== "done" && status !== "unneeded" && status !== "unfit" && step.duty === "must").length;
  if (own.filed) {
    const back = button("unfile", () => { own.filed = ""; changed(); });
    return [make("p.hb-desk__filed", {}, say("filed_on", { day: own.filed })), make("p", {}, back)];
  }
  const day = make<HTMLInputElement>("input", { type: "date", value: today(), max: "2199-12-31", "data-field": "filed" });
  const file = button("file", () => { own.filed = day.value || today(); changed(); }, "hb-desk__do.hb-desk__do--main");
  const warning = open || left ? make("p.hb-desk__hint", {}, say("file_early", { papers: open, steps: left })) : null;
  return [make("h3", {}, say("file_asked")), ...(warning ? [warning] : []), field(say("file_day"), day), make("p", {}, file)];
}
