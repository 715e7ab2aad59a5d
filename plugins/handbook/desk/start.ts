// Choosing what to do, and starting it as a case.
import { make } from "../projection/make";
import { branch, unfit } from "./branch";
import { parse } from "./dates/days";
import { button, Desk, field, go, heading } from "./desk";
import { choiceOf, index, procedureOf } from "./load";
import { casePlace, Place } from "./place";
import { NAME } from "./reading";
import type { Case, Choice, Procedure } from "./shapes";
import { newCase } from "./starting";
import { say } from "./words";

export async function showStart(box: HTMLElement, place: Place, desk: Desk): Promise<void> {
  const procedure = place.id ? await procedureOf(place.id) : null;
  if (procedure) return begin(box, procedure, desk);
  if (place.id) box.append(make("p.hb-desk__trouble", { role: "alert" }, say("unknown")));
  choose(box);
}

function choose(box: HTMLElement): void {
  const list = make("div", { "data-hb": "desk-choices" });
  const count = make("p.hb-desk__count", { role: "status" });
  const filter = make<HTMLInputElement>("input", { type: "search", maxlength: "40", "data-hb": "desk-filter", autocomplete: "off" });
  const draw = () => {
    const found = choices(filter.value);
    list.textContent = "";
    found.forEach(([title, own]) => list.append(make("h3", {}, title), make("ul.hb-desk__choices", {}, ...own.map(choice))));
    const sum = found.reduce((all, [, own]) => all + own.length, 0);
    count.textContent = filter.value.trim() ? say(sum ? "found" : "found_none", { count: sum }) : "";
  };
  filter.addEventListener("input", draw);
  box.append(heading(say("start_which")), field(say("filter"), filter), count, list);
  draw();
}

function choice(one: Choice): HTMLElement {
  return make("li", {}, make("a", { href: `#start=${one.slug}` }, make("b", {}, one.title), " ", make("small", {}, one.code), unfit(one) && make("small", {}, say("why.unfit", { why: unfit(one) ?? "" }))));
}

/** The procedures by chapter whose names hold all that was typed. */
function choices(typed: string): [string, Choice[]][] {
  const asked = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (one: Choice) => asked.every((word) => [one.title, one.code, ...one.also].join("\n").toLowerCase().indexOf(word) >= 0);
  return index.chapters.map((chapter): [string, Choice[]] => [chapter.title, chapter.procedures.filter(fits)]).filter(([, own]) => own.length);
}

function begin(box: HTMLElement, procedure: Procedure, desk: Desk): void {
  const own = newCase(procedure.slug, procedure.title);
  if ("term-end" in procedure.dates && parse(branch().termEnd) !== null) own.dates["term-end"] = branch().termEnd;
  const form = make<HTMLFormElement>("form.hb-desk__form", { "data-hb": "desk-start" });
  const same = desk.keep.cases().filter((one) => one.procedure === procedure.slug && !one.filed);
  const there = same.map((one) => make("li", {}, make("a", { href: casePlace(one.id) }, one.title)));
  form.append(...caseFields(own, procedure), make("p", {}, make("button.hb-desk__do.hb-desk__do--main", { type: "submit", "data-do": "begin" }, say("begin")), " ",
    button("choose_other", () => go("#start"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    desk.keep.put(own);
    go(casePlace(own.id));
  });
  box.append(heading(say("start_title", { title: procedure.title })),
    make("p", {}, make("a", { href: procedure.address }, say("see_procedure", { title: choiceOf(procedure.slug)?.title ?? "" }))));
  const reason = unfit(procedure);
  if (reason) box.append(make("p.hb-desk__trouble", { "data-hb": "desk-unfit" }, say("why.unfit", { why: reason }), " ", make("a", { href: "#me" }, say("change_me"))));
  if (there.length) box.append(make("div.hb-desk__aside", {}, make("p", {}, say("started_before")), make("ul", {}, ...there)));
  box.append(form);
}

/** The fields for a case's name and days; what is typed goes into the case. */
export function caseFields(own: Case, procedure: Procedure | null, changed: () => void = () => undefined): HTMLElement[] {
  const title = make<HTMLInputElement>("input", { type: "text", required: "", maxlength: String(NAME), value: own.title, "data-field": "title" });
  title.addEventListener("input", () => { own.title = title.value; changed(); });
  const day = (name: string, value: string, take: (day: string) => void) => {
    const input = make<HTMLInputElement>("input", { type: "date", value, "data-field": name, min: "1921-07-01", max: "2199-12-31" });
    input.addEventListener("change", () => { if (input.validity.valid) { take(input.value); changed(); } });
    return input;
  };
  const dates = Object.entries(procedure?.dates ?? {}).map(([slug, what]) => field(what, day(slug, own.dates[slug] ?? "", (value) => {
    if (value) own.dates[slug] = value; else delete own.dates[slug];
  })));
  const begun = day("begun", own.begun, (value) => { own.begun = value; });
  return [field(say("case_title"), title), field(say("case_begun"), begun), ...(dates.length ? [make("p.hb-desk__hint", {}, say("dates_hint")), ...dates] : [])];
}
