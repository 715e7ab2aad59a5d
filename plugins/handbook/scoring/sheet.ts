// Reads an answers file: a sheet if all of it is in order, and otherwise every problem with its place.
import { codeOf } from "./code";
import { type Exact, add, compare, exact, isWhole, read, write, zero } from "./exact";
import { type Form, type Item, type Limit, type Parameter, type Section, has } from "./form";
import { type Node, NotJson, readJson } from "./json";
import { type Period, readPeriod } from "./period";

export interface Problem {
  code: string;
  path: string;
  at: number; // which character of the file
  parts: Record<string, string>;
}

export interface Sheet {
  unit: string | null;
  post: string | null;
  period: Period | null;
  written: string | null; // the period as written
  items: Map<string, Exact | "na">;
  sections: Map<string, Exact>;
  parts: Map<string, Exact | null>; // of a year
  parameters: Map<string, Exact>;
  flags: Set<string>;
  notes: Map<string, string>;
}

type Members = Extract<Node, { kind: "object" }>;

const KNOWN = new Set([
  "form", "edition", "code", "unit", "post", "period", "items", "sections", "parameters", "flags", "notes",
]);
const LONGEST = 1_000_000;
const PLACES = 20; // a program that counts in binary writes up to 17
const HUNDRED = exact(100);
const MILLION = exact(1_000_000);

export function limit(value: Limit | null, parameters: Map<string, Exact>): Exact | null {
  if (value === null) return null;
  if (typeof value === "number") return exact(value);
  const given = parameters.get(value) ?? zero;
  return compare(given, zero) === 0 ? null : given;
}

export class SheetReader {
  readonly problems: Problem[] = [];
  private readonly sheet: Sheet;

  constructor(private readonly form: Form) {
    const defaults = Object.entries(form.parameters).map(([name, one]) => [name, exact(one.default)] as const);
    this.sheet = {
      unit: null, post: null, period: null, written: null, items: new Map(), sections: new Map(), parts: new Map(),
      parameters: new Map(defaults), flags: new Set(), notes: new Map(),
    };
  }

  read(text: string): Sheet {
    const top = this.top(text);
    if (top) this.members(top);
    if (top) this.code(top);
    this.problems.sort((a, b) => a.at - b.at);
    return this.sheet;
  }

  private top(text: string): Members | null {
    if (text.length > LONGEST) return this.fault("too-large", "", 0);
    try {
      const node = readJson(text.replace(/^\uFEFF/, " "));
      return node.kind === "object" ? node : this.fault("not-a-sheet", "", node.at);
    } catch (error) {
      if (error instanceof NotJson) return this.fault("not-json", "", error.at);
      throw error;
    }
  }

  private fault(code: string, path: string, at: number, parts: Record<string, string> = {}): null {
    this.problems.push({ code, path, at, parts });
    return null;
  }

  private members(top: Members): void {
    for (const [key, at] of top.repeated) this.fault("repeated", key, at, { name: key });
    for (const [key, at] of top.keys) if (!KNOWN.has(key)) this.fault("key-unknown", key, at, { name: key });
    if (!this.identity(top)) return;
    this.group(top, "parameters", (name, node, at) => this.parameter(name, node, at));
    this.sums(top);
    this.largest(top);
    this.group(top, "sections", (name, node, at) => this.section(name, node, at));
    this.group(top, "items", (name, node, at) => this.item(name, node, at));
    this.group(top, "notes", (name, node) => this.note(name, node));
    this.flags(top.members.get("flags"));
    this.twice(top);
  }

  // Whether the sheet is this form's at all: of another form's nothing more can be said.
  private identity(top: Members): boolean {
    const { form, sheet } = this;
    const given = this.text(top, "form");
    if (given !== form.id) {
      const at = (top.members.get("form") ?? top).at;
      this.fault(given === null ? "form-missing" : "form-other", "form", at, { name: given ?? "", form: form.id });
    }
    if (given !== null && given !== form.id) return false;
    const edition = this.text(top, "edition");
    if (edition !== null && edition !== form.edition) {
      this.fault("edition-other", "edition", (top.members.get("edition") as Node).at, { given: edition, edition: form.edition });
    }
    sheet.unit = this.text(top, "unit");
    sheet.post = this.text(top, "post");
    sheet.written = this.text(top, "period");
    if (sheet.post !== null && Object.keys(form.posts).length && !has(form.posts, sheet.post)) {
      const known = Object.keys(form.posts).join("、");
      this.fault("post-unknown", "post", (top.members.get("post") as Node).at, { name: sheet.post, known });
    }
    if (sheet.written !== null) {
      sheet.period = readPeriod(sheet.written);
      if (!sheet.period) this.fault("period", "period", (top.members.get("period") as Node).at, { given: sheet.written });
    }
    return true;
  }

