// The drill on the wall: choose, answer, be told why, and see the score.
import { make } from "../projection/make";
import { newSeed } from "./chance";
import { Ordering } from "./ordering";
import { Place, readPlace, writePlace } from "./place";
import { csvOf, pointsOf, rowsOf, save, teamOf } from "./results";
import { Drill, Kind, KINDS, Question, roundOf } from "./rounds";
import { say, words } from "./words";

export class DrillPage {
  private place: Place = readPlace("");
  private questions: Question[] = [];
  private ordering: Ordering | null = null;
  /** Whether the current question is answered and being explained. */
  private told = false;
  private readonly stage = document.querySelector('[data-hb="drill-stage"]') as HTMLElement;
  private readonly choice = document.querySelector('[data-hb="drill-choice"]') as HTMLElement;

  constructor(private readonly drill: Drill) {
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** Shows what the address says. */
  open(): void {
    this.place = readPlace(location.hash);
    this.choice.hidden = true;
    this.stage.hidden = false;
    document.title = say("title", { title: this.drill.title });
    if (!this.place.seed) return this.begin();
    this.questions = roundOf(this.drill, this.place.kind, this.place.seed);
    this.place.log = this.place.log.slice(0, this.questions.length);
    this.ask();
  }

  private show(...parts: (HTMLElement | null)[]): void {
    this.stage.textContent = "";
    parts.forEach((part) => part && this.stage.append(part));
    this.stage.focus();
    window.scrollTo(0, 0);
    document.body.setAttribute("data-ready", "");
  }

  private go(place: Partial<Place>): void {
    this.place = { ...this.place, ...place };
    history.replaceState(null, "", writePlace(this.place));
  }

  private begin(): void {
    const teams = [1, 2, 3, 4].map((count) => this.button(count === 1 ? say("alone") : say("teams", { number: count }), () => { this.go({ teams: count }); this.begin(); },
      this.place.teams === count, String(count)));
    const kinds = (["all", ...KINDS] as (Kind | "all")[]).map((kind) => this.button(say(kind), () => { this.go({ kind }); this.begin(); }, this.place.kind === kind));
    const empty = !roundOf(this.drill, this.place.kind, "0").length;
    const start = empty ? make("p", {}, say("none")) : make("p", {}, this.button(`${say("start")} ⏎`, () => this.start(newSeed()), undefined, "", "start"));
    this.show(make("h1", {}, say("title", { title: this.drill.title }), this.drill.state ? make("small", { "data-hb": "standing" }, ` ${this.drill.state}`) : null), make("h2", {}, say("who")), make("p.hb-row", {}, ...teams),
      make("h2", {}, say("what")), make("p.hb-row", {}, ...kinds), start, make("p.hb-small", {}, say("keys")), this.ways());
  }

  private ways(): HTMLElement {
    return make("p.hb-small", {}, make("a", { href: this.drill.page }, say("page")), " · ", make("a", { href: "drill.html" }, say("choose")));
  }

  private start(seed: string): void {
    this.go({ seed, log: [] });
    this.questions = roundOf(this.drill, this.place.kind, seed);
    this.ask();
  }

  private head(number: number): HTMLElement {
    const points = pointsOf(this.place);
    const teams = this.place.teams > 1;
    const score = points.map((one, team) => make(`span.hb-score${teams && team === number % this.place.teams ? ".hb-score--now" : ""}`, {},
      teams ? say("score", { team: team + 1, points: one }) : say("points", { points: one })));
    const turn = teams ? ` · ${say("turn", { team: teamOf(this.place, number) })}` : "";
    return make("header.hb-head", {}, make("span", {}, say("number", { number: number + 1, total: this.questions.length }) + turn), make("span", { "data-hb": "drill-score" }, ...score));
  }

  private ask(): void {
    const number = this.place.log.length;
    const one = this.questions[number];
    if (!one) return this.end();
    this.told = false;
    this.ordering = one.kind === "order" ? new Ordering(one.offered) : null;
    const body = this.ordering ? this.ordering.element : make(`div.hb-answers.hb-answers--${one.kind}`, {}, ...one.offered.map((text, place) =>
      make("button.hb-answer", { type: "button", "data-answer": String(place), onclick: () => this.answer(place) }, make("b", {}, String(place + 1)), make("span", {}, text))));
    const hand = this.ordering ? this.button(`${say("hand_in")} ⏎`, () => this.handIn(), undefined, "", "hand-in") : null;
    this.show(this.head(number), make("h1.hb-ask", {}, say(`ask_${one.kind}`)), ...one.situation.map((line) => make("p.hb-situation", {}, line)), body, hand);
    this.stage.dataset.kind = one.kind;
    this.stage.dataset.number = String(number + 1);
  }

  private handIn(): void {
    const one = this.questions[this.place.log.length];
    if (one && this.ordering) this.tell(one, this.ordering.order.every((item, place) => one.offered[item] === one.offered[one.right[place] as number]), -1);
  }

  private answer(place: number): void {
    const one = this.questions[this.place.log.length];
    if (one && !this.told && place < one.offered.length) this.tell(one, place === one.right[0], place);
  }

  private tell(one: Question, right: boolean, chosen: number): void {
    const number = this.place.log.length;
    const laid = this.ordering ? this.ordering.order : [];
    this.go({ log: [...this.place.log, right] });
    this.told = true;
    const verdict = make(`p.hb-verdict.hb-verdict--${right ? "right" : "wrong"}`, { role: "status", "data-hb": "drill-verdict" }, right ? `✓ ${say("right")}` : `✗ ${say("wrong")}`);
    const last = number + 1 === this.questions.length;
    this.show(this.head(number), verdict, ...this.shown(one, laid, chosen), this.explained(one),
      make("p", {}, this.button(`${say(last ? "end" : "go")} ⏎`, () => this.ask(), undefined, "", "go")));
  }

  private shown(one: Question, laid: number[], chosen: number): HTMLElement[] {
    if (one.kind !== "order") {
      const right = one.right[0] || 0;
      const heard = chosen === right ? [right] : [chosen, right];
      return heard.map((place) => make(`p.hb-told.hb-told--${(place === right) === (one.kind === "next") ? "right" : "wrong"}`, {}, `${place + 1}　${one.offered[place] || ""}`))
        .slice(one.kind === "mistake" ? -1 : 0);
    }
    const rows = one.right.map((item, place) => make(`li${one.offered[laid[place] as number] === one.offered[item] ? "" : ".hb-off"}`, {}, one.offered[item] || ""));
    return [make("p", {}, say("order_right")), make("ol.hb-told-order", {}, ...rows)];
  }

  private explained(one: Question): HTMLElement {
    const { told } = one;
    const step = this.drill.steps[told.step];
    const text = one.kind === "mistake" ? `${say("mistake_right", { number: (one.right[0] || 0) + 1 })}${told.text}` : told.text;
    const basis = told.basis.length ? say("basis", { basis: told.basis.join("、") }) : say("by_flow");
    const link = step ? make("a", { href: `${this.drill.page}#${step.at}` }, `${say("open")} ${step.code}`) : null;
    return make("div.hb-why", { "data-hb": "drill-why" }, text && make("p", {}, text), make("p.hb-basis", {}, basis, link && " · ", link));
  }

  private end(): void {
    const { place, drill } = this;
    const rows = rowsOf(drill, place, this.questions);
    const right = place.log.filter(Boolean).length;
    const points = pointsOf(place).map((one, team) => make("span.hb-score", {}, say("score", { team: team + 1, points: one })));
    const table = make("table.hb-results", { "data-hb": "drill-results" }, make("thead", {}, make("tr", {}, ...words.columns.map((one) => make("th", { scope: "col" }, one)))),
      make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((one) => make("td", {}, one))))));
    const name = say("file", { title: drill.title, seed: place.seed });
    this.show(make("h1", {}, say("result")), make("p.hb-verdict", { role: "status" }, say("result_line", { right, total: this.questions.length })),
      place.teams > 1 ? make("p.hb-row", {}, ...points) : null, table, make("p.hb-row.hb-screen", {},
        this.button(`${say("anew")} ⏎`, () => this.start(newSeed()), undefined, "", "anew"), this.button(say("again"), () => this.start(place.seed)),
        this.button(say("save"), () => save(name, csvOf(rows)), undefined, "", "save"), this.button(say("print"), () => window.print())),
      make("p.hb-small", {}, say("seed", { seed: place.seed })), this.ways());
    delete this.stage.dataset.kind;
  }

  private button(text: string, act: () => void, pressed?: boolean, key = "", name = ""): HTMLElement {
    const made = make("button.hb-do", { type: "button", onclick: act }, key && make("b", {}, key), text);
    if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
    if (name) made.dataset.act = name;
    return made;
  }

  private press(name: string): boolean {
    const found = this.stage.querySelector<HTMLElement>(`[data-act="${name}"]`);
    if (found) found.click();
    return Boolean(found);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onButton = event.target instanceof Element && event.target.closest("button, a");
    if (onButton && (event.key === "Enter" || event.key === " ")) return;
    if (this.meant(event)) event.preventDefault();
  }

  private meant(event: KeyboardEvent): boolean {
    if (/^[1-4]$/.test(event.key)) return this.number(Number(event.key));
    if (this.ordering && !this.told && this.ordering.key(event)) return true;
    if (event.key === "Enter" || event.key === "PageDown" || event.key === "ArrowRight") {
      return ["go", "start", "anew", ...(event.key === "Enter" ? ["hand-in"] : [])].some((name) => this.press(name));
    }
    return false;
  }

  private number(digit: number): boolean {
    if (!this.place.seed) { this.go({ teams: digit }); this.begin(); return true; }
    if (this.told || this.ordering || this.place.log.length >= this.questions.length) return false;
    this.answer(digit - 1);
    return true;
  }
}

