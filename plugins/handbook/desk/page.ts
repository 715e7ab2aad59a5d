// The desk's page: three rooms, what went wrong with keeping, and the room that the address names.
import { make } from "../projection/make";
import { showCase } from "./case";
import { showCases } from "./cases";
import type { Desk } from "./desk";
import { download, fileName, showHandover } from "./handing";
import { packed } from "./handover";
import { Keep, Trouble } from "./keep";
import { readPlace } from "./place";
import { copyOf } from "./starting";
import { showProfile } from "./profiling";
import { showStart } from "./start";
import { say } from "./words";

const ROOMS = { cases: "#cases", me: "#me", handover: "#handover" };
const SHOWN = { cases: showCases, case: showCase, start: showStart, me: showProfile, handover: showHandover };

export class DeskPage implements Desk {
  readonly keep: Keep;
  private readonly rooms = make("nav.hb-desk__rooms", { "aria-label": say("rooms") });
  private readonly trouble = make("div", { "data-hb": "desk-trouble", role: "alert" });
  private readonly told = make("p.hb-desk__told", { role: "status", "data-hb": "desk-told" });
  private readonly room = make("div.hb-desk__room", { "data-hb": "desk-room" });

  constructor(root: HTMLElement) {
    root.append(this.rooms, this.trouble, this.told, this.room);
    this.keep = new Keep((trouble) => this.warn(trouble), () => this.fresh());
    this.keep.begin();
    addEventListener("hashchange", () => { this.tell(""); this.draw(true); });
    this.draw();
  }

  /** Shows the room that the address names; `moved` puts the reader at its heading. */
  draw(moved = false): void {
    const place = readPlace(location.hash);
    const current = place.room === "case" || place.room === "start" ? "cases" : place.room;
    this.rooms.textContent = "";
    (Object.keys(ROOMS) as (keyof typeof ROOMS)[]).forEach((name) => {
      const here: Record<string, string> = name === current ? { "aria-current": "page" } : {};
      this.rooms.append(make("a", { href: ROOMS[name], ...here }, say(`room.${name}`)));
    });
    this.room.textContent = "";
    this.room.dataset.room = place.room;
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

  private warn(trouble: Trouble | null): void {
    this.trouble.textContent = "";
    if (!trouble) return;
    const own = this.keep.text(trouble.name) !== null && trouble.name ? this.named(trouble.name) : "";
    const act = (key: string, todo: () => void) => make("button.hb-desk__do", { type: "button", "data-do": key, onclick: todo }, say(key));
    const acts = [act("rescue", () => download(fileName(), packed(this.keep)))];
    if (trouble.what === "conflict") acts.unshift(act("theirs", () => this.theirs(trouble.name)), act("mine", () => this.mine(trouble.name)));
    if (trouble.what === "cleared") acts.push(act("anew", () => this.keep.again()), act("let_go", () => this.theirs(trouble.name)));
    this.trouble.append(make("div.hb-desk__trouble", {}, make("p", {}, say(`trouble.${trouble.what}`, { name: own })), make("p", {}, ...acts)));
  }

  private named(name: string): string {
    const own = this.keep.case(name.replace(/^case:/, ""));
    return own ? own.title : say("room.me");
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
