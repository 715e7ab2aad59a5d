// A picture that is higher than the wall goes by in views: each as wide as the wall, none begins or ends in the
// middle of a word, and a table's column heads stand above each of its views.
import { make } from "./words";

/** How high a view is, as a share of its width; a picture only this much higher is still one view. */
const HIGH = 0.567;
const STRETCH = 1.25;
/** No view is narrower than this, in units of the picture: its smallest words, 13 units, are then 24 px. */
const NARROWEST = 515;
/** Of a table; any other picture is a web of lines, of which smaller views show too little. */
const MOST = 8;
const MOST_OF_A_WEB = 4;
/** How far a line of words reaches above and below the line it stands on, in units of the picture. */
const ABOVE = 18;
const BELOW = 7;

interface Span { from: number; to: number }

/** The views of a picture in order, each named `title`. */
export function views(picture: SVGSVGElement, title: string): HTMLElement[] {
  const [, , width = 0, height = 0] = (picture.getAttribute("viewBox") || "").split(" ").map(Number);
  const high = Math.max(width, NARROWEST) * HIGH;
  const words = wordsOf(picture);
  const strips = gaps(words);
  const head = words.some(isHead) ? strips[0] || 0 : 0;
  const found = height <= high * STRETCH ? [{ from: 0, to: height }] : cutAt(strips, head, height, high);
  const shown = Math.max(...found.map((one) => one.to - Math.max(one.from, head))) + head;
  return found.map((one, n) => view(picture, title, one, n ? head : 0, `${width} ${(found.length > 1 ? shown : height).toFixed(1)}`));
}

const isHead = (node: SVGElement): boolean => node.classList.contains("hb-node-column");

// The boxes with their words, and the words beside the lines between them.
function wordsOf(picture: SVGSVGElement): SVGElement[] {
  const boxes = Array.from(picture.querySelectorAll<SVGElement>(".hb-node")).filter((node) => node.querySelector("text"));
  return [...boxes, ...Array.from(picture.querySelectorAll("text")).filter((text) => !text.closest(".hb-node"))];
}

function spanOf(words: Element): Span {
  const lines = words.tagName === "text" ? [words] : Array.from(words.querySelectorAll("text"));
  const ys = lines.map((line) => Number(line.getAttribute("y")));
  return { from: Math.min(...ys) - ABOVE, to: Math.max(...ys) + BELOW };
}

// Where a line from side to side crosses no words: the middle of each such strip.
function gaps(words: SVGElement[]): number[] {
  const spans = words.map(spanOf).sort((a, b) => a.from - b.from);
  const found: number[] = [];
  spans.reduce((to, span) => {
    if (to < span.from) found.push((to + span.from) / 2);
    return Math.max(to, span.to);
  }, spans.length ? spans[0]!.to : 0);
  return found;
}

// As few views as the height asks for, as even as the gaps allow.
function cutAt(at: number[], head: number, height: number, high: number): Span[] {
  const count = Math.min(head ? MOST : MOST_OF_A_WEB, Math.ceil((height - head) / (high - head)));
  for (let room = (height - head) / count; room < height; room *= 1.04) {
    const found = fill(at, head, height, room);
    if (found.length <= count) return found;
  }
  return [{ from: 0, to: height }];
}

function fill(at: number[], head: number, height: number, room: number): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < height;) {
    const begin = Math.max(from, head);
    const after = at.filter((gap) => gap > begin);
    const fits = height - begin <= room ? height : after.filter((gap) => gap - begin <= room).pop();
    const to = fits || after[0] || height;
    found.push({ from, to });
    from = to;
  }
  return found;
}

// What lies outside the view is taken out of it, so that nothing of it looks in at the edge.
function view(picture: SVGSVGElement, title: string, span: Span, head: number, size: string): HTMLElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const top = Math.max(0, span.from - head);
  copy.querySelectorAll("title, desc").forEach((one) => one.remove());
  wordsOf(copy).forEach((node) => {
    const own = spanOf(node);
    if (head && isHead(node)) node.setAttribute("transform", `translate(0 ${top.toFixed(1)})`);
    else if (own.to < span.from || own.from > span.to) node.remove();
  });
  copy.removeAttribute("aria-labelledby");
  copy.setAttribute("role", "img");
  copy.setAttribute("aria-label", title);
  copy.setAttribute("viewBox", `0 ${top.toFixed(1)} ${size}`);
  const made = make("div.hb-view");
  made.append(copy);
  return made;
}
