// A course that is being taught: one sequence of decks. Pure: it knows the course and gives the next place, in this
// deck or in another.
import { Place, readPlace } from "./place";
import { back, next, settle, Slides, LAST } from "./walk";

/** The words of an item, its deck and, where it is only one slide of it, that slide. */
export type Item = [text: string, deck: string, slide: string];
export interface Part { title: string; minutes: number; note: string; items: Item[] }
/** A course; `page` is its own, from the root of the handbook; `missing` is how much of it this edition does not have. */
export interface Taught { title: string; page: string; parts: Part[]; missing: number }

export interface Stop { part: number; first: boolean; text: string; deck: string; slide: string }
export interface Move { deck: string; place: Place }

/** The slide with the agenda, and that before each part, from 1. */
export const COURSE = "course";
export const partSlide = (part: number): string => `part-${part}`;

const partOf = (slide: string): number => Number((/^part-(\d+)$/.exec(slide) || ["", "0"])[1]);

/** The place in the course where a deck is shown, or that it will return to; without a course `course` is empty. */
export function inCourse(place: Place): Place {
  const hash = place.from.indexOf("#") < 0 ? "" : place.from.slice(place.from.indexOf("#"));
  return place.course || !hash ? place : inCourse(readPlace(hash));
}

export class Lesson {
  readonly stops: Stop[] = [];

  constructor(readonly key: string, readonly taught: Taught) {
    taught.parts.forEach((part, n) => part.items.forEach(([text, deck, slide], place) =>
      this.stops.push({ part: n + 1, first: place === 0, text, deck, slide })));
  }

  stop(place: Place): Stop {
    return this.stops[Math.min(place.at, this.stops.length) - 1] as Stop;
  }

  /** The number of the first item of a part. */
  private firstOf(part: number): number {
    return this.stops.findIndex((one) => one.part === part) + 1;
  }

  /** The same place with the item that it belongs to, wherever in a deck one jumped. */
  settled(place: Place, deck: string): Place {
    if (place.slide === COURSE) return { ...place, at: 1 };
    if (partOf(place.slide)) return { ...place, at: this.firstOf(partOf(place.slide)) };
    if (this.stop(place).deck === deck) return { ...place, at: Math.min(place.at, this.stops.length) };
    const own = this.stops.map((one) => one.deck === deck);
    const at = own.lastIndexOf(true, place.at - 1) + 1 || own.indexOf(true) + 1;
    return at ? { ...place, at } : place;
  }

  /** Where "next" leads; null at the end of the course. */
  next(slides: Slides, place: Place, deck: string): Move | null {
    const to = next(slides, place);
    if (to && to.slide === place.slide && to.trail.length === place.trail.length) return { deck, place: to };
    if (place.slide === COURSE) return this.partAt(slides, place, deck, 1);
    if (partOf(place.slide)) return this.begin(place, this.firstOf(partOf(place.slide)));
    if (to && !this.isAlone(place)) return { deck, place: to };
    const following = this.stops[place.at];
    if (!following) return null;
    return following.first ? this.partAt(slides, place, deck, following.part) : this.begin(place, place.at + 1);
  }

  /** Where "back" leads; null at the beginning of the course. */
  back(slides: Slides, place: Place, deck: string): Move | null {
    const to = back(slides, place);
    if (to && to.slide === place.slide && to.trail.length === place.trail.length) return { deck, place: to };
    if (place.slide === COURSE) return null;
    const part = partOf(place.slide);
    if (part === 1) return { deck, place: settle(slides, { ...place, slide: COURSE, piece: 999, shown: 999, trail: [], at: 1 }) };
    if (part) return this.end(place, this.firstOf(part) - 1);
    if (to && !this.isAlone(place) && to.slide !== COURSE && !partOf(to.slide)) return { deck, place: to };
    const stop = this.stop(place);
    if (!stop.first) return this.end(place, place.at - 1);
    return this.partAt(slides, place, deck, stop.part);
  }

  // Whether an item is only the slide that is shown.
  private isAlone(place: Place): boolean {
    return this.stop(place).slide !== "" && this.stop(place).slide === place.slide;
  }

  private partAt(slides: Slides, place: Place, deck: string, part: number): Move {
    const own = { ...place, slide: partSlide(part), piece: 1, shown: 0, trail: [], at: this.firstOf(part) };
    return { deck, place: settle(slides, own) };
  }

  private begin(place: Place, at: number): Move {
    const stop = this.stops[at - 1] as Stop;
    return { deck: stop.deck, place: { ...place, slide: stop.slide || "title", piece: 1, shown: 0, trail: [], at } };
  }

  private end(place: Place, at: number): Move {
    const stop = this.stops[at - 1] as Stop;
    return { deck: stop.deck, place: { ...place, slide: stop.slide || LAST, piece: 999, shown: 999, trail: [], at } };
  }
}
