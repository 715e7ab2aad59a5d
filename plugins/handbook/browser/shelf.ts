// What is kept on this computer under a name, and never one window's change over another's.

interface Kept {
  text: string;
  time: string;
  mark: string; // changes with every save, so that another window's save is noticed
}

export type Saved = { time: string } | "conflict" | "unsaved";
export type Change = "conflict" | "cleared";

const LOOK = 2000; // milliseconds

export class Shelf {
  protected readonly marks: Record<string, string> = Object.create(null) as Record<string, string>;

  constructor(protected readonly prefix: string) {}

  protected read(name: string): Kept | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.prefix + name) ?? "null") as Partial<Kept> | null;
      return kept && typeof kept.text === "string" && typeof kept.mark === "string" ? (kept as Kept) : null;
    } catch {
      return null;
    }
  }

  /** All names in their order; none where the storage is blocked. */
  names(): string[] {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.indexOf(this.prefix) === 0);
      return keys.map((key) => key.slice(this.prefix.length)).sort();
    } catch {
      return [];
    }
  }

  /** When something was kept, as people of this country write it; empty if it is not there. */
  time(name: string): string {
    return this.read(name)?.time ?? "";
  }

  open(name: string): string | null {
    const kept = this.read(name);
    if (kept) this.marks[name] = kept.mark;
    return kept && kept.text;
  }

  /** What another window or the browser did to something since it was saved or opened here. */
  changed(name: string): Change | null {
    const kept = this.read(name);
    if (!(name in this.marks)) return null;
    if (!kept) return "cleared";
    return kept.mark === this.marks[name] ? null : "conflict";
  }

  save(name: string, text: string): Saved {
    const kept = this.read(name);
    if (kept && kept.text !== text && kept.mark !== this.marks[name]) return "conflict";
    const time = new Date().toLocaleString("zh-CN", { hour12: false });
    const mark = String(Date.now()) + String(Math.random());
    try {
      localStorage.setItem(this.prefix + name, JSON.stringify({ text, time, mark }));
    } catch {
      return "unsaved";
    }
    if (this.read(name)?.mark !== mark) return "unsaved";
    this.marks[name] = mark;
    return { time };
  }

  /** Takes something away under the name it had until now, if no other window has changed it since. */
  renamed(name: string): void {
    const kept = this.read(name);
    if (kept && kept.mark === this.marks[name]) this.remove(name);
    delete this.marks[name];
  }

  remove(name: string): void {
    delete this.marks[name];
    try {
      localStorage.removeItem(this.prefix + name);
    } catch {
      // a blocked storage holds nothing to remove
    }
  }

  /** Tells at once when another window saves; what clears the storage tells nobody, so we look every now and then. */
  watch(look: () => void): void {
    window.addEventListener("storage", (event) => {
      if (event.key === null || event.key.indexOf(this.prefix) === 0) look();
    });
    window.setInterval(look, LOOK);
  }
}
