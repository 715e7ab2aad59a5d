// Loaded when a search box is first used: the engine, what it knows, and life for the boxes.
import { Box } from "./box";
import { load, type Loaded } from "./load";
import { Results } from "./results";
import { fail } from "./start";

const forms = [...document.querySelectorAll<HTMLElement>('[data-hb="search"]')];
const boxes = forms.map((form) => new Box(form));
const page = document.querySelector<HTMLElement>('[data-hb="search-page"]');
const own = boxes.find((box) => page && page.contains(box.form));
const results = page && own ? new Results(page, own) : null;

function open(loaded: Loaded): void {
  for (const box of boxes) box.open(loaded);
  if (results) results.open(loaded);
}

const root = (forms[0] && forms[0].dataset.root) || "";
load(
  `${root}assets/search/`,
  open,
  () => {
    for (const form of forms) if (form.contains(document.activeElement) || (page && page.contains(form))) fail(form);
  },
  () => {
    for (const box of boxes) if (document.activeElement === box.input) box.ask();
    if (results) results.show();
  },
);
