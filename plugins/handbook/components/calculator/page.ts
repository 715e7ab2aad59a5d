// What runs on pages with a calculator once one is opened.
import { startNames } from "./names";
import { Sheet } from "./sheet";
import { rules } from "./words";

function open(details: HTMLElement): void {
  const box = details.querySelector<HTMLElement>('[data-hb="calculator-sheet"]');
  const model = rules.calculators[details.dataset.slug || ""];
  if (box && model && !box.firstChild) new Sheet(details, box, model);
}

document.querySelectorAll<HTMLDetailsElement>('details[data-hb="calculator"]').forEach((one) => {
  if (one.open) open(one);
  one.addEventListener("toggle", () => open(one));
});
startNames();
