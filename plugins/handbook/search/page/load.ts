// Bring in what the search knows, part by part, without holding the page up.
import { Library } from "../library";
import type { Entry, Speech } from "../shapes";
import { addScript } from "./start";

export interface Words {
  [key: string]: string | Record<string, string>;
}

interface First {
  speech: Speech;
  groups: string[][];
  words: Words;
  entries: string[];
  texts: string[];
}

export interface Loaded {
  library: Library;
  words: Words;
}

const SLICE = 12; // milliseconds of work at a time
const given: Record<string, unknown> = {};

Object.assign(window, {
  __hb_search_part: (name: string, part: unknown): void => {
    given[name] = part;
  },
});

function bring(folder: string, name: string, done: (part: unknown) => void, failed: () => void): void {
  addScript(`${folder}${name}.js`, (loaded) => (loaded && name in given ? done(given[name]) : failed()));
}

// Load all entries and index them in slices; texts come after, when the first results are already there.
export function load(folder: string, done: (loaded: Loaded) => void, failed: () => void, more: () => void): void {
  bring(
    folder,
    "first",
    (part) => {
      const first = part as First;
      const library = new Library({ entries: [], groups: first.groups }, first.speech);
      const next = (at: number): void => {
        const name = first.entries[at];
        if (!name) {
          library.settle();
          grow(library, () => {
            done({ library, words: first.words });
            texts(folder, first.texts, library, more);
          });
          return;
        }
        const take = (entries: unknown): void => {
          library.take(entries as Entry[]);
          grow(library, () => next(at + 1));
        };
        bring(folder, name, take, failed);
      };
      next(0);
    },
    failed,
  );
}

function grow(library: Library, done: () => void): void {
  const begun = performance.now();
  let left = true;
  while (left && performance.now() - begun < SLICE) left = library.grow(40);
  if (left) setTimeout(() => grow(library, done), 0);
  else done();
}

function texts(folder: string, names: string[], library: Library, done: () => void): void {
  const [name, ...rest] = names;
  if (!name) return done();
  const next = (): void => texts(folder, rest, library, done);
  bring(
    folder,
    name,
    (part) => {
      for (const [entry, text] of part as [number, string][]) library.bodies[entry] = text;
      setTimeout(next, 0);
    },
    next,
  );
}
