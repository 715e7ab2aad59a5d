// Text becomes units: a Chinese character, a Latin word, a number. Written forms that mean the same become the same unit.
import type { Speech } from "./shapes";

export interface Units {
  all: string[];
  from: number[]; // where each unit begins in the text it was made of
  to: number[];
}

const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/;
export function isHan(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return code >= 0x3400 && (code <= 0x9fff || (code >= 0xf900 && code <= 0xfaff));
}
const begins = (unit: string, first: number, last: number): boolean => unit.charCodeAt(0) >= first && unit.charCodeAt(0) <= last;
export const isLatin = (unit: string): boolean => begins(unit, 97, 122);
export const isNumber = (unit: string): boolean => begins(unit, 48, 57);
const isAscii = (letter: string): boolean => begins(letter, 32, 126);

const divisor = (a: number, b: number): number => (b ? divisor(b, a % b) : a);
function fraction(part: number, whole: number): string {
  const common = divisor(part, whole) || 1;
  return whole ? `${part / common}/${whole / common}` : `${part}`;
}

export class Reader {
  private plain = new Map<string, string>();
  private digit = new Map<string, number>();
  private scale = new Map<string, number>();

  constructor(private speech: Speech) {
    const [old, now] = speech.traditional;
    for (let at = 0; at < old.length; at++) this.plain.set(old.charAt(at), now.charAt(at));
    for (let at = 0; at < speech.digits.length; at++) this.digit.set(speech.digits.charAt(at), at);
    this.digit.set(speech.two, 2);
    for (let at = 0; at < speech.tens.length; at++) this.scale.set(speech.tens.charAt(at), 10 ** (at + 1));
  }

  // The Chinese digit a number of one digit is read as.
  spoken(unit: string): string {
    return unit.length === 1 ? this.speech.digits.charAt(Number(unit)) : "";
  }

  read(text: string): Units {
    const letters: string[] = [];
    const from: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const shown = text.charAt(at);
      const usual = isHan(shown) || isAscii(shown);
      if (!usual && UNSEEN.test(shown)) continue;
      if (usual || shown < "\u0080") {
        letters.push(this.plain.get(shown) || shown.toLowerCase());
        from.push(at);
        continue;
      }
      for (const letter of shown.normalize("NFKC").toLowerCase()) {
        letters.push(this.plain.get(letter) || letter);
        from.push(at);
      }
    }
    return this.cut(letters, from);
  }

  private cut(letters: string[], from: number[]): Units {
    const units: Units = { all: [], from: [], to: [] };
    const put = (unit: string, start: number, end: number): void => {
      units.all.push(unit);
      units.from.push(from[start] as number);
      units.to.push((from[end - 1] as number) + 1);
    };
    for (let at = 0; at < letters.length; ) {
      const [number, end] = this.number(letters, at);
      const stop = end > at ? end : this.word(letters, at);
      if (end > at) put(number, at, end);
      else if (stop > at) put(letters.slice(at, stop).join(""), at, stop);
      else if (isHan(letters[at] as string)) put(letters[at] as string, at, at + 1);
      at = Math.max(stop, at + 1);
    }
    return units;
  }

  private word(letters: string[], start: number): number {
    let end = start;
    while (end < letters.length && isLatin(letters[end] as string)) end++;
    return end;
  }

  // A number that starts here, as a unit, and where it ends; the same place if there is none.
  private number(letters: string[], start: number): [string, number] {
    const first = letters[start] as string;
    if (!this.digit.has(first) && !this.scale.has(first) && !isNumber(first) && !this.speech.percent.startsWith(first)) return ["", start];
    const text = letters.slice(start, start + 24).join("");
    const percent = this.speech.percent;
    if (text.startsWith(percent)) {
      const [value, end] = this.count(letters, start + percent.length);
      if (end > start + percent.length) return [fraction(value, 100), end];
    }
    const [value, end] = this.count(letters, start);
    if (end === start) return ["", start];
    if (letters[end] === "%") return [fraction(value, 100), end + 1];
    const parts = letters.slice(end, end + this.speech.of.length).join("") === this.speech.of;
    const next = parts ? end + this.speech.of.length : letters[end] === "/" ? end + 1 : end;
    const [other, stop] = next > end ? this.count(letters, next) : [0, end];
    if (stop > next) return [parts ? fraction(other, value) : fraction(value, other), stop];
    return [String(value), end];
  }

  private count(letters: string[], start: number): [number, number] {
    let end = start;
    while (end < letters.length && end < start + 12 && isNumber(letters[end] as string)) end++;
    if (end > start) return [Number(letters.slice(start, end).join("")), end];
    let total = 0;
    let digits = "";
    for (; end < letters.length && end < start + 8; end++) {
      const letter = letters[end] as string;
      const scale = this.scale.get(letter);
      const digit = this.digit.get(letter);
      if (scale) {
        if (scale === 100 && end === start) return [0, start];
        total += (digits ? Number(digits) : 1) * scale;
        digits = "";
      } else if (digit !== undefined) digits += String(digit);
      else break;
    }
    return [total + Number(digits || "0"), end];
  }
}
