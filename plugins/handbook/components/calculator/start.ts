// Every page: where a calculator is opened, its script is loaded; an address that names one opens it.
import { addScript } from "../../search/page/start";

let asked = false;

function load(root: string): void {
  if (asked) return;
  asked = true;
  addScript(`${root}assets/votes-rules.js`, (ruled) => ruled && addScript(`${root}assets/votes.js`, () => undefined));
}

function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement && named.dataset.hb === "calculator" && !named.open) {
    named.open = true;
    named.scrollIntoView();
  }
}

export function startCalculators(): void {
  const found = Array.from(document.querySelectorAll<HTMLElement>('[data-hb="calculator"], [data-hb="names"]'));
  found.forEach((one) => {
    const root = one.dataset.root || "";
    if (!(one instanceof HTMLDetailsElement) || one.open) load(root);
    else one.addEventListener("toggle", () => one.open && !("printing" in one.dataset) && load(root));
  });
  if (!found.length) return;
  addEventListener("hashchange", openNamed);
  openNamed();
}
