// How well what was typed matches a unit of a text: the same, the same sound, nearly the same sound, the same stem.
import type { Library } from "./library";
import { alike, type Sound } from "./sounds";
import { isHan, isLatin } from "./units";
import { stem } from "./words";

export const EXACT = 1;
const SAME_SOUND = 0.86;
const NEAR_SOUND = 0.7;
const AS_TYPED = 0.97; // letters that are just how it is read
const MOST = 400; // typed units whose likenesses are remembered from key to key
const kept = new WeakMap<Library, Map<string, Float32Array>>();

// For every unit of the vocabulary how well a typed unit matches it; 0 not at all.
export function likeness(unit: string, sound: Sound | null, keys: number[], library: Library): Float32Array {
  const name = sound ? `${sound.letters}${sound.whole ? "." : ""}-` : unit;
  let known = kept.get(library);
  if (!known || known.size > MOST) kept.set(library, (known = new Map()));
  let found = known.get(name);
  if (!found || found.length < library.vocabulary.units.length) known.set(name, (found = reckon(unit, sound, keys, library)));
  return found;
}

function reckon(unit: string, sound: Sound | null, keys: number[], { vocabulary, sounds }: Library): Float32Array {
  const found = new Float32Array(vocabulary.units.length);
  const look = (number: number): void => {
    const other = vocabulary.units[number] as string;
    found[number] = sound ? bySound(sound, sounds.of(other)) : byUnit(unit, other, sounds.of(unit), sounds.of(other));
  };
  if (!sound && isLatin(unit)) vocabulary.latin.forEach(look);
  else for (const key of keys) (vocabulary.under[key] as number[]).forEach(look);
  return found;
}

function bySound(sound: Sound, readings: string[]): number {
  let best = 0;
  for (const reading of readings) {
    if (reading === sound.letters) return AS_TYPED;
    if (sound.whole && alike(reading) === alike(sound.letters)) best = Math.max(best, NEAR_SOUND);
    if (!sound.whole && reading.startsWith(sound.letters)) best = Math.max(best, sound.letters.length > 1 ? 0.85 : 0.75);
  }
  return best;
}

function byUnit(asked: string, unit: string, mine: string[], theirs: string[]): number {
  if (asked === unit) return EXACT;
  if (isLatin(asked)) {
    if (!isLatin(unit)) return 0;
    const [one, other] = [stem(asked), stem(unit)];
    if (one === other) return 0.95;
    return one.length > 3 && (other.startsWith(one) || one.startsWith(other)) && other.length > 3 ? 0.8 : 0;
  }
  if (!isHan(asked) || !isHan(unit)) return 0;
  if (mine.some((reading) => theirs.includes(reading))) return SAME_SOUND;
  return mine.some((reading) => theirs.some((other) => alike(other) === alike(reading))) ? NEAR_SOUND : 0;
}
