// The papers of a procedure, brought as scripts: pages opened from a folder cannot fetch.
import { inflateSync, strFromU8 } from "fflate";
import { make } from "../../projection/make";
import type { Pack, Paper } from "./shapes";

const FOLDER = "assets/papers/";
const packs: Record<string, Pack> = Object.create(null) as Record<string, Pack>;
const papers: Record<string, Paper> = Object.create(null) as Record<string, Paper>;
let shared: Record<string, string> | null = null;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

Object.assign(window, {
  hbPack: (pack: Pack) => { packs[pack.slug] = pack; },
  hbPaper: (paper: Paper) => { papers[paper.slug] = { ...paper, body: strFromU8(inflateSync(bytesOf(paper.body))) }; },
  hbPaperParts: (parts: Record<string, string>) => { shared = parts; },
});

/** Loads a script; gives false if it is not to be had. */
export function script(src: string): Promise<boolean> {
  return new Promise((done) => {
    document.body.append(make("script", { src, onload: () => done(true), onerror: () => done(false) }));
  });
}

/** The papers of a procedure and what they have in common; null if their scripts do not load. */
export async function packOf(procedure: string): Promise<{ pack: Pack; papers: Paper[] } | null> {
  if (!packs[procedure] && !(await script(`${FOLDER}of/${procedure}.js`))) return null;
  const pack = packs[procedure];
  if (!pack) return null;
  const come = await Promise.all(pack.papers.map((slug) => papers[slug] ? true : script(`${FOLDER}${slug}.js`)));
  return come.every(Boolean) ? { pack, papers: pack.papers.map((slug) => papers[slug]!) } : null;
}

/** The parts that all documents share; null if their script does not load. */
export async function sharedParts(): Promise<Record<string, string> | null> {
  if (!shared) await script(`${FOLDER}_parts.js`);
  return shared;
}
