// The sheets kept on this computer: one a unit and period, and never one over another's change.

interface Kept {
  text: string;
  time: string;
  mark: string; // changes with every save, so that another window's save is noticed
}

export type Saved = { time: string } | "conflict" | "unsaved";

export class Shelf {
  private readonly marks: Record<string, string> = Object.create(null) as Record<string, string>;

  constructor(private readonly prefix: string) {}

  private read(name: string): Kept | null {
    try {
      const kept = localStorage.getItem(this.prefix + name);
      return kept === null ? null : (JSON.parse(kept) as Kept);
    } catch {
      return null;
    }
  }

  names(): string[] {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.indexOf(this.prefix) === 0);
      return keys.map((key) => key.slice(this.prefix.length)).sort();
    } catch {
      return [];
    }
  }

  open(name: string): string | null {
    const kept = this.read(name);
    if (kept) this.marks[name] = kept.mark;
    return kept && kept.text;
  }

  save(name: string, text: string): Saved {
    const kept = this.read(name);
    if (kept && kept.text !== text && kept.mark !== this.marks[name]) return "conflict";
    const time = new Date().toLocaleTimeString();
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

  // Takes a sheet away under the name it had until now, if no other window has changed it since.
  renamed(name: string): void {
    const kept = this.read(name);
    if (kept && kept.mark === this.marks[name]) this.remove(name);
  }

  remove(name: string): void {
    try {
      localStorage.removeItem(this.prefix + name);
    } catch {
      // a blocked storage holds nothing to remove
    }
  }
}