  // A file's code must be that of its answers; with anything else wrong there is none to hold it against.
  private code(top: Members): void {
    const given = this.text(top, "code");
    if (!given || this.problems.length) return;
    const code = codeOf(this.form.id, this.form.edition, this.sheet);
    if (given !== code) this.fault("code-other", "code", (top.members.get("code") as Node).at, { given, code });
  }

  private text(top: Members, key: string): string | null {
    const node = top.members.get(key);
    if (!node || (node.kind === "word" && node.word === "null")) return null;
    if (node.kind === "text" && node.text.length <= 200) return node.text;
    return this.fault("not-text", key, node.at, { name: key });
  }

  private group(top: Members, key: string, use: (name: string, node: Node, at: number) => void): void {
    const group = top.members.get(key);
    if (!group) return;
    if (group.kind !== "object") return void this.fault("not-a-group", key, group.at, { name: key });
    for (const [name, at] of group.repeated) this.fault("repeated", `${key}.${name}`, at, { name });
    for (const [name, node] of group.members) use(name, node, group.keys.get(name) as number);
  }

  private number(node: Node, path: string): Exact | null {
    const given = node.kind === "number" ? read(node.numeral) : null;
    if (!given) return this.fault("not-a-number", path, node.at);
    if (given.d.toString().length - 1 > PLACES) return this.fault("too-fine", path, node.at, { places: String(PLACES) });
    if (compare(given, MILLION) > 0 || compare(exact(-1_000_000), given) > 0) {
      return this.fault("out-of-range", path, node.at, { given: (node as { numeral: string }).numeral, range: "-1000000～1000000" });
    }
    return given;
  }

  private within(given: Exact | null, low: Exact | null, high: Exact | null, path: string, at: number): boolean {
    if (!given) return false;
    if ((!low || compare(given, low) >= 0) && (!high || compare(given, high) <= 0)) return true;
    const range = low && high ? `${write(low)}～${write(high)}` : low ? `≥ ${write(low)}` : `≤ ${write(high as Exact)}`;
    this.fault("out-of-range", path, at, { given: write(given), range });
    return false;
  }

  private parameter(name: string, node: Node, at: number): void {
    const path = `parameters.${name}`;
    const known: Parameter | undefined = has(this.form.parameters, name) ? this.form.parameters[name] : undefined;
    if (!known) return void this.fault("parameter-unknown", path, at, { name });
    const given = this.number(node, path);
    const low = known.minimum === null ? null : exact(known.minimum);
    const high = known.maximum === null ? null : exact(known.maximum);
    if (!this.within(given, low, high, path, node.at)) return;
    if (!known.choices.length || known.choices.some((one) => compare(exact(one), given as Exact) === 0)) {
      return void this.sheet.parameters.set(name, given as Exact);
    }
    this.fault("not-a-step", path, node.at, { given: write(given as Exact), known: known.choices.join("、") });
  }

  private sums(top: Members): void {
    for (const { parameters, equals } of this.form.sums) {
      const sum = parameters.map((name) => this.sheet.parameters.get(name) ?? zero).reduce(add);
      const at = (top.members.get("parameters") ?? top).at;
      if (compare(sum, exact(equals))) {
        this.fault("sum", "parameters", at, { names: parameters.join("、"), given: write(sum), equals: write(exact(equals)) });
      }
    }
  }

  private largest(top: Members): void {
    const given = (name: string) => this.sheet.parameters.get(name) ?? zero;
    const label = (name: string) => (has(this.form.parameters, name) ? (this.form.parameters[name] as Parameter).label : name);
    for (const { parameter, than } of this.form.largest) {
      const other = than.find((name) => compare(given(parameter), given(name)) <= 0);
      if (other === undefined) continue;
      const parts = { name: label(parameter), given: write(given(parameter)), other: label(other), bound: write(given(other)) };
      this.fault("not-largest", "parameters", (top.members.get("parameters") ?? top).at, parts);
    }
  }

