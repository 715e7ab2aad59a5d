// What the desk's page runs. What stands in its place without scripts, or where they cannot be read, goes.
import { DeskPage } from "./page";

const root = document.querySelector<HTMLElement>('[data-hb="desk"]');
if (root) {
  const unscripted = document.querySelector<HTMLElement>('[data-hb="unscripted"]');
  if (unscripted) unscripted.remove();
  new DeskPage(root);
}
