// Word documents and packs, made in the page. Loaded only when the first one is asked for: see packing.ts.
import "../../scoring/own";
import { TemplateHandler } from "easy-template-x";
import { strToU8, zipSync } from "fflate";

export interface Word {
  /** Fills in a template given by its parts; gives the .docx. */
  docx(parts: Record<string, string>, tags: Record<string, string>): Promise<Uint8Array>;
  /** Packs files; names that are not plain ASCII carry the mark by which Windows reads them as UTF-8. */
  zip(files: Record<string, Uint8Array>): Uint8Array;
}

const handler = new TemplateHandler({ delimiters: { tagStart: "{{", tagEnd: "}}" } });

async function docx(parts: Record<string, string>, tags: Record<string, string>): Promise<Uint8Array> {
  const template = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const filled = await handler.process(template.buffer as ArrayBuffer, tags);
  return new Uint8Array(filled);
}

(window as unknown as { hbWord: Word }).hbWord = { docx, zip: (files) => zipSync(files, { level: 6 }) };
