// What the desk keeps on this computer: the profile and the cases, each under its own name, as long as the browser lets it.
// What cannot be kept stays in this window and is told of at once.
import { Change, Shelf } from "../browser/shelf";
import { readCase } from "./reading";
import type { Case } from "./shapes";

export const PREFIX = "hb-desk:";
const CASE = "case:";
const PROBE = "probe";

/** What went wrong with something kept here: its name, and whether another window changed it, it is gone, or there is no room. */
export interface Trouble { what: Change | "unsaved"; name: string }

export class Keep {
  readonly shelf = new Shelf(PREFIX);
  /** What this window holds: name → text. It may be more than the storage holds. */
  private readonly held = new Map<string, string>();
  /** The names under which the storage does not hold what this window holds. */
  private readonly unkept = new Set<string>();
  private trouble: Trouble | null = null;

  /** `tell` is called with every trouble and with null when it is over; `fresh` when another window kept something new. */
  constructor(private readonly tell: (trouble: Trouble | null) => void, fresh: () => void) {
    this.shelf.names().forEach((name) => this.reload(name));
    this.shelf.watch(() => this.look(fresh));
  }

  /** Tries whether the storage keeps anything at all, and tells if not. */
  begin(): void {
    const tried = this.shelf.save(PROBE, "1");
    this.shelf.remove(PROBE);
    if (typeof tried === "string") this.report({ what: "unsaved", name: "" });
  }

  /** All cases that can be read, the newest first. */
  cases(): Case[] {
    const found = this.names(CASE).map((name) => this.parsed(name)).filter((one): one is Case => one !== null);
    return found.sort((a, b) => (a.begun < b.begun ? 1 : a.begun > b.begun ? -1 : a.id < b.id ? 1 : -1));
  }

  case(id: string): Case | null {
    return this.held.has(CASE + id) ? this.parsed(CASE + id) : null;
  }

  /** What is kept as a case and cannot be read as one: name → text. */
  damaged(): [string, string][] {
    return this.names(CASE).filter((name) => !this.parsed(name)).map((name) => [name, this.text(name) ?? ""]);
  }

  put(own: Case): void {
    this.write(CASE + own.id, JSON.stringify(own));
  }

  drop(id: string): void {
    this.forget(CASE + id);
  }

  text(name: string): string | null {
    return this.held.get(name) ?? null;
  }

  write(name: string, text: string): void {
    this.held.set(name, text);
    const saved = this.shelf.save(name, text);
    if (typeof saved === "string") {
      this.unkept.add(name);
      return this.report({ what: saved, name });
    }
    this.unkept.delete(name);
    if (this.trouble?.what === "unsaved") this.settle();
  }

  forget(name: string): void {
    this.held.delete(name);
    this.unkept.delete(name);
    this.shelf.remove(name);
    if (this.trouble?.name === name) this.report(null);
  }

  /** Takes what another window kept in place of what this one holds. */
  reload(name: string): void {
    const text = this.shelf.open(name);
    this.unkept.delete(name);
    if (text === null) this.held.delete(name);
    else this.held.set(name, text);
    if (this.trouble?.name === name) this.report(null);
  }

  /** Keeps again all that this window holds and the storage lost. */
  again(): void {
    this.report(null);
    Array.from(this.held).forEach(([name, text]) => {
      if (this.shelf.changed(name) === "cleared" || this.unkept.has(name)) this.write(name, text);
    });
  }

  private names(prefix: string): string[] {
    return Array.from(this.held.keys()).filter((name) => name.indexOf(prefix) === 0).sort();
  }

  private parsed(name: string): Case | null {
    const found = readCase(this.held.get(name) ?? "");
    return found && CASE + found.id === name ? found : null;
  }

  private look(fresh: () => void): void {
    const known = this.shelf.names().filter((name) => !this.held.has(name) && name !== PROBE);
    known.forEach((name) => this.reload(name));
    Array.from(this.held.keys()).forEach((name) => {
      const what = this.shelf.changed(name);
      if (what) this.report({ what, name });
    });
    if (known.length) fresh();
  }

  /** There is room again: what was refused before is kept now, or told of again. */
  private settle(): void {
    this.report(null);
    const waiting = Array.from(this.unkept);
    this.unkept.clear();
    waiting.forEach((name) => this.write(name, this.text(name) ?? ""));
  }

  private report(trouble: Trouble | null): void {
    const before = this.trouble;
    this.trouble = trouble;
    if (before?.what !== trouble?.what || before?.name !== trouble?.name) this.tell(trouble);
  }
}
