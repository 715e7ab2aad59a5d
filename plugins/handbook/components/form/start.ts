// Every page: where a form or a ranking is, its script is loaded.
import { addScript } from "../../search/page/start";

export function startForms(): void {
  const root = document.querySelector<HTMLElement>('[data-hb="form"], [data-hb="ranking"]');
  if (root) addScript(`${root.dataset.root || ""}assets/forms/page.js`, () => undefined);
}
