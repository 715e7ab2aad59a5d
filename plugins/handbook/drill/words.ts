// What the drill says; the words come from the locale by way of assets/drill/_words.js.

export interface Words { columns: string[]; [key: string]: string | string[] }

declare const hbDrillWords: Words;

export const words: Words = hbDrillWords;

/** A sentence of the locale with its parts filled in: say("number", { number: 2, total: 9 }). */
export function say(key: string, parts: Record<string, string | number> = {}): string {
  return String(words[key]).replace(/{(\w+)}/g, (_, name: string) => String(parts[name]));
}
