// The desk's page: three rooms, what went wrong with keeping, and the room that the address names.
import { make } from "../projection/make";
import { setBranch } from "./branch";
import { showCase } from "./case";
import { showCases } from "./cases";
import { button, type Desk } from "./desk";
import { RUN } from "./dates/rundays";
import { showRun } from "./dates/runview";
import { download, fileName, showHandover } from "./handing";
import { packed } from "./handover";
import { Keep, Trouble } from "./keep";
import { index } from "./load";
import { readPlace } from "./place";
import { blank, parse } from "./profile";
import { showProfile } from "./profiling";
import { showStart } from "./start";
import { copyOf } from "./starting";
import { say } from "./words";

const ROOMS = { cases: "#cases", me: "#me", handover: "#handover" };
const SHOWN = { cases: showCases, case: showCase, start: showStart, run: showRun, me: showProfile, handover: showHandover };

export class DeskPage implements Desk {
  readonly keep: Keep;
  private readonly rooms = make("nav.hb-desk__rooms", { "aria-label": say("rooms") });
  private readonly trouble = make("div", { "data-hb": "desk-trouble", role: "alert" });
  private readonly told = make("p.hb-desk__told", { role: "status", "data-hb": "desk-told" });
  private readonly room = make("div.hb-desk__room", { "data-hb": "desk-room" });

  constructor(root: HTMLElement) {
    root.append(this.rooms, this.trouble, this.told, this.room);
    this.keep = new Keep((troubles) => this.warn(troubles), () => this.fresh());
    this.keep.begin();
    addEventListener("hashchange", () => { this.tell(""); this.draw(true); });
    this.draw();
  }

  /** Shows the room that the address names; `moved` puts the reader at its heading. */
  draw(moved = false): void {
    setBranch(parse(this.keep.text("profile") ?? "", null) ?? blank());
    const place = readPlace(location.hash);
    const current = place.room === "case" || place.room === "start" || place.room === "run" ? "cases" : place.room;
    this.rooms.textContent = "";
    (Object.keys(ROOMS) as (keyof typeof ROOMS)[]).forEach((name) => {
      const here: Record<string, string> = name === current ? { "aria-current": "page" } : {};
      this.rooms.append(make("a", { href: ROOMS[name], ...here }, say(`room.${name}`)));
    });
    this.room.textContent = "";
    this.room.dataset.room = place.room;
    document.body.dataset.desk = place.room === "case" ? place.tab || "tasks" : place.room; // what goes on paper differs
    const box = make("div");
    this.room.append(box); // a room that is left before it is filled fills nothing
    const done = SHOWN[place.room](box, place, this);
    if (moved && !place.step) done.then(() => this.room.querySelector<HTMLElement>("h2")?.focus());
  }

  tell(text: string): void {
    this.told.textContent = text;
  }

  private fresh(): void {
    if (readPlace(location.hash).room === "cases") this.draw();
  }

  private warn(troubles: Trouble[]): void {
    this.trouble.textContent = "";
    this.trouble.append(...troubles.map((one) => this.warning(one)));
  }

  private warning({ what, name }: Trouble): HTMLElement {
    const acts = { theirs: () => this.theirs(name), mine: () => this.mine(name), anew: () => this.keep.again(name), let_go: () => this.theirs(name),
      rescue: () => download(fileName(), packed(this.keep)) };
    const offered: Record<Trouble["what"], (keyof typeof acts)[]> = { newer: ["theirs"], conflict: ["mine", "theirs", "rescue"], cleared: ["anew", "let_go", "rescue"],
      unsaved: ["rescue"], unfit: [] };
    const own = name ? this.named(name) : "";
    return make("div.hb-desk__trouble", { "data-what": what }, make("p", {}, say(`trouble.${what}`, { name: own })),
      make("p", {}, ...offered[what].map((key) => button(key === "theirs" && what === "newer" ? "look_new" : key, acts[key]))));
  }

  private named(name: string): string {
    const own = this.keep.case(name.replace(/^case:/, ""));
    const run = name.indexOf(RUN) === 0 ? index.runs[name.slice(RUN.length)] : undefined;
    return own ? own.title : run ? run.title : say("room.me");
  }

  private theirs(name: string): void {
    this.keep.reload(name);
    this.draw();
  }

  /** What this window holds becomes a case of its own beside the other window's; a profile takes the other's place. */
  private mine(name: string): void {
    const text = this.keep.text(name) ?? "";
    const own = this.keep.case(name.replace(/^case:/, ""));
    this.keep.reload(name);
    if (!own) {
      this.keep.write(name, text);
      return this.draw();
    }
    const copy = copyOf(own);
    this.keep.put(copy);
    location.hash = `#case=${copy.id}`;
  }
}
