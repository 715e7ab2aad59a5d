// The record of changes: what is new since this reader last looked, and whether a printed page is still current.
import { addScript } from "../../search/page/start";

type Codes = Record<string, [entry: string, title: string, first: number, last: number]>;
declare global {
  interface Window {
    hbCodes?: (codes: Codes) => void;
  }
}

const KEPT = "handbook/read-edition";
const FILE = "assets/codes.js";

class Changes {
  private readonly words: Record<string, string>;
  private readonly current: number;

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.getAttribute("data-words") ?? "{}") as Record<string, string>;
    this.current = Number(root.dataset.current);
  }

  start(): void {
    this.since();
    const form = this.part("check") as HTMLFormElement;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check((this.part("code") as HTMLInputElement).value);
    });
    const asked = decodeURIComponentSafe(window.location.hash.slice(1));
    if (/^code=/.test(asked)) {
      (this.part("code") as HTMLInputElement).value = asked.slice(5);
      this.check(asked.slice(5));
    }
  }

  private part(hook: string): HTMLElement {
    return this.root.querySelector(`[data-hb="changes-${hook}"]`) as HTMLElement;
  }

  private say(key: string, parts: Record<string, string> = {}): string {
    return (this.words[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? "");
  }

  private editions(): HTMLElement[] {
    return Array.from(this.root.querySelectorAll<HTMLElement>('[data-hb="edition"]'));
  }

  // What came after the edition this reader saw last is marked; from now on this is the last one seen.
  private since(): void {
    const last = lastRead();
    lookedAt(this.current);
    if (last === null || last >= this.current) return;
    let count = 0;
    for (const edition of this.editions()) {
      if (Number(edition.dataset.place) <= last) continue;
      edition.classList.add("hb-is-new");
      count += edition.querySelectorAll(".hb-change--headline").length;
    }
    const notice = this.part("since");
    notice.textContent = this.say("since", { count: String(count) });
    notice.hidden = false;
  }

  private check(typed: string): void {
    const code = typed.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/[^0-9A-Z]/g, "").slice(-6);
    window.hbCodes = (codes) => this.tell(code, Object.prototype.hasOwnProperty.call(codes, code) ? codes[code] : undefined);
    addScript(`${this.root.dataset.root ?? ""}${FILE}`, (loaded) => {
      if (!loaded) this.part("said").textContent = this.say("failed");
    });
  }

  private tell(code: string, found: Codes[string] | undefined): void {
    const said = this.part("said");
    this.root.querySelectorAll(".hb-is-own").forEach((one) => one.classList.remove("hb-is-own"));
    if (!found) {
      said.textContent = this.say("unknown", { code });
      return;
    }
    const [entry, title, , last] = found;
    if (last === this.current) {
      said.textContent = this.say("is_current", { code, title });
      return;
    }
    let count = 0;
    for (const edition of this.editions()) {
      if (Number(edition.dataset.place) <= last) continue;
      edition.querySelectorAll<HTMLElement>('[data-hb="change"]').forEach((one) => {
        if (one.dataset.entry !== entry) return;
        one.classList.add("hb-is-own");
        one.closest("details")?.setAttribute("open", "");
        count += 1;
      });
    }
    said.textContent = this.say("outdated", { code, title, count: String(count) });
    this.root.querySelector(".hb-is-own")?.scrollIntoView();
  }
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function lastRead(): number | null {
  try {
    const kept = window.localStorage.getItem(KEPT);
    return kept === null || !/^\d+$/.test(kept) ? null : Number(kept);
  } catch {
    return null;
  }
}

function lookedAt(place: number): void {
  try {
    window.localStorage.setItem(KEPT, String(place));
  } catch {
    // storage blocked: nothing is remembered, nothing is marked as new
  }
}

// The home page tells that there is a newer edition than the one this reader saw; a first visit is only noted.
export function startChanges(): void {
  document.querySelectorAll<HTMLElement>('[data-hb="changes"]').forEach((root) => new Changes(root).start());
  const notice = document.querySelector<HTMLElement>('[data-hb="newer"]');
  if (!notice) return;
  const last = lastRead();
  const current = Number(notice.dataset.current);
  if (last === null) lookedAt(current);
  else notice.hidden = last >= current;
}
