// Chance that can be repeated: the same seed gives the same round.

export type Chance = () => number;

/** Gives numbers from 0 to 1 that depend on the seed alone. */
export function chanceOf(seed: string): Chance {
  let state = 2166136261;
  for (let place = 0; place < seed.length; place += 1) state = Math.imul(state ^ seed.charCodeAt(place), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The items in an order of chance. */
export function shuffled<T>(items: T[], chance: Chance): T[] {
  const found = items.slice();
  for (let place = found.length - 1; place > 0; place -= 1) {
    const other = Math.floor(chance() * (place + 1));
    const item = found[place] as T;
    found[place] = found[other] as T;
    found[other] = item;
  }
  return found;
}

/** A seed short enough to be read out. */
export const newSeed = (): string => String(Math.floor(1000 + Math.random() * 9000));
