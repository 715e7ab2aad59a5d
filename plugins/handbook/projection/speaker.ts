// The speaker's window: the same deck, with what is on the wall, what comes next, the notes and the time. It decides
// nothing: what is pressed here goes to the wall, and what the wall shows is shown here.
import { lessonSources } from "./agenda";
import { Chart } from "./chart";
import { DeckOnPage } from "./deck";
import { listen, listenToClicks } from "./keys";
import { inCourse, Lesson } from "./lesson";
import { Line, State } from "./line";
import { Notes } from "./notes";
import { Place, readPlace } from "./place";
import { next, settle } from "./walk";
import { make, say } from "./words";

/** How often the window asks the wall whether it is there, and after how long without an answer it says so, in ms. */
const ASK = 1000;
const ALONE = 3500;

export class Speaker {
  private readonly deck: DeckOnPage;
  private readonly chart: Chart;
  private readonly stage = document.querySelector('[data-hb="present-stage"]') as HTMLElement;
  private readonly notes = new Notes();
  private readonly line: Line;
  private readonly following = make("div.hb-following", { "aria-label": say("next_is") }, make("div.reveal", {}, make("div.slides")));
  private readonly joined = make("p.hb-joined", { role: "status", "data-hb": "present-joined" });
  private state: State | null = null;
  private heard = 0;

  constructor(room: string, private readonly lesson: Lesson | null) {
    this.deck = new DeckOnPage(lesson && readPlace(location.hash).course ? lessonSources(lesson) : []);
    this.chart = new Chart(document.querySelector('[data-hb="present-chart"]') as HTMLElement, this.deck.picture);
    this.line = new Line("speaker", room);
  }

  async start(): Promise<void> {
    document.body.classList.add("hb-speaker");
    document.body.append(this.following, this.notes.element, this.buttons(), this.joined);
    this.fit(1024, 708, 1);
    await this.deck.start();
    this.shrink();
    const send = (command: string, argument = ""): void => this.line.send(command, argument);
    listen(send, { isOpen: false, move: () => undefined });
    listenToClicks(this.stage, send);
    this.line.listen((_, __, state) => state && this.hear(state));
    window.addEventListener("resize", () => this.state && this.show(this.state, true));
    send("hello");
    window.setInterval(() => {
      if (Date.now() - this.heard > ALONE) this.tell(false);
      send("hello", this.state?.hash || "");
    }, ASK);
    this.tell(false);
    document.body.dataset.ready = "yes";
  }

  private buttons(): HTMLElement {
    const button = (command: string): HTMLElement =>
      make("button.hb-button", { type: "button", "data-act": command, onclick: (event) => { (event.currentTarget as HTMLElement).blur(); this.line.send(command); } }, say(`do_${command}`));
    return make("div.hb-speaker__buttons", {}, ...["back", "next", "dark", "smaller", "larger", "reset"].map(button));
  }

  private tell(joined: boolean): void {
    this.joined.textContent = joined ? say("joined") : say("alone");
    this.joined.classList.toggle("hb-joined--alone", !joined);
  }

  private hear(state: State): void {
    this.heard = Date.now();
    this.tell(true);
    if (state.deck !== this.deck.slug && /^[a-z0-9-]+$/.test(state.deck)) {
      location.replace(`${state.deck}.html${location.search}${state.hash}`);
      return;
    }
    if (inCourse(readPlace(state.hash)).course !== (this.lesson ? this.lesson.key : "")) {
      location.replace(state.hash);
      location.reload();
      return;
    }
    const before = this.state;
    this.state = state;
    const resized = !before || before.width !== state.width || before.height !== state.height || before.size !== state.size;
    if (resized || before.hash !== state.hash || before.dark !== state.dark) this.show(state, resized);
    this.notes.show(state);
  }

  // Lays the slides out at the size of the wall itself, so that every line breaks where it breaks there.
  private fit(width: number, height: number, unit: number): void {
    document.documentElement.style.setProperty("--hb-u", `${unit.toFixed(4)}px`);
    [this.stage, this.following].forEach((one) => {
      one.style.width = `${width}px`;
      one.style.height = `${height}px`;
      one.style.transform = "none";
    });
  }

  // What was laid out is then shown small enough for both to stand side by side.
  private shrink(): void {
    const [width, height] = [this.stage.offsetWidth, this.stage.offsetHeight];
    const scale = Math.min(window.innerWidth * 0.56 / width, (window.innerHeight * 0.55) / height);
    const rest = (window.innerWidth - 48) / width - scale;
    this.stage.style.transform = `scale(${scale.toFixed(4)})`;
    this.following.style.transform = `scale(${Math.min(scale, rest).toFixed(4)})`;
  }

  // What "next" brings, if it is in this deck.
  private nextIn(place: Place): Place | null {
    if (!this.lesson || !place.course) return next(this.deck.slides, place);
    const move = this.lesson.next(this.deck.slides, place, this.deck.slug);
    return move && move.deck === this.deck.slug ? settle(this.deck.slides, move.place) : null;
  }

  private show(state: State, resized: boolean): void {
    if (resized) {
      document.documentElement.style.setProperty("--hb-size", String([24, 28, 32][state.size] || 28));
      this.fit(state.width, state.height, state.unit);
      this.deck.again();
      this.shrink();
    }
    document.body.classList.toggle("hb-speaker--dark", state.dark);
    const place = settle(this.deck.slides, readPlace(state.hash));
    this.deck.show(place.slide, place.piece, place.shown);
    const source = this.deck.source(place.slide);
    document.body.dataset.slide = place.slide;
    document.body.classList.toggle("hb-charted", Boolean(source?.beside) && this.chart.there);
    this.chart.show(source?.node ? place.trail : [], !source?.node || source.shape === "end");
    const following = this.nextIn(place);
    const section = following && this.deck.section(following.slide, following.piece);
    const bed = this.following.querySelector(".slides") as HTMLElement;
    bed.textContent = "";
    if (!section) return;
    const copy = section.cloneNode(true) as HTMLElement;
    copy.removeAttribute("id");
    copy.removeAttribute("hidden");
    copy.removeAttribute("data-hb");
    copy.className = `${copy.className.replace(/\b(past|future)\b/g, "")} present`;
    copy.style.display = "block";
    bed.append(copy);
  }
}
