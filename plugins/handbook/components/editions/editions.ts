// Editions that lie side by side as plain folders: which one this is, and the way to the same page of another.
// Who puts a folder beside others writes their list into each of them (`assets/editions.js`); alone the list is empty.
import { make } from "../../projection/make";
import { addScript } from "../../search/page/start";

interface Edition { folder: string; number: string; date: string }
interface Told { own: string; editions: Edition[] }
declare global {
  interface Window {
    hbEditions?: (told: Told) => void;
    hbAddresses?: (addresses: string[]) => void;
  }
}

export function startEditions(): void {
  const box = document.querySelector<HTMLElement>('[data-hb="editions"]');
  if (!box) return;
  window.hbEditions = (told) => tell(box, told);
  addScript(`${box.dataset.root || ""}assets/editions.js`, () => undefined);
}

function tell(box: HTMLElement, { own, editions }: Told): void {
  const words = JSON.parse(box.dataset.words || "{}") as Record<string, string>;
  const [newest] = editions;
  if (!newest || !editions.some((one) => one.folder === own)) return;
  const say = (key: string, parts: Record<string, string> = {}): string =>
    (words[key] || "").replace(/\{(\w+)\}/g, (_, name: string) => parts[name] || "");
  const named = (one: Edition): string => (one === newest ? say("named_current", { number: one.number }) : one.number);
  const way = (one: Edition, text: string): HTMLElement =>
    make("a", { href: `${box.dataset.root || ""}../${one.folder}/index.html`, "data-edition": one.folder,
      onclick: (event) => go(event as MouseEvent, box, one, say("missing", { number: one.number })) }, text);
  box.append(say("label"), ...editions.map((one) =>
    one.folder === own ? make("b", { "aria-current": "true" }, say("here", { number: named(one) })) : way(one, named(one))));
  box.append(make("span", { role: "status" }));
  box.hidden = false;
  const older = document.querySelector<HTMLElement>('[data-hb="older"]');
  const here = editions.find((one) => one.folder === own) as Edition;
  if (!older || here === newest) return;
  older.append(say("older", { own: here.number, number: newest.number, date: newest.date }), way(newest, say("open")));
  older.hidden = false;
}

// The other edition tells which pages it has; without its list (an edition of long ago) its entry page is opened.
function go(event: MouseEvent, box: HTMLElement, to: Edition, missing: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const folder = `${box.dataset.root || ""}../${to.folder}/`;
  const address = box.dataset.address || "";
  window.hbAddresses = (addresses) => {
    const found = addresses.indexOf(address) >= 0;
    window.location.href = found ? folder + address + window.location.search + window.location.hash : `${folder}index.html`;
  };
  addScript(`${folder}assets/addresses.js`, (loaded) => {
    if (!loaded) (box.querySelector('[role="status"]') as HTMLElement).textContent = missing;
  });
}
