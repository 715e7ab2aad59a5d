// Reads JSON strictly and remembers where everything stands, so that a problem can be shown at its line and column.
// Numbers stay as they are written: 0.1 is one tenth, and 1e309 is refused where it is used, not turned into infinity.

export interface Place {
  line: number;
  column: number;
}

export type Node =
  | { kind: "object"; at: number; members: Map<string, Node>; keys: Map<string, number>; repeated: Array<[string, number]> }
  | { kind: "list"; at: number; items: Node[] }
  | { kind: "text"; at: number; text: string }
  | { kind: "number"; at: number; numeral: string }
  | { kind: "word"; at: number; word: "true" | "false" | "null" };

export class NotJson extends Error {
  constructor(readonly at: number) {
    super("not JSON");
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const DEEPEST = 30;

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Node {
    const node = this.value(0);
    this.space();
    if (this.at < this.text.length) throw new NotJson(this.at);
    return node;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.at = pattern.lastIndex;
    return match[0];
  }

  private space(): void {
    this.take(SPACE);
  }

  private sign(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private need(character: string): void {
    if (!this.sign(character)) throw new NotJson(this.at);
  }

  private value(depth: number): Node {
    this.space();
    const at = this.at;
    if (depth > DEEPEST) throw new NotJson(at);
    const first = this.text[at];
    if (first === "{") return this.object(at, depth);
    if (first === "[") return this.list(at, depth);
    if (first === '"') return { kind: "text", at, text: this.string() };
    const word = this.take(WORD);
    if (word) return { kind: "word", at, word: word as "true" | "false" | "null" };
    const numeral = this.take(NUMBER);
    if (numeral === null || numeral === "") throw new NotJson(at);
    return { kind: "number", at, numeral };
  }

  private string(): string {
    this.space();
    const written = this.take(STRING);
    if (written === null) throw new NotJson(this.at);
    return JSON.parse(written) as string;
  }

  private object(at: number, depth: number): Node {
    const node: Node = { kind: "object", at, members: new Map(), keys: new Map(), repeated: [] };
    this.need("{");
    if (this.sign("}")) return node;
    do {
      this.space();
      const place = this.at;
      const key = this.string();
      this.need(":");
      if (node.members.has(key)) node.repeated.push([key, place]);
      node.members.set(key, this.value(depth + 1));
      node.keys.set(key, place);
    } while (this.sign(","));
    this.need("}");
    return node;
  }

  private list(at: number, depth: number): Node {
    const node: Node = { kind: "list", at, items: [] };
    this.need("[");
    if (this.sign("]")) return node;
    do node.items.push(this.value(depth + 1));
    while (this.sign(","));
    this.need("]");
    return node;
  }
}

// Throws NotJson with the place of the first thing that is not JSON.
export function readJson(text: string): Node {
  return new Reader(text).document();
}

// The line and column, both from 1, of a character.
export function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before[before.length - 1] as string).length + 1 };
}
