// What runs on pages with a calculator once one is opened.
import { startNames } from "./names";
import { Store, visit } from "./kept";
import { Sheet } from "./sheet";
import { rules } from "./words";

function open(details: HTMLElement, store: Store = visit(details.dataset.slug || "")): void {
  const box = details.querySelector<HTMLElement>('[data-hb="calculator-sheet"]');
  const model = rules.calculators[details.dataset.slug || ""];
  if (box && model && !box.firstChild) new Sheet(details, box, model, store);
}

document.querySelectorAll<HTMLDetailsElement>('details[data-hb="calculator"]').forEach((one) => {
  if (one.open) open(one);
  one.addEventListener("toggle", () => open(one));
});
startNames();

// The desk puts calculators into its tasks and keeps what is typed in the case.
(window as unknown as { hbCalculate: typeof open }).hbCalculate = open;
