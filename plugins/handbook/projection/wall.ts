// The size of the wall: all lengths are in units of a wall of 1024 × 768, so that a larger one shows the same, larger.
import { words } from "./words";

/** The text sizes, in px of that wall. */
const SIZES = [24, 28, 32];
const KEY = "hb-present-size";
const LEAST = 0.55;

export class Wall {
  size = 1;
  /** The unit of length, in px. */
  unit = 1;

  constructor() {
    this.size = Math.min(SIZES.length - 1, Math.max(0, Number(read(KEY) || 1)));
    this.fit();
  }

  get name(): string {
    return words.sizes[this.size] || "";
  }

  /** Measures the window again. */
  fit(): void {
    const style = document.documentElement.style;
    this.unit = Math.max(LEAST, Math.min(window.innerWidth / 1024, window.innerHeight / 768));
    style.setProperty("--hb-u", `${this.unit.toFixed(4)}px`);
    style.setProperty("--hb-size", String(SIZES[this.size]));
  }

  /** Makes the text larger (1) or smaller (−1); false if it is so already. */
  grow(by: number): boolean {
    const size = Math.min(SIZES.length - 1, Math.max(0, this.size + by));
    if (size === this.size) return false;
    this.size = size;
    write(KEY, String(size));
    this.fit();
    return true;
  }
}

/** What this machine remembers; null where it may not remember. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A machine that may not remember still shows the deck.
  }
}
