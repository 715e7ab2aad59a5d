// Print pages: nothing is taken out, for the paper goes to others as well; what is not for the reader's branch says so at its place.
import { make } from "../../projection/make";
import { Known } from "./known";
import { fill } from "./telling";

function put(element: HTMLElement, text: string): void {
  const note = make(element.tagName === "LI" ? "small.hb-unfit__note" : "p.hb-unfit__note", {}, text);
  const heading = element.querySelector("h2, h3, h4");
  if (heading && element.tagName !== "LI") heading.after(note);
  else if (element.tagName === "LI") element.append(note);
  else element.prepend(note);
}

function parts(known: Known): number {
  const found = Array.from(document.querySelectorAll<HTMLElement>("[data-only]")).filter(({ tagName, dataset }) => tagName !== "A" && dataset.hb !== "fit-echo");
  return found.filter((element) => {
    const condition = known.unmet(element.dataset.only);
    if (condition) put(element, known.sentence(condition, element.dataset.what ?? ""));
    return condition;
  }).length;
}

function wholes(known: Known): number {
  const articles = Array.from(document.querySelectorAll<HTMLElement>("[data-address]"));
  return articles.filter((article) => {
    const condition = known.unmetPage(article.dataset.address ?? "");
    if (condition) (article.querySelector(".hb-print__body") ?? article).prepend(make("p.hb-unfit__note", {}, known.sentence(condition, "", "not_page")));
    return condition;
  }).length;
}

const known = Known.read();
const head = document.querySelector('[data-hb="fit-note"]');
if (known && head) {
  const count = wholes(known) + parts(known);
  head.textContent = `${known.line()}${fill(count ? known.words.noted : known.words.none_noted, { count: String(count) })}`;
  head.removeAttribute("hidden");
}
