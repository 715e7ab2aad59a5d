// The tab of the papers: what is typed once, what does not hold, each paper, and the whole pack.
import { make } from "../../projection/make";
import { branch } from "../branch";
import { button } from "../desk";
import { fits } from "../fit";
import type { Case, Only, Procedure, Save } from "../shapes";
import { say } from "../words";
import { card, Card, Room } from "./card";
import { addCopy, allOf, baseOf } from "./copies";
import { Broken, broken, brokenCopies } from "./checks";
import { fill } from "./filling";
import { gather, known } from "./gather";
import { input } from "./inputs";
import { packOf } from "./load";
import { givePack } from "./packing";
import { Fact, Field, Pack, Paper, Values } from "./shapes";

const WAIT = 250; // milliseconds after the last key until everything is looked at again

/** Fills the tab; the papers come a moment later, for their scripts are loaded first. */
export function showPapers(box: HTMLElement, procedure: Procedure, own: Case, save: Save): void {
  const waiting = make("p.hb-desk__hint", { role: "status" }, say("papers.loading"));
  box.append(waiting);
  packOf(procedure.slug).then((come) => {
    if (!box.isConnected) return;
    if (!come || !come.papers.length) waiting.textContent = say(come ? "papers.none" : "papers.not_loaded");
    else new Papers(box, procedure, own, save, come.pack, come.papers);
    if (come && come.papers.length) waiting.remove();
  });
}

class Papers {
  private readonly room: Room;
  private cards: { paper: Paper; card: Card }[] = [];
  private readonly told = make("p.hb-papers__told", { role: "status", "data-hb": "papers-told" });
  private readonly faults = make("div", { "data-hb": "papers-checks", "aria-live": "polite" });
  private readonly profile = branch(); // as this window holds it, whatever the storage does
  /** The papers that the branch needs, as far as its profile tells. */
  private readonly needed: Paper[];
  private timer = 0;

  constructor(box: HTMLElement, private readonly procedure: Procedure, private readonly own: Case, private readonly save: Save, private readonly pack: Pack, private readonly papers: Paper[]) {
    this.room = { own, gathered: gather(pack, own, this.profile), changed: () => this.soon(), tell: (text) => { this.told.textContent = text; },
      paper: (slug) => papers.filter((paper) => paper.slug === slug)[0]!, add: (paper) => this.add(paper), remove: (copy) => this.remove(copy) };
    this.needed = papers.filter((paper) => !this.why(paper));
    papers.forEach((paper) => allOf(paper, own).forEach((one) => this.cards.push(this.made(one))));
    const facts = pack.facts.map((fact) => this.fact(fact));
    box.append(make("p.hb-desk__hint", {}, say("papers.text", { count: papers.length })));
    if (facts.length) {
      box.append(make("h3", {}, say("papers.once")), make("p.hb-desk__hint", {}, say("papers.once_text")),
        make("div.hb-papers__fields", { "data-hb": "papers-facts" }, ...facts));
    }
    box.append(make("h3", {}, say("papers.each")), make("div.hb-papers", {}, ...this.cards.map((one) => one.card.element)),
      make("h3", {}, say("papers.whole")), this.faults, this.whole(), this.told);
    this.check();
  }

  private named(paper: Paper): { address: string; only?: Only } {
    const slug = baseOf(paper.slug);
    return this.procedure.papers[slug] || { address: `papers/${slug}.html` };
  }

  private why(paper: Paper): string {
    return (this.profile && fits(this.named(paper).only, this.profile)) || "";
  }

  private made(paper: Paper): { paper: Paper; card: Card } {
    return { paper, card: card(paper, this.named(paper).address, this.why(paper), this.room) };
  }

  /** One more of a paper, after the last there is of it. */
  private add(paper: Paper): void {
    const copy = addCopy(paper, this.own);
    if (!copy) return this.room.tell(say("papers.copies_most"));
    const last = this.cards.map((one) => baseOf(one.paper.slug)).lastIndexOf(paper.slug);
    const made = this.made(copy);
    this.cards[last]!.card.element.after(made.card.element);
    this.cards.splice(last + 1, 0, made);
    made.card.open();
    made.card.element.querySelector<HTMLInputElement>('[data-field="copy-name"]')!.focus();
    this.soon();
    this.room.tell(say("papers.copy_added", { title: copy.title }));
  }

