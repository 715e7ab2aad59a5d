// A sheet's short code: a hash over the form, its edition and the answers. It is printed with the sheet and kept in its
// file, so that paper and file can be held against each other, and a file changed behind the page's back is noticed.
import "./own"; // must run before the next line
import { sha256 } from "@noble/hashes/sha2.js";
import { type Exact, write } from "./exact";

export interface Answers {
  unit: string | null;
  post: string | null;
  written: string | null;
  parameters: Map<string, Exact>;
  flags: Set<string>;
  sections: Map<string, Exact>;
  parts: Map<string, Exact | null>;
  items: Map<string, Exact | "na">;
}

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O or U: nobody mistakes them when reading from paper
const LENGTH = 8;

function bytes(text: string): Uint8Array {
  const escaped = unescape(encodeURIComponent(text)); // neither engine need know TextEncoder
  return Uint8Array.from(escaped, (sign) => sign.charCodeAt(0));
}

function sorted(group: Map<string, Exact | "na" | null>): Array<[string, string | null]> {
  const told = (value: Exact | "na" | null) => (value === null || value === "na" ? value : write(value));
  return [...group].map(([name, value]): [string, string | null] => [name, told(value)]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

// Twice four signs such as 7K2M-9QXD. Notes have no part in it, and neither has how a number is written: 5.0 is 5.
export function codeOf(form: string, edition: string, sheet: Answers): string {
  const told = [form, edition, sheet.unit, sheet.post, sheet.written, sorted(sheet.parameters), [...sheet.flags].sort()];
  const answers = [sorted(sheet.sections), sorted(sheet.parts), sorted(sheet.items)];
  const hash = sha256(bytes(JSON.stringify([...told, ...answers])));
  let code = "";
  for (let place = 0; place < LENGTH; place++) {
    const bit = place * 5;
    const pair = ((hash[bit >> 3] as number) << 8) | (hash[(bit >> 3) + 1] as number);
    code += SIGNS[(pair >> (11 - (bit & 7))) & 31] ?? "";
  }
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
