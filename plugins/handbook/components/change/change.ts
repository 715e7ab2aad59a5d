// The record of changes: what is new since this reader last looked, and whether a printed page is still current.
// What is kept is the day of the newest edition seen, not its place: older editions may be read beside newer ones.
import { addScript } from "../../search/page/start";

type Codes = Record<string, [entry: string, title: string, first: number, last: number]>;
declare global {
  interface Window {
    hbCodes?: (codes: Codes) => void;
  }
}

const KEPT = "handbook/read-edition";
const PAGES = "handbook/read-pages";
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
    const newest = this.root.dataset.date || "";
    lookedAt(newest);
    if (last === null || last >= newest) return;
    let count = 0;
    for (const edition of this.editions()) {
      if ((edition.dataset.date || "") <= last) continue;
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
        if (!isOf(one, entry)) return;
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

// Whether a change is in what a code is of: a page, the print of a chapter, the whole edition.
function isOf(change: HTMLElement, entry: string): boolean {
  const [kind, slug] = entry.split("/");
  return kind === "edition" || (kind === "print" ? change.dataset.chapter === slug : change.dataset.entry === entry);
}

function kept(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // storage blocked: nothing is remembered, nothing is marked as new
  }
}

function lastRead(): string | null {
  const day = kept(KEPT);
  return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

function lookedAt(day: string): void {
  if (day > (lastRead() || "")) keep(KEPT, day);
}

// A page that this reader saw under another code says so, and leads to what changed; of a first visit only the code is kept.
function startOwnPage(): void {
  const notice = document.querySelector<HTMLElement>('[data-hb="page-changed"]');
  if (!notice) return;
  const { entry = "", code = "", day = "" } = notice.dataset;
  let seen: Record<string, [code: string, day: string]> = {};
  try {
    seen = (JSON.parse(kept(PAGES) || "{}") || {}) as typeof seen;
  } catch {
    // what another program wrote there is as good as nothing
  }
  const [old = "", then = ""] = Array.isArray(seen[entry]) ? (seen[entry] as [string, string]) : [];
  if (old === code || then > day) return;
  const link = notice.querySelector("a");
  if (old && link && /^[0-9A-Z]{6}$/.test(old)) {
    link.href = `${link.getAttribute("href") || ""}#code=${old}`;
    notice.hidden = false;
  }
  keep(PAGES, JSON.stringify({ ...seen, [entry]: [code, day] }));
}

// The home page tells that there is a newer edition than the one this reader saw; a first visit is only noted.
export function startChanges(): void {
  document.querySelectorAll<HTMLElement>('[data-hb="changes"]').forEach((root) => new Changes(root).start());
  startOwnPage();
  const notice = document.querySelector<HTMLElement>('[data-hb="newer"]');
  if (!notice) return;
  const last = lastRead();
  const current = notice.dataset.date || "";
  if (last === null) lookedAt(current);
  else notice.hidden = last >= current;
}
