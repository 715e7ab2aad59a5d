// Brings the deck, the chart, the keys and the trainer's tools together. One place is true: everything else shows it.
import { lessonSources } from "./agenda";
import { Bar } from "./bar";
import { Chart } from "./chart";
import { Clock, partsOf, targetsOf } from "./clock";
import { DeckOnPage } from "./deck";
import { taken, trailTo, waysOf } from "./flow";
import { printHandout, printPath, startHandout } from "./handout";
import { listen, listenToClicks, wayOf } from "./keys";
import { inCourse, Lesson, Move } from "./lesson";
import { Notes } from "./notes";
import { Panels } from "./panels";
import { showPath } from "./path";
import { Place, readPlace, writePlace } from "./place";
import { Line, State, roomOf } from "./line";
import { Strip } from "./strip";
import { back, choose, go, next, onTrail, settle, Slides } from "./walk";
import { Wall } from "./wall";
import { say } from "./words";

type Command = (argument: string) => void;

export class Projection {
  private readonly wall = new Wall();
  private readonly deck: DeckOnPage;
  private readonly chart: Chart;
  private readonly act = (command: string, argument = ""): void => this.carryOut(command, argument);
  private readonly panels = new Panels(this.act);
  private readonly bar = new Bar(this.act);
  private readonly notes = new Notes();
  private readonly room = roomOf();
  private readonly clock: Clock;
  private readonly strip: Strip | null;
  private readonly targets: Record<string, number>;
  private readonly line = new Line("wall", this.room);
  private place: Place = readPlace(location.hash);
  private whole = false;

  /** `lesson` is the course that the address names, or null. */
  constructor(private readonly lesson: Lesson | null) {
    if (!lesson) this.place.course = "";
    this.deck = new DeckOnPage(lesson && this.place.course ? lessonSources(lesson) : []);
    this.chart = new Chart(document.querySelector('[data-hb="present-chart"]') as HTMLElement, this.deck.picture);
    this.clock = new Clock(`hb-present-clock:${this.room}:${lesson ? lesson.key : ""}`);
    this.targets = targetsOf(this.deck.sources);
    this.strip = lesson && new Strip(lesson);
  }

