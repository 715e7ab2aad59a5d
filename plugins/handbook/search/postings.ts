// In which lines each key stands, and how much it tells.

const NONE: number[] = [];
const LEAST = 0.15; // what a key tells that everybody says

export class Postings {
  readonly families: number[] = []; // line → its family
  readonly worths: number[] = []; // line → what a match in its field is worth
  private readonly lines: number[][] = []; // key → lines, in their order
  private readonly tellers: number[] = []; // key → how many families have it
  private readonly last: number[] = []; // key → the family that had it last
  private readonly weights: number[] = []; // key → how much it tells, as far as asked
  private count = 0; // families

  // Take in a line with the keys of its units. The lines of a family follow each other.
  add(keys: number[][], line: number, family: number, worth: number): void {
    if (this.families[line - 1] !== family) this.count++;
    this.families.push(family);
    this.worths.push(worth);
    this.weights.length = 0;
    for (const list of keys) for (const key of list) this.put(key, line, family);
  }

  private put(key: number, line: number, family: number): void {
    const list = this.lines[key];
    if (!list) this.lines[key] = [line];
    else if (list[list.length - 1] !== line) list.push(line);
    if (this.last[key] === family) return;
    this.last[key] = family;
    this.tellers[key] = (this.tellers[key] || 0) + 1;
  }

  of(key: number): number[] {
    return this.lines[key] || NONE;
  }

  // How much a key tells: one that few families have tells much; between 0.15 and 1.
  weight(key: number): number {
    let known = this.weights[key];
    if (known === undefined) {
      const all = this.count + 1;
      known = Math.max(LEAST, Math.log(all / ((this.tellers[key] || 0) + 0.5)) / Math.log(all / 0.5));
      this.weights[key] = known;
    }
    return known;
  }
}