  private remove(copy: Paper): void {
    const place = this.cards.map((one) => one.paper.slug).indexOf(copy.slug);
    this.cards.splice(place, 1)[0]!.card.element.remove();
    delete this.own.papers[copy.slug];
    this.soon();
    this.cards[place - 1]!.card.element.querySelector<HTMLElement>("summary")!.focus();
  }

  /** The papers that the branch needs, with the copies there are of them. */
  private sheets(): Paper[] {
    const slugs = this.needed.map(({ slug }) => slug);
    return this.cards.map(({ paper }) => paper).filter((paper) => slugs.indexOf(baseOf(paper.slug)) >= 0);
  }

  private of = (paper: Paper): Values => this.room.gathered.of(paper);

  private fact(fact: Fact): HTMLElement {
    const [slug, name] = fact.fields[0]!.split(".") as [string, string];
    const first = this.papers.filter((paper) => paper.slug === slug)[0]!.fields[name]!;
    const field: Field = { ...first, label: fact.label, required: true };
    const titles = fact.fields.map((place) => this.papers.filter((paper) => paper.slug === place.split(".")[0])[0]!.title);
    const from = known(fact, this.own, this.profile) && !(fact.name in this.own.facts) ? say(fact.date ? "papers.from_dates" : "papers.from_profile") : "";
    const note = make("small.hb-papers__for", { title: titles.join("\u3001") }, from, say("papers.for", { count: fact.fields.length }));
    return input(field, fact.name, this.room.gathered.fact(fact), (text) => { this.own.facts[fact.name] = text; this.soon(); }, [note]).element;
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.save(this.own);
    this.timer = window.setTimeout(() => {
      this.cards.forEach((one) => one.card.refresh());
      this.check();
    }, WAIT);
  }

  private check(): Broken[] {
    const found = [...broken(this.pack.checks, this.papers, this.of), ...brokenCopies(this.pack.checks, this.cards.map(({ paper }) => paper), this.of)];
    this.faults.textContent = "";
    if (found.length) this.faults.append(this.warning(found));
    else if (this.pack.checks.length) this.faults.append(make("p.hb-desk__hint", {}, say("papers.checks_hold", { count: this.pack.checks.length })));
    return found;
  }

  private warning(found: Broken[]): HTMLElement {
    const items = found.map(({ check, seen }) => make("li", {}, make("b", {}, check.rule), make("small", {}, basis(check.basis)),
      make("ul", {}, ...seen.map((one) => make("li", {}, `${one.paper.title}\uff0c${one.field.label}\uff1a${one.value}`)))));
    return make("div.hb-desk__trouble", { "data-hb": "papers-broken" }, make("p", {}, say("papers.broken", { count: found.length })), make("ul", {}, ...items));
  }

  private whole(): HTMLElement {
    const anyway = button("papers.anyway", () => this.give(true));
    anyway.hidden = true;
    const pack = button("papers.pack", () => {
      const found = this.check();
      anyway.hidden = !found.length;
      if (found.length) this.room.tell(say("papers.blocked", { rule: found[0]!.check.rule }));
      else this.give(false);
    }, "hb-desk__do.hb-desk__do--main");
    const blank = button("papers.blanks", () => this.done(givePack(say("papers.blanks_name", { title: this.own.title }), this.needed, () => ({}), null)));
    return make("p", {}, pack, anyway, blank);
  }

  private give(anyway: boolean): void {
    const found = this.check();
    const warning: [string, string] | null = anyway && found.length ? [say("papers.warning_name"), told(this.own.title, found)] : null;
    this.done(givePack(this.own.title, this.sheets(), this.of, warning));
  }

  private done(given: Promise<boolean>): void {
    const missing = this.sheets().reduce((sum, paper) => sum + fill(paper, this.of(paper)).missing.length, 0);
    this.room.tell(say("papers.packing"));
    given.then((made) => this.room.tell(say(made ? "papers.packed" : "papers.no_word", { title: this.own.title, count: missing })));
  }
}

function basis(texts: string[]): string {
  return texts.filter(Boolean).length ? say("papers.basis", { basis: texts.filter(Boolean).join("\u3001") }) : say("papers.basis_unit");
}

/** The warning that goes into a pack which was exported in spite of broken rules. */
function told(title: string, found: Broken[]): string {
  const lines = found.map(({ check, seen }, place) => [`${place + 1}. ${check.rule}`, `   ${basis(check.basis)}`,
    ...seen.map((one) => `   ${one.paper.title}\uff0c${one.field.label}\uff1a${one.value}`)].join("\n"));
  return [say("papers.warning", { title, count: found.length }), ...lines].join("\n\n");
}
