// The engine for `handbook search` and for tests: no page around it.
import { search } from "./engine";
import { Library } from "./library";
import type { Asked, Contents, Speech } from "./shapes";

let library: Library | null = null;

const open = (contents: Contents, speech: Speech, bodies: string[]): number => {
  library = new Library(contents, speech);
  library.bodies.push(...bodies);
  while (library.learn());
  while (library.grow(10000));
  return library.lines.length;
};

Object.assign(globalThis, {
  handbookOpen: (given: string): number => {
    const { contents, speech, bodies } = JSON.parse(given) as { contents: Contents; speech: Speech; bodies: string[] };
    return open(contents, speech, bodies);
  },
  handbookSearch: (given: string): string => JSON.stringify(library ? search(JSON.parse(given) as Asked, library) : []),
});
