// What the desk says; the words come from the locale by way of assets/desk/_words.js.

type Words = { [key: string]: string | string[] | Words };

declare const hbDeskWords: Words;

/** A sentence of the locale with its parts filled in: say("missing", { count: 2 }); "dates.none" asks deeper. */
export function say(key: string, parts: Record<string, string | number> = {}): string {
  const found = key.split(".").reduce<Words | string | string[] | undefined>((at, name) => (at as Words | undefined)?.[name], hbDeskWords);
  if (typeof found !== "string") throw new Error(`no word for ${key}`);
  return found.replace(/{(\w+)}/g, (_, name: string) => String(parts[name]));
}
