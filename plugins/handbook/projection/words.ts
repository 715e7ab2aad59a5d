// What the projection says; the words come from the locale by way of assets/present-words.js.

export interface Words {
  parts: Record<string, string>;
  notes: Record<string, string>;
  sizes: string[];
  help_rows: [string, string][];
  [key: string]: string | string[] | Record<string, string> | [string, string][];
}

declare const hbPresentWords: Words;

export const words: Words = hbPresentWords;

/** A sentence of the locale with its parts filled in: say("times", { count: 2 }). */
export function say(key: string, parts: Record<string, string | number> = {}): string {
  return String(words[key]).replace(/{(\w+)}/g, (_, name: string) => String(parts[name]));
}

export { make } from "./make";
