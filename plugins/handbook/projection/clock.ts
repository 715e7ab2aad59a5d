// How long each part was taught, and how long it is meant to take.
import { Lesson } from "./lesson";
import { Place } from "./place";
import { Source } from "./source";
import { words } from "./words";

/** Seconds for each slide besides reading it aloud: to wait for an answer, to let people talk. */
const PAUSES: Record<string, number> = { title: 60, journey: 60, discussion: 300, case: 90, question: 45, pitfalls: 60 };
const OTHERWISE = 15;
/** Characters that are read aloud in a second. */
const READING = 4.5;

export interface Times { spent: Record<string, number>; targets: Record<string, number> }

/** The minutes that each part is meant to take, at least one. */
export function targetsOf(sources: Source[]): Record<string, number> {
  const seconds: Record<string, number> = {};
  sources.forEach((one) => {
    const length = one.groups.reduce((sum, group) => sum + group.items.reduce((all, item) => all + (item.textContent || "").length, 0), 0);
    seconds[one.part] = (seconds[one.part] || 0) + (PAUSES[one.shape] || OTHERWISE) + length / READING;
  });
  Object.keys(seconds).forEach((part) => (seconds[part] = Math.max(1, Math.round(seconds[part]! / 60))));
  return seconds;
}

/** Which part is being taught, its name and the minutes of all: the parts of the course, or those of the `deck`. */
export function partsOf(deck: Record<string, number>, here: Source | undefined, lesson: Lesson | null, place: Place): { part: string; name: string; targets: Record<string, number> } {
  if (!lesson || !place.course) return { part: here?.part || "", name: words.parts[here?.part || ""] || "", targets: deck };
  const targets: Record<string, number> = {};
  lesson.taught.parts.forEach((part, n) => (targets[`part-${n + 1}`] = part.minutes));
  const { part } = lesson.stop(place);
  return { part: `part-${part}`, name: lesson.taught.parts[part - 1]?.title || "", targets };
}

export const clockText = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

/** Counts the seconds of each part; kept for this tab, so that a reload loses nothing. */
export class Clock {
  private spent: Record<string, number> = {};
  private at = Date.now();

  constructor(private readonly key: string) {
    try {
      this.spent = JSON.parse(sessionStorage.getItem(this.key) || "{}") as Record<string, number>;
    } catch {
      this.spent = {};
    }
  }

  /** Adds the time since the last call to a part; a machine that slept was not teaching. */
  tick(part: string): Record<string, number> {
    const now = Date.now();
    this.spent[part] = (this.spent[part] || 0) + Math.min(10, (now - this.at) / 1000);
    this.at = now;
    this.keep();
    return this.spent;
  }

  reset(): void {
    this.spent = {};
    this.keep();
  }

  private keep(): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.spent));
    } catch {
      // Then the time is only kept until the next reload.
    }
  }
}
