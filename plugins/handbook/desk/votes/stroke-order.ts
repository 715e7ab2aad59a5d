// The strokes of some 6900 characters in the order in which they are written, from cnchar-order. Loaded only when names are sorted.
// Only its table is used: cnchar itself, which it is made for, writes into String.prototype.
import order from "cnchar-order";
import type { Counter } from "./strokes";

const orders = (order.dict as { orders: Record<string, string> }).orders;

// The table's letters of the straight kinds: 横 j 提 i are 1, 竖 f 竖钩 g are 2, 撇 s is 3, 点 k and d 捺 l are 4. All that turns is 5.
const STRAIGHT: Record<string, string> = { j: "1", i: "1", f: "2", g: "2", s: "3", k: "4", d: "4", l: "4" };

/** The strokes of a character as they are counted today; null if the table does not have it. */
const strokes: Counter = (character) => {
  const letters = orders[character];
  return letters ? { count: letters.length, kinds: letters.replace(/./g, (letter) => STRAIGHT[letter] || "5") } : null;
};

(window as unknown as { hbStrokes: Counter }).hbStrokes = strokes;