  private section(name: string, node: Node, at: number): void {
    const path = `sections.${name}`;
    const { form, sheet } = this;
    if (form.year && has(form.year.parts, name)) return this.part(name, node, path);
    const known: Section | undefined = has(form.sections, name) ? form.sections[name] : undefined;
    if (!known) return void this.fault("section-unknown", path, at, { name });
    const given = this.number(node, path);
    const high = known.over === "cap" ? null : limit(known.maximum, sheet.parameters);
    if (this.within(given, exact(known.floor), high, path, node.at)) sheet.sections.set(name, given as Exact);
  }

  private part(name: string, node: Node, path: string): void {
    if (node.kind === "word" && node.word === "null") return void this.sheet.parts.set(name, null);
    const given = this.number(node, path);
    const high = exact((this.form.year as { maximum: number }).maximum);
    if (this.within(given, zero, high, path, node.at)) this.sheet.parts.set(name, given);
  }

  private item(name: string, node: Node, at: number): void {
    const path = `items.${name}`;
    const home = Object.values(this.form.sections).find((section) => has(section.items, name));
    if (!home) return void this.fault("item-unknown", path, at, { name });
    const known = home.items[name] as Item;
    if (node.kind === "text" && node.text === "na") {
      if (known.not_applicable === "not-allowed") return void this.fault("na-not-allowed", path, node.at, { name });
      return void this.sheet.items.set(name, "na");
    }
    const given = this.number(node, path);
    if (given && this.fits(known, given, path, node.at)) this.sheet.items.set(name, given);
  }

  private fits(item: Item, given: Exact, path: string, at: number): boolean {
    const high = limit(item.maximum, this.sheet.parameters);
    if (item.kind === "range") return this.within(given, exact(item.minimum), high, path, at);
    if (item.kind === "deduct") return this.within(given, zero, high, path, at);
    if (item.kind === "threshold") return this.within(given, zero, null, path, at);
    if (item.kind === "rate") return this.within(given, zero, HUNDRED, path, at);
    const choices = item.kind === "steps" ? item.options.map((one) => one.points) : [0, 1];
    if (item.kind === "per-occurrence") {
      if (isWhole(given)) return this.within(given, zero, null, path, at);
      this.fault("not-whole", path, at, { given: write(given) });
      return false;
    }
    if (choices.some((points) => compare(exact(points), given) === 0)) return true;
    this.fault("not-a-step", path, at, { given: write(given), known: choices.join("、") });
    return false;
  }

  private note(name: string, node: Node): void {
    if (node.kind === "text" && node.text.length <= 2000) this.sheet.notes.set(name, node.text);
    else this.fault("not-text", `notes.${name}`, node.at, { name });
  }

  private flags(node: Node | undefined): void {
    if (!node) return;
    if (node.kind !== "list") return void this.fault("not-a-list", "flags", node.at, { name: "flags" });
    node.items.forEach((one, index) => {
      const path = `flags.${index}`;
      if (one.kind !== "text") return void this.fault("not-text", path, one.at, { name: "flags" });
      if (!has(this.form.flags, one.text)) return void this.fault("flag-unknown", path, one.at, { name: one.text });
      this.sheet.flags.add(one.text);
    });
  }

  // A section is given by its items or as a subtotal; a year by its parts or a period by its sections.
  private twice(top: Members): void {
    const { sheet } = this;
    const place = (key: string, name: string): number => {
      const group = top.members.get(key) as Members;
      return group.keys.get(name) ?? group.at;
    };
    const given = (key: string): string[] => {
      const group = top.members.get(key);
      return group && group.kind === "object" ? [...group.members.keys()] : [];
    };
    const items = new Set(given("items"));
    for (const name of given("sections")) {
      const home = has(this.form.sections, name) ? this.form.sections[name] : undefined;
      const both = home && Object.keys(home.items).some((item) => items.has(item));
      if (both) this.fault("both", `sections.${name}`, place("sections", name), { name });
      if (home?.counts && sheet.parts.size) this.fault("year-and-period", `sections.${name}`, place("sections", name), { name });
    }
    for (const section of sheet.parts.size ? Object.values(this.form.sections) : []) {
      const twice = section.counts ? Object.keys(section.items).filter((item) => items.has(item)) : [];
      for (const name of twice) this.fault("year-and-period", `items.${name}`, place("items", name), { name });
    }
    if (sheet.parts.size && [...sheet.parts.values()].every((part) => part === null)) {
      this.fault("year-empty", "sections", (top.members.get("sections") as Node).at);
    }
  }
}
