// Bring in what the search knows, part by part, without holding the page up.
import { Library } from "../library";
import type { Contents, Entry, Speech } from "../shapes";
import { addScript } from "./start";
import { later, work } from "./turns";

export interface Words {
  [key: string]: string | Record<string, string>;
}

interface First extends Omit<Contents, "entries"> {
  speech: Speech;
  words: Words;
  entries: string[];
  texts: string[];
}

export interface Loaded {
  library: Library;
  words: Words;
}

const given: Record<string, unknown> = {};

Object.assign(window, {
  __hb_search_part: (name: string, part: unknown): void => {
    given[name] = part;
  },
});

function bring(folder: string, name: string, done: (part: unknown) => void, failed: () => void): void {
  addScript(`${folder}${name}.js`, (loaded) => (loaded && name in given ? done(given[name]) : failed()));
}

// Load all entries and index them in slices; texts come when a question asks for them.
export function load(folder: string, done: (loaded: Loaded) => void, failed: () => void, more: () => void): void {
  bring(
    folder,
    "first",
    (part) => {
      const first = part as First;
      const library = new Library({ ...first, entries: [] }, first.speech);
      library.want = (): void => {
        library.want = () => undefined;
        later(() => texts(folder, first.texts, library, more));
      };
      const ready = (): void => done({ library, words: first.words });
      work(
        () => library.learn(),
        () => entries(folder, first.entries, library, failed, ready),
      );
    },
    failed,
  );
}

// All parts are asked for at once and taken in their order.
function entries(folder: string, names: string[], library: Library, failed: () => void, done: () => void): void {
  const came = new Set<string>();
  let next = 0;
  let busy = false;
  const take = (): void => {
    const name = names[next];
    if (name === undefined) return done();
    busy = came.delete(name);
    if (!busy) return;
    next++;
    library.take(given[name] as Entry[]);
    work(() => library.grow(60), take);
  };
  if (!names.length) return done();
  for (const name of names) {
    const arrived = (): void => {
      came.add(name);
      if (!busy) take();
    };
    bring(folder, name, arrived, failed);
  }
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
      later(next);
    },
    next,
  );
}
