// Files to keep: one document, the whole pack, all blank copies.
import { fill } from "./filling";
import { script, sharedParts } from "./load";
import { Paper, Values } from "./shapes";
import type { Word } from "./word";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The library, loaded when it is first needed; null if it is not to be had. */
async function word(): Promise<Word | null> {
  const there = () => (window as unknown as { hbWord?: Word }).hbWord || null;
  return there() || ((await script("assets/paper-word.js")) ? there() : null);
}

export function give(name: string, type: string, content: BlobPart): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = safe(name);
  document.body.appendChild(link).click();
  link.remove();
}

function safe(name: string): string {
  return name.replace(/[\u0000-\u001f\\/:*?"<>|]/g, "_").slice(0, 120);
}

async function document_(paper: Paper, values: Values): Promise<Uint8Array | null> {
  const [made, parts] = [await word(), await sharedParts()];
  if (!made || !parts) return null;
  const filled = fill(paper, values);
  return made.docx({ ...parts, "docProps/core.xml": paper.core, "word/document.xml": filled.body }, filled.tags);
}

/** Hands over one document; false if what makes it is not to be had. */
export async function giveDocument(paper: Paper, values: Values): Promise<boolean> {
  const made = await document_(paper, values);
  if (made) give(`${paper.title}.docx`, DOCX, made as BlobPart);
  return made !== null;
}

/** Hands over all papers as one zip, numbered in the order of the steps, with a warning on top if there is one. */
export async function givePack(name: string, papers: Paper[], of: (paper: Paper) => Values, warning: [string, string] | null): Promise<boolean> {
  const files: Record<string, Uint8Array> = {};
  if (warning) files[`00 ${safe(warning[0])}.txt`] = new TextEncoder().encode(`\ufeff${warning[1].replace(/\n/g, "\r\n")}`);
  for (let place = 0; place < papers.length; place += 1) {
    const paper = papers[place]!;
    const made = await document_(paper, of(paper));
    if (!made) return false;
    files[`${place < 9 ? "0" : ""}${place + 1} ${safe(paper.title)}.docx`] = made;
  }
  const made = await word();
  if (made) give(`${name}.zip`, "application/zip", made.zip(files) as BlobPart);
  return made !== null;
}
