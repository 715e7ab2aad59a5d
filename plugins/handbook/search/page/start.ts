// What every page runs of the search: nothing is loaded until a box is first used.

const SEARCH = '[data-hb="search"]';
export const FAILED = "hb-search--failed";
let asked = false;

// Say that the search's files could not be loaded, and where all entries stand instead.
export function fail(form: HTMLElement): void {
  const panel = form.querySelector<HTMLElement>('[data-hb="search-panel"]');
  const status = form.querySelector('[data-hb="search-status"]');
  if (!panel || !status) return;
  const way = document.createElement("a");
  way.href = `${form.dataset.root || ""}index-az.html`;
  way.textContent = form.dataset.failed || "";
  panel.textContent = "";
  panel.appendChild(way);
  panel.hidden = false;
  status.textContent = way.textContent;
  form.classList.add(FAILED);
}

export function addScript(address: string, done: (loaded: boolean) => void): void {
  const script = document.createElement("script");
  script.src = address;
  script.charset = "utf-8";
  script.onload = () => done(true);
  script.onerror = () => done(false);
  document.head.appendChild(script);
}

function load(form: HTMLElement): void {
  if (asked) return;
  asked = true;
  addScript(`${form.dataset.root || ""}assets/search/page.js`, (loaded) => {
    asked = loaded;
    if (!loaded) fail(form);
  });
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

export function startSearch(): void {
  const forms = document.querySelectorAll<HTMLElement>(SEARCH);
  const first = forms[0];
  if (!first) return;
  forms.forEach((form) => {
    form.addEventListener("focusin", () => load(form));
    form.addEventListener("input", () => load(form));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const input = first.querySelector<HTMLInputElement>("input");
    if (!input || !input.offsetParent) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (document.querySelector('[data-hb="search-page"]')) load(first);
}