  async start(): Promise<void> {
    document.body.append(...(this.strip ? [this.strip.element] : []), this.bar.element, this.notes.element);
    const asked = inCourse(readPlace(location.hash)).course;
    await this.deck.start();
    this.show(settle(this.slides, this.place));
    if (asked && !this.lesson) this.panels.tell(say("course_none"));
    if (this.lesson && this.lesson.taught.missing) this.panels.tell(say("course_missing", { count: this.lesson.taught.missing }));
    listen(this.act, this.panels);
    listenToClicks(document.querySelector('[data-hb="present-stage"]') as HTMLElement, this.act);
    startHandout(this.deck, () => this.place);
    this.line.listen((command, argument) => (command === "hello" ? this.greet(argument) : this.carryOut(command, argument)));
    window.addEventListener("hashchange", () => this.heard(readPlace(location.hash)));
    let waiting = 0;
    window.addEventListener("resize", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => this.refit(), 120);
    });
    window.setInterval(() => this.tick(), 1000);
    document.body.dataset.ready = "yes";
    performance.mark("hb-present-ready");
  }

  private get slides(): Slides {
    return this.deck.slides;
  }

  // An address that was changed by hand may name another course.
  private heard(place: Place): void {
    if (inCourse(place).course !== (this.lesson ? this.lesson.key : "")) location.reload();
    else this.show(settle(this.slides, place));
  }

  // Shows a place: slide, chart, bar, notes, address; and tells the speaker's window.
  private show(shown: Place): void {
    const place = this.lesson && shown.course ? this.lesson.settled(shown, this.deck.slug) : shown;
    this.place = place;
    this.deck.show(place.slide, place.piece, place.shown);
    const source = this.deck.source(place.slide);
    const walking = Boolean(source && source.node);
    document.body.dataset.slide = place.slide;
    document.body.classList.toggle("hb-charted", Boolean(source && source.beside) && this.chart.there);
    this.chart.show(walking ? place.trail : [], this.whole || !walking || source?.shape === "end");
    if (source?.shape === "end" && this.deck.flow) showPath(this.deck.section(place.slide, place.piece), this.deck.flow, place.trail, this.deck);
    this.bar.show(this.nextText(), place.from ? say("return", { title: "" }) : place.course ? say("course_page") : "");
    if (this.strip) this.strip.show(inCourse(place));
    const address = writePlace(place);
    if (location.hash !== address) history.replaceState(null, "", address);
    this.tick();
  }

  private nextText(): string {
    const move = this.following();
    if (!move) return this.place.from ? say("returned") : say("nothing");
    const to = move.place;
    if (move.deck !== this.deck.slug) return `${say("next_is")}${this.lesson ? this.lesson.stop(to).text : ""}`;
    const source = this.deck.source(to.slide);
    const title = `${source?.label ? `${source.label} ` : ""}${source?.title || ""}`;
    if (to.slide === this.place.slide && to.trail.length === this.place.trail.length) {
      return to.piece === this.place.piece ? `${say("next_is")}${say("uncover")}` : `${say("next_is")}${title} ${to.piece}/${this.facts()?.pieces}`;
    }
    const label = this.deck.flow ? taken(this.deck.flow, to.trail, to.trail.length - 2) : "";
    return `${say("next_is")}${source?.node && label ? `${label} → ` : ""}${title}`;
  }

  private following(): Move | null {
    if (this.lesson && this.place.course) return this.lesson.next(this.slides, this.place, this.deck.slug);
    const to = next(this.slides, this.place);
    return to && { deck: this.deck.slug, place: to };
  }

  private facts(): Slides["list"][0] | undefined {
    return this.slides.list.find((one) => one.id === this.place.slide);
  }

  private refit(): void {
    this.wall.fit();
    this.deck.again();
    this.show(settle(this.slides, this.place));
  }

  private tick(): void {
    this.tell();
  }

  private state(): State {
    const source = this.deck.source(this.place.slide);
    const stage = document.querySelector('[data-hb="present-stage"]') as HTMLElement;
    const { part, name, targets } = partsOf(this.targets, source, this.lesson, inCourse(this.place));
    return {
      deck: this.deck.slug, hash: writePlace(this.place), note: source?.note || "", part, name,
      times: { spent: this.clock.tick(part), targets }, size: this.wall.size,
      width: stage.clientWidth, height: stage.clientHeight, unit: this.wall.unit, dark: this.panels.isDark, next: this.nextText(),
    };
  }

  private tell(): void {
    const state = this.state();
    this.notes.show(state);
    this.line.send("state", state);
  }

  // The speaker's window says that it is there, and what it shows.
  private greet(hash: string): void {
    document.body.dataset.speaker = hash;
    this.tell();
  }

  private readonly commands: Record<string, Command> = {
    next: () => this.forward(),
    back: () => this.backward(),
    first: () => this.to(go(this.slides, this.place, this.slides.list[0]?.id || "")),
    last: () => this.to(go(this.slides, this.place, this.slides.list[this.slides.list.length - 1]?.id || "")),
    choose: (key) => this.press(Number(key)),
    way: (to) => (to.indexOf("deck:") === 0 ? this.open(to.slice(5)) : this.take(to)),
    node: (id) => this.node(id),
    go: (id) => this.to(go(this.slides, this.place, id)),
    code: (text) => this.jump(text),
    hash: (hash) => this.to(settle(this.slides, readPlace(hash))),
    index: () => this.panels.index(this.index()),
    jump: () => this.panels.jump(),
    help: () => this.panels.help(),
    close: () => this.panels.close(),
    dark: () => { this.panels.dark(!this.panels.isDark); this.tell(); },
    laser: () => this.panels.laser(),
    zoom: () => { this.whole = !this.whole; this.show(this.place); },
    larger: () => this.grow(1),
    smaller: () => this.grow(-1),
    notes: () => this.underneath(),
    speaker: () => this.speaker(),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined),
    print: () => (this.deck.source(this.place.slide)?.shape === "end" ? printPath() : printHandout()),
    page: () => { location.href = this.deck.page; },
    return: () => this.leave(),
    reset: () => { this.clock.reset(); this.tick(); },
  };

  private carryOut(command: string, argument = ""): void {
    if (this.panels.isDark && command !== "hello") this.commands.dark?.("");
    else this.commands[command]?.(argument);
  }

  private to(place: Place | null): void {
    if (place) this.show(settle(this.slides, place));
  }

  private forward(): void {
    const move = this.following();
    if (move) this.follow(move);
    else if (this.place.from) this.leave();
  }

  private backward(): void {
    if (!this.lesson || !this.place.course) return this.to(back(this.slides, this.place));
    const move = this.lesson.back(this.slides, this.place, this.deck.slug);
    if (move) this.follow(move);
  }

  private follow(move: Move): void {
    if (move.deck === this.deck.slug) this.show(settle(this.slides, move.place));
    else location.href = `${move.deck}.html${writePlace(move.place)}`;
  }

  // The n-th way that the slide offers; before its last piece, the n-th way of the step.
  private press(n: number): void {
    const section = this.deck.section(this.place.slide, this.facts()?.pieces || 1);
    const shown = this.deck.section(this.place.slide, this.place.piece);
    const own = shown?.querySelectorAll<HTMLElement>('[data-hb="present-choice"]');
    const ways = own && own.length ? own : section?.querySelectorAll<HTMLElement>('[data-hb="present-choice"]');
    const way = ways && ways[n - 1];
    if (way) this.carryOut(...wayOf(way));
  }

  private take(to: string): void {
    const before = this.place;
    this.to(choose(this.slides, this.place, to));
    const label = this.deck.flow && this.place !== before ? taken(this.deck.flow, this.place.trail, this.place.trail.length - 2) : "";
    if (label) this.panels.tell(say("chosen", { label }));
  }

  private node(id: string): void {
    const flow = this.deck.flow;
    if (!flow) return;
    const here = this.place.trail[this.place.trail.length - 1] || "";
    if (this.deck.source(this.place.slide)?.node && waysOf(flow, here).some((way) => way.to === id)) this.take(id);
    else this.to(onTrail(this.slides, this.place, trailTo(flow, this.place.trail, id)));
  }

  private jump(text: string): void {
    const source = this.deck.byCode(text);
    if (source) this.to(go(this.slides, this.place, source.id));
    else if (text.trim()) this.panels.tell(say("jump_none", { code: text.trim() }));
  }

  private index(): Parameters<Panels["index"]>[0] {
    return this.deck.sources.map((one) => ({ id: one.id, part: one.part, label: one.label, title: one.title, here: one.id === this.place.slide }));
  }

  private grow(by: number): void {
    if (this.wall.grow(by)) this.refit();
    this.panels.tell(say("size", { size: this.wall.name }));
  }

  // The notes below the slide; the wall gets smaller and shows the same.
  private underneath(): void {
    document.body.classList.toggle("hb-with-notes");
    this.refit();
  }

  private speaker(): void {
    const address = `${location.pathname}?speaker=${this.room}${location.hash}`;
    if (this.line.open(address)) return;
    if (!document.body.classList.contains("hb-with-notes")) this.underneath();
    this.panels.tell(say("blocked"));
  }

  // Opens another deck, which knows the way back; a step opens the walk of its sub-flow.
  private open(slug: string): void {
    const from = encodeURIComponent(`${this.deck.slug}${writePlace(this.place)}`);
    const walk = this.deck.source(this.place.slide)?.node ? "walk" : "title";
    location.href = `${slug}.html#/${walk}?from=${from}`;
  }

  private leave(): void {
    if (!this.place.from && this.place.course && this.lesson) location.href = `../${this.lesson.taught.page}`;
    const [slug = "", hash = ""] = this.place.from.split("#");
    if (/^[a-z0-9-]+$/.test(slug)) location.href = `${slug}.html#${hash}`;
  }
}
