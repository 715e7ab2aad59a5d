// Paste names, have them sorted by strokes, fill in what the table lacks, and take the list. The table is loaded with the first sorting.
import { Counter, Ranked, TYPED, namesIn, sorted, undecided } from "../../desk/votes/strokes";
import { make } from "../../projection/make";
import { addScript } from "../../search/page/start";
import { put, words } from "./words";

const said = words.names as unknown as Record<string, string>;

const loaded = (): Counter | undefined => (window as unknown as { hbStrokes?: Counter }).hbStrokes;

class Names {
  private readonly own = new Map<string, number>(); // what the reader filled in, by character
  private readonly text = make<HTMLTextAreaElement>("textarea", { id: "names-text", "data-hb": "names-text", spellcheck: "false", maxlength: "10000" });
  private readonly status = make("p", { role: "status", "data-hb": "names-said" });
  private readonly table = make("table", { "data-hb": "names-table" });
  private readonly list = make<HTMLTextAreaElement>("textarea", { id: "names-list", "data-hb": "names-list", readonly: "" });
  private readonly result: HTMLElement;
  private rows: Ranked[] = [];

  constructor(private readonly box: HTMLElement) {
    const sort = make("button", { type: "button", "data-hb": "names-sort", onclick: () => this.sort() }, said.sort);
    const choose = make("button", { type: "button", onclick: () => { this.list.focus(); this.list.select(); } }, said.copy);
    this.result = make("div", { hidden: "" }, this.table, make("label", { for: "names-list" }, said.result), this.list, choose);
    box.append(make("label", { for: "names-text" }, said.label), this.text, sort, this.status, this.result, make("p", {}, said.about));
  }

  private readonly count: Counter = (character) => {
    const [known, typed] = [(loaded() || (() => null))(character), this.own.get(character)];
    return typed && (!known || known.count !== typed) ? { count: typed, kinds: TYPED } : known;
  };

  private sort(): void {
    if (loaded()) this.rank(namesIn(this.text.value));
    else addScript(`${this.box.dataset.root || ""}assets/stroke-order.js`, () => this.rank(namesIn(this.text.value)));
  }

  private rank(names: string[]): void {
    this.rows = sorted(names, this.count);
    this.show((loaded() ? "" : said.unavailable as string) + put(said.count as string, { count: names.length }));
  }

  private show(first: string): void {
    const unknown = this.rows.filter((row) => row.strokes === null).map((row) => row.name);
    const ties = new Set(this.rows.filter((row) => row.tied && row.strokes).map((row) => row.strokes?.count)).size;
    const more = [unknown.length ? put(said.unknown as string, { names: unknown.join(words.comma) }) : "", ties ? put(said.ties as string, { groups: ties }) : ""];
    this.status.textContent = [first, ...more].filter(Boolean).join("");
    const head = make("tr", {}, ...words.names.columns.map((one) => make("th", { scope: "col" }, one)));
    this.table.textContent = "";
    this.table.append(make("thead", {}, head), make("tbody", {}, ...this.rows.map((row, place) => this.line(row, place))));
    this.list.value = this.rows.map((row) => row.name).join("\n");
    this.result.hidden = !this.rows.length;
  }

  private line(row: Ranked, place: number): HTMLElement {
    const strokes = make<HTMLInputElement>("input", {
      type: "text", inputmode: "numeric", value: row.strokes ? String(row.strokes.count) : "",
      "aria-label": put(said.strokes as string, { name: row.name }), onchange: () => this.mend(row, strokes.value),
    });
    const above = this.rows[place - 1];
    const movable = above && above.surname !== row.surname && undecided(above.strokes, row.strokes);
    const up = movable ? make("button", { type: "button", "aria-label": put(said.up_label as string, { name: row.name }), onclick: () => this.lift(place) }, said.up) : null;
    const mark = row.tied ? make("small", {}, said.same) : null;
    return make(row.tied ? "tr.hb-names__tied" : "tr", {}, make("td", {}, String(place + 1)), make("td", {}, row.name), make("td", {}, row.surname), make("td", {}, strokes, mark), make("td", {}, up));
  }

  private mend(row: Ranked, typed: string): void {
    const strokes = Number(typed.normalize("NFKC").trim());
    if (!Number.isInteger(strokes) || strokes < 1 || strokes > 60) {
      this.status.textContent = put(said.bad as string, { name: row.surname });
      return;
    }
    this.own.set(row.surname, strokes);
    this.rank(this.rows.map((one) => one.name));
  }

  // A surname moves with all its names, before the one above it.
  private lift(place: number): void {
    const [moved, above] = [this.rows[place] as Ranked, this.rows[place - 1] as Ranked];
    const start = this.rows.findIndex((row) => row.surname === above.surname);
    const own = this.rows.filter((row) => row.surname === moved.surname);
    const others = this.rows.filter((row) => row.surname !== moved.surname);
    this.rows = [...others.slice(0, start), ...own, ...others.slice(start)];
    this.show("");
    const button = this.table.querySelectorAll("tbody tr")[start + own.length]?.querySelector("button");
    if (button) button.focus();
  }
}

export function startNames(): void {
  const box = document.querySelector<HTMLElement>('[data-hb="names"]');
  if (box && !box.firstChild) new Names(box);
}
