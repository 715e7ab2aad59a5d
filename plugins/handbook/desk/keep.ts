// What the desk keeps on this computer: the profile and the cases, each under its own name, as long as the browser lets it.
// What cannot be kept stays in this window and is told of at once.
import { Change, Shelf } from "../browser/shelf";
import { readCase } from "./reading";
import type { Case } from "./shapes";

export const PREFIX = "hb-desk:";
const CASE = "case:";
const PROBE = "probe";

/**
 * What went wrong with something kept under a name. newer: another window changed it; conflict: so did this one; cleared: it
 * is gone; unsaved: there is no room for it (without a name: for nothing at all); unfit: it could not be read again.
 */
export interface Trouble { what: Change | "newer" | "unsaved" | "unfit"; name: string }

export class Keep {
  readonly shelf = new Shelf(PREFIX);
  /** What this window holds: name → text. It may be more than the storage holds. */
  private readonly held = new Map<string, string>();
  /** The names under which the storage does not hold what this window holds. */
  private readonly unkept = new Set<string>();
  private readonly troubles = new Map<string, Trouble["what"]>();

  /** `tell` is called with all troubles whenever they change; `fresh` when another window kept something new. */
  constructor(private readonly tell: (troubles: Trouble[]) => void, fresh: () => void) {
    this.shelf.names().forEach((name) => this.reload(name));
    this.shelf.watch(() => this.look(fresh));
  }

  /** Tries whether the storage keeps anything at all, and tells if not. */
  begin(): void {
    const tried = this.shelf.save(PROBE, "1");
    this.shelf.remove(PROBE);
    if (typeof tried === "string") this.report("", "unsaved");
  }

  /** All cases that can be read, the newest first. */
  cases(): Case[] {
    const found = this.named(CASE).map((name) => this.parsed(name)).filter((one): one is Case => one !== null);
    return found.sort((a, b) => (a.begun < b.begun ? 1 : a.begun > b.begun ? -1 : a.id < b.id ? 1 : -1));
  }

  case(id: string): Case | null {
    return this.held.has(CASE + id) ? this.parsed(CASE + id) : null;
  }

  /** What is kept as a case and cannot be read as one: name → text. */
  damaged(): [string, string][] {
    return this.named(CASE).filter((name) => !this.parsed(name)).map((name) => [name, this.text(name) ?? ""]);
  }

  put(own: Case): void {
    const [name, text] = [CASE + own.id, JSON.stringify(own)];
    if (readCase(text)) this.write(name, text);
    else this.report(name, "unfit");
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
      return this.report(name, saved);
    }
    this.settled(name);
    if (this.troubles.size) this.retry();
  }

  forget(name: string): void {
    this.held.delete(name);
    this.shelf.remove(name);
    this.settled(name);
  }

  /** Takes what another window kept in place of what this one holds. */
  reload(name: string): void {
    const text = this.shelf.open(name);
    if (text === null) this.held.delete(name);
    else this.held.set(name, text);
    this.settled(name);
  }

  /** Keeps again what this window holds and the storage lost. */
  again(name: string): void {
    this.settled(name);
    this.write(name, this.text(name) ?? "");
  }

  /** The names that begin so, in their order. */
  named(prefix: string): string[] {
    return Array.from(this.held.keys()).filter((name) => name.indexOf(prefix) === 0).sort();
  }

  private parsed(name: string): Case | null {
    const found = readCase(this.held.get(name) ?? "");
    return found && CASE + found.id === name ? found : null;
  }

  private look(fresh: () => void): void {
    const before = this.held.size;
    this.shelf.names().filter((name) => !this.held.has(name) && name !== PROBE).forEach((name) => this.reload(name));
    Array.from(this.held.keys()).forEach((name) => {
      const what = this.shelf.changed(name);
      if (what) this.report(name, what === "conflict" && !this.unkept.has(name) ? "newer" : what);
    });
    if (this.held.size !== before) fresh();
  }

  /** There is room: what found none before is tried again. */
  private retry(): void {
    const waiting = Array.from(this.troubles.keys()).filter((name) => this.troubles.get(name) === "unsaved");
    waiting.forEach((name) => this.troubles.delete(name));
    waiting.filter(Boolean).forEach((name) => this.write(name, this.text(name) ?? ""));
    if (waiting.length) this.report("", null);
  }

  private settled(name: string): void {
    this.unkept.delete(name);
    this.report(name, null);
  }

  private report(name: string, what: Trouble["what"] | null): void {
    const before = this.troubles.get(name) ?? null;
    if (what) this.troubles.set(name, what);
    else this.troubles.delete(name);
    if (before !== what || name === "") this.tell(Array.from(this.troubles, ([one, why]) => ({ what: why, name: one })));
  }
}
