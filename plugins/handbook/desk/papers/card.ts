// One paper of a case: how much is missing; opened, its own fields, its preview and what can be done with it.
import { make } from "../../projection/make";
import { button, field } from "../desk";
import type { Case } from "../shapes";
import { say } from "../words";
import { baseOf, isCopy, nameCopy } from "./copies";
import { fill } from "./filling";
import { Gathered, setOwn } from "./gather";
import { input } from "./inputs";
import { blocksOf, textOf } from "./lines";
import { giveDocument } from "./packing";
import { draw } from "./preview";
import { Paper } from "./shapes";

export interface Room {
  own: Case;
  gathered: Gathered;
  /** Keeps the case and looks at everything again. */
  changed: () => void;
  paper: (slug: string) => Paper;
  /** Adds one more of a paper and opens it; takes a copy away. */
  add: (paper: Paper) => void;
  remove: (copy: Paper) => void;
  tell: (text: string) => void;
}

export interface Card { element: HTMLElement; refresh: () => void; open: () => void }

/** `why`: for which reason the branch needs no such paper; empty if it does. */
export function card(paper: Paper, address: string, why: string, room: Room): Card {
  const count = make("span.hb-papers__count");
  const body = make("div.hb-papers__body");
  const title = make("b", {}, paper.title);
  const details = make<HTMLDetailsElement>("details.hb-papers__card", { "data-paper": paper.slug }, make("summary", {}, title, count), body);
  const pages = make("p.hb-desk__hint.hb-preview__count");
  let preview: HTMLElement | null = null;
  const refresh = () => {
    const filled = fill(paper, room.gathered.of(paper));
    const wrong = Object.keys(filled.faults).length;
    const left = filled.missing.length;
    const done = !!room.own.papers[paper.slug] && room.own.papers[paper.slug]!.done;
    count.textContent = why && !done ? say("papers.unfit", { why }) : [done ? say("papers.done") : "", wrong ? say("papers.wrong", { count: wrong }) : "",
      left ? say("papers.missing", { count: left }) : say("papers.complete")].filter(Boolean).join(" \u00b7 ");
    title.textContent = paper.title;
    details.classList.toggle("hb-papers__card--done", done);
    if (preview && details.open) pages.textContent = say("papers.pages", { count: draw(preview, paper.title, blocksOf(filled), paper.wide) });
  };
  const open = () => {
    if (!details.open || "printing" in details.dataset) return; // folded cards are not for paper
    if (!preview) {
      preview = make("div");
      body.append(...inside(paper, address, room), preview, pages);
    }
    refresh();
  };
  details.addEventListener("toggle", open);
  refresh();
  return { element: details, refresh, open: () => { details.open = true; open(); } };
}

function inside(paper: Paper, address: string, room: Room): HTMLElement[] {
  const names = Object.keys(paper.fields);
  const own = names.filter((name) => !shared(paper, name, room));
  const joined = names.filter((name) => shared(paper, name, room));
  const fields = make("div.hb-papers__fields", {}, ...own.map((name) => typed(paper, name, room)));
  const more = make("details.hb-papers__shared", {}, make("summary", {}, say("papers.shared_here", { count: joined.length })),
    make("p.hb-desk__hint", {}, say("papers.shared_text")), make("div.hb-papers__fields", {}, ...joined.map((name) => apart(paper, name, room))));
  return [acts(paper, address, room), ...(isCopy(paper.slug) ? [naming(paper, room)] : []), fields, ...(joined.length ? [more] : [])];
}

function shared(paper: Paper, name: string, room: Room): boolean {
  return `${baseOf(paper.slug)}.${name}` in room.gathered.factOf;
}

function typed(paper: Paper, name: string, room: Room, more: HTMLElement[] = []): HTMLElement {
  const value = room.gathered.of(paper)[name] || "";
  return input(paper.fields[name]!, name, value, (text) => { setOwn(room.own, paper.slug, name, text); room.changed(); }, more).element;
}

/** A shared fact that this one paper may say in its own way. */
function apart(paper: Paper, name: string, room: Room): HTMLElement {
  const box = make("div");
  const kept = room.own.papers[paper.slug];
  if (kept && name in kept.facts) {
    const back = button("papers.together", () => { setOwn(room.own, paper.slug, name, null); box.replaceWith(apart(paper, name, room)); room.changed(); });
    box.append(typed(paper, name, room, [back]));
    return box;
  }
  const value = room.gathered.of(paper)[name] || say("papers.nothing");
  const own = button("papers.apart", () => { setOwn(room.own, paper.slug, name, room.gathered.of(paper)[name] || ""); box.replaceWith(apart(paper, name, room)); });
  own.setAttribute("aria-label", say("papers.apart_label", { label: paper.fields[name]!.label }));
  box.append(make("p.hb-papers__same", {}, make("b", {}, paper.fields[name]!.label), " ", value, " ", own));
  return box;
}

function acts(paper: Paper, address: string, room: Room): HTMLElement {
  const word = button("papers.word", () => {
    giveDocument(paper, room.gathered.of(paper)).then((made) => room.tell(say(made ? "papers.given" : "papers.no_word", { title: paper.title })));
  });
  const copy = button("papers.copy", () => room.tell(say(copied(textOf(blocksOf(fill(paper, room.gathered.of(paper))))) ? "papers.copied" : "papers.not_copied", { title: paper.title })));
  const tick = make<HTMLInputElement>("input", { type: "checkbox", "data-done": paper.slug });
  const kept = room.own.papers[paper.slug];
  tick.checked = !!kept && kept.done;
  tick.addEventListener("change", () => {
    room.own.papers[paper.slug] = { ...(room.own.papers[paper.slug] || { facts: {} }), done: tick.checked };
    room.changed();
  });
  const more = isCopy(paper.slug) ? button("papers.remove_copy", () => { if (confirm(say("papers.remove_sure", { title: paper.title }))) room.remove(paper); })
    : button("papers.add_copy", () => room.add(paper));
  return make("div.hb-papers__acts", {}, make("label.hb-desk__choice", {}, tick, say("papers.mark")), word, copy, more,
    make("a", { href: address }, say("papers.page")));
}

/** Whom or what a copy is for: it stands in its title and in the name of its file. */
function naming(copy: Paper, room: Room): HTMLElement {
  const name = make<HTMLInputElement>("input", { type: "text", maxlength: "60", autocomplete: "off", "data-field": "copy-name", value: room.own.papers[copy.slug]?.name || "" });
  name.addEventListener("input", () => { nameCopy(copy, room.paper(baseOf(copy.slug)), name.value, room.own); room.changed(); });
  return field(say("papers.copy_for"), name, say("papers.copy_hint"));
}

// The clipboard is closed to pages on plain http: the old way works there too.
function copied(text: string): boolean {
  const box = make<HTMLTextAreaElement>("textarea", { "aria-hidden": "true" });
  const before = document.activeElement as HTMLElement | null;
  box.className = "hb-desk__unseen";
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (before) before.focus();
  return done;
}
