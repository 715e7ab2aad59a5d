// Where next and back lead. Pure: it knows the slides by name, the flow and the place, and gives another place.
import { Flow, trailTo, usualTrail, walkable, waysOf } from "./flow";
import { Place } from "./place";

export interface SlideFacts { id: string; node: string; pieces: number; covered: number[] }

export interface Slides {
  /** All slides, uncut, in order; `covered` is how much of each piece is uncovered step by step. */
  list: SlideFacts[];
  flow: Flow | null;
}

/** In an address: the first box of the flow, whatever it is called. */
const WALK = "walk";
/** In an address: the last slide of the deck, whatever it is called. */
export const LAST = "last";

const facts = (slides: Slides, id: string): SlideFacts | undefined => slides.list.find((one) => one.id === id);


/** Whether the deck was opened as a sub-flow of another's step. */
export const isSubflow = (place: Place): boolean => /#\/step-/.test(place.from);

/** A place that exists: what an old or mistyped address names is brought to the nearest that does. */
export function settle(slides: Slides, place: Place): Place {
  if (place.slide === WALK && slides.flow) return settle(slides, { ...place, slide: `step-${slides.flow.start}` });
  if (place.slide === LAST) return settle(slides, { ...place, slide: slides.list[slides.list.length - 1]?.id || "" });
  const found = facts(slides, place.slide) || (slides.list[0] as SlideFacts);
  let trail = slides.flow ? walkable(slides.flow, place.trail) : [];
  if (slides.flow && found.node && trail[trail.length - 1] !== found.node) trail = trailTo(slides.flow, trail, found.node);
  const piece = found.id === place.slide ? Math.min(place.piece, found.pieces) : 1;
  return { ...place, slide: found.id, piece, trail, shown: Math.min(place.shown, found.covered[piece - 1] || 0) };
}

const at = (slides: Slides, place: Place, id: string): Place => settle(slides, { ...place, slide: id, piece: 1, shown: 0 });

/** The last piece of a slide, all uncovered. */
function endOf(slides: Slides, place: Place, id: string): Place {
  return settle(slides, { ...place, slide: id, piece: 999, shown: 999 });
}

/** Goes to a node by a trail that ends there. */
export const onTrail = (slides: Slides, place: Place, trail: string[]): Place =>
  at(slides, { ...place, trail }, `step-${trail[trail.length - 1]}`);

/** Where "next" leads; null at the very end. */
export function next(slides: Slides, place: Place): Place | null {
  const here = facts(slides, place.slide) as SlideFacts;
  if (place.shown < (here.covered[place.piece - 1] || 0)) return { ...place, shown: place.shown + 1 };
  if (place.piece < here.pieces) return settle(slides, { ...place, piece: place.piece + 1, shown: 0 });
  if (here.node && slides.flow) {
    const way = waysOf(slides.flow, here.node)[0];
    if (way) return onTrail(slides, place, [...place.trail, way.to]);
    if (isSubflow(place)) return null;
    return after(slides, place);
  }
  const following = slides.list[slides.list.indexOf(here) + 1];
  if (!following) return null;
  if (following.node && slides.flow) return onTrail(slides, place, [slides.flow.start]);
  return at(slides, place, following.id);
}

// The first slide after the walk, wherever the walk ended.
function after(slides: Slides, place: Place): Place | null {
  const last = slides.list.map((one) => Boolean(one.node)).lastIndexOf(true);
  const following = slides.list[last + 1];
  return following ? at(slides, place, following.id) : null;
}

/** Where "back" leads: along the way one came; null at the very beginning. */
export function back(slides: Slides, place: Place): Place | null {
  const here = facts(slides, place.slide) as SlideFacts;
  if (place.shown > 0) return { ...place, shown: place.shown - 1 };
  if (place.piece > 1) return settle(slides, { ...place, piece: place.piece - 1, shown: 999 });
  if (here.node && place.trail.length > 1) {
    const trail = place.trail.slice(0, -1);
    return endOf(slides, { ...place, trail }, `step-${trail[trail.length - 1]}`);
  }
  const first = here.node ? slides.list.findIndex((one) => one.node) : slides.list.indexOf(here);
  const before = slides.list[first - 1];
  if (!before) return null;
  if (!before.node || !slides.flow) return endOf(slides, place, before.id);
  const trail = place.trail.length ? place.trail : usualTrail(slides.flow);
  return endOf(slides, { ...place, trail }, `step-${trail[trail.length - 1]}`);
}

/** Goes to a slide; to a step by a way through the flow. */
export function go(slides: Slides, place: Place, id: string): Place {
  const target = facts(slides, id.split("--")[0] || "");
  if (!target) return place;
  const piece = Number(id.split("--")[1]) || 1;
  if (!target.node || !slides.flow) return { ...at(slides, place, target.id), piece };
  return { ...onTrail(slides, place, trailTo(slides.flow, place.trail, target.node)), piece };
}

/** Takes the way that leads to a node; the same place if no way does. */
export function choose(slides: Slides, place: Place, to: string): Place {
  const leads = slides.flow && waysOf(slides.flow, place.trail[place.trail.length - 1] || "").some((way) => way.to === to);
  return leads ? onTrail(slides, place, [...place.trail, to]) : place;
}
