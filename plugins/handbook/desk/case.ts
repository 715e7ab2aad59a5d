// One case: its head, and its tabs.
import { make } from "../projection/make";
import { button, Desk, go, heading } from "./desk";
import { procedureOf } from "./load";
import { casePlace, Place } from "./place";
import type { Case, Procedure } from "./shapes";
import { caseFields } from "./start";
import { TABS } from "./tabs";
import { orphans } from "./orphans";
import { progressOf, tasksOf } from "./tasks";
import { say } from "./words";

export async function showCase(box: HTMLElement, place: Place, desk: Desk): Promise<void> {
  const own = desk.keep.case(place.id);
  if (!own) {
    box.append(heading(say("room.cases")), make("p.hb-desk__trouble", { role: "alert" }, say("gone_case")), make("p", {}, make("a", { href: "#cases" }, say("all_cases"))));
    return;
  }
  const procedure = await procedureOf(own.procedure);
  box.append(make("p.hb-desk__back", {}, make("a", { href: "#cases" }, say("all_cases"))));
  const title = heading(own.title);
  const progress = make("p.hb-desk__progress", { "data-hb": "desk-progress" });
  const tell = () => {
    title.textContent = own.title;
    progress.textContent = procedure ? say("progress", progressOf(tasksOf(procedure, own))) : "";
  };
  const save = (changed: Case) => { desk.keep.put(changed); tell(); };
  tell();
  box.append(title, progress, facts(own, procedure), settings(own, () => save(own), desk));
  if (procedure) tabs(box, procedure, own, save, place);
  else box.append(make("p.hb-desk__trouble", {}, say("gone_procedure", { slug: own.procedure })));
  const left = orphans(own, procedure);
  if (left.length) box.append(make("section.hb-desk__aside", { "data-hb": "desk-orphans" }, make("h3", {}, say("orphans")), make("p", {}, say("orphans_text", { edition: own.edition })),
    make("ul", {}, ...left.map((line) => make("li", {}, line)))));
}

function facts(own: Case, procedure: Procedure | null): HTMLElement {
  const link = procedure && make("a", { href: procedure.address }, say("see_procedure", { title: procedure.title }));
  return make("p.hb-desk__hint", {}, say("begun_on", { day: own.begun }), link ? " · " : "", link, procedure?.state ? make("b.hb-desk__state", { "data-hb": "standing" }, procedure.state) : null);
}

function settings(own: Case, changed: () => void, desk: Desk): HTMLElement {
  const remove = () => {
    if (!confirm(say("remove_sure", { title: own.title }))) return;
    desk.keep.drop(own.id);
    go("#cases");
  };
  return make("details.hb-desk__settings", {}, make("summary", {}, say("settings")), ...caseFields(own, null, changed), make("p", {}, button("remove", remove)));
}

function tabs(box: HTMLElement, procedure: Procedure, own: Case, save: (changed: Case) => void, place: Place): void {
  const current = TABS.find(({ id }) => id === place.tab) ?? TABS[0];
  if (!current) return;
  const links = TABS.map(({ id }) => make("a", { href: casePlace(own.id, id), ...(id === current.id ? { "aria-current": "page" } : {}) }, say(`tabs.${id}`)));
  const inside = make("div.hb-desk__tab", { "data-tab": current.id });
  box.append(make("nav.hb-desk__tabs", { "aria-label": say("tabs_label") }, ...links), inside);
  current.show(inside, procedure, own, save);
}
