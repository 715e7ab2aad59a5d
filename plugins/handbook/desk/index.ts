// What the desk's page runs.
import { DeskPage } from "./page";

const root = document.querySelector<HTMLElement>('[data-hb="desk"]');
if (root) new DeskPage(root);
