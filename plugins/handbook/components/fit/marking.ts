// Links in the navigation and hits of the search: what is not for the reader's branch is marked, with the reason.
import { make } from "../../projection/make";
import { addScript } from "../../search/page/start";
import { isBlank, read } from "../../desk/profile";
import { Known } from "./known";

/** Puts the mark on a link if its page is not for the branch; `address` counts from the site's root. */
type Mark = (link: HTMLElement, address: string) => void;

const marked = (known: Known): Mark => (link, address) => {
  const condition = known.unmetPage(address.replace(/[#?].*$/, ""));
  if (!condition || link.querySelector(".hb-unfit__tag")) return;
  link.append(make("small.hb-unfit__tag", { title: condition.why }, known.words.mark));
};

function markNavigation(root: string, mark: Mark): void {
  const top = new URL(root || ".", location.href).href.replace(/[^/]*$/, "");
  document.querySelectorAll<HTMLAnchorElement>(".hb-nav__entries a").forEach((link) => {
    if (link.href.indexOf(top) === 0) mark(link, link.href.slice(top.length));
  });
}

/** On every page: nothing is loaded for a reader whose branch is not told. */
export function startMarks(): void {
  const form = document.querySelector<HTMLElement>('[data-hb="search"]');
  const profile = form ? read(null) : null;
  if (!form || !profile || isBlank(profile)) return;
  const root = form.dataset.root || "";
  const begin = (): void => {
    const known = Known.read();
    if (!known) return;
    const mark = marked(known);
    (window as unknown as { hbMark: Mark }).hbMark = mark;
    markNavigation(root, mark);
  };
  if (Known.read()) begin();
  else addScript(`${root}assets/conditions.js`, begin);
}
