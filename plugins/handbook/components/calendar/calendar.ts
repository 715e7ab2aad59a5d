// The branch's year in the page: chosen by role, opened at this month, and given as a file for one's own calendar.
import { addScript } from "../../search/page/start";

export interface Due {
  task: string;
  text: string;
  month: number;
  day: number;
  /** Where it is not the year that the whole file is for. */
  year?: number;
}

type Sentences = Record<string, string>;
type Give = (due: Due[], year: number, name: string, from: string) => void;
declare global {
  interface Window {
    hbGiveCalendar?: Give;
  }
}

class Year {
  private readonly words: Sentences;

  constructor(private readonly root: HTMLElement) {
    this.words = JSON.parse(root.getAttribute("data-words") ?? "{}") as Sentences;
  }

  start(): void {
    const now = new Date();
    this.part("bar").hidden = false;
    this.field("year").value = String(now.getFullYear() + (now.getMonth() > 9 ? 1 : 0));
    this.part("role").addEventListener("change", () => this.choose());
    this.part("now").addEventListener("click", () => this.open(now.getMonth() + 1));
    this.part("export").addEventListener("click", () => this.give());
    this.all(`[data-month="${now.getMonth() + 1}"]`).forEach((one) => one.classList.add("hb-is-now"));
  }

  private part(hook: string): HTMLElement {
    return this.root.querySelector(`[data-hb="calendar-${hook}"]`) as HTMLElement;
  }

  private field(hook: string): HTMLInputElement {
    return this.part(hook) as HTMLInputElement;
  }

  private all(selector: string): HTMLElement[] {
    return Array.from(this.root.querySelectorAll<HTMLElement>(selector));
  }

  private choose(): void {
    const role = (this.part("role") as HTMLSelectElement).value;
    for (const one of this.all("[data-roles]")) {
      one.hidden = role !== "" && (one.dataset.roles ?? "").split(" ").indexOf(role) < 0;
    }
  }

  private open(month: number): void {
    document.getElementById(`month-${month}`)?.scrollIntoView();
  }

  private say(key: string): void {
    this.part("said").textContent = this.words[key] ?? "";
  }

  private give(): void {
    const year = Number(this.field("year").value);
    const day = Number(this.field("day").value);
    if (!(year >= 1900 && year <= 2199 && year % 1 === 0 && day >= 1 && day <= 28 && day % 1 === 0)) {
      this.say("bad_year");
      return;
    }
    const due = this.due(day);
    const name = (this.words.name ?? "").replace("{year}", String(year));
    const write = () => {
      window.hbGiveCalendar?.(due, year, name, this.words.from ?? "");
      this.say("done");
    };
    if (window.hbGiveCalendar) write();
    else addScript(`${this.root.dataset.root ?? ""}assets/calendar-file.js`, (loaded) => (loaded ? write() : this.say("failed")));
  }

  private due(day: number): Due[] {
    return this.all('[data-hb="calendar-task"]')
      .filter((one) => !one.hidden)
      .map((one) => ({
        task: one.dataset.task ?? "",
        text: one.dataset.text ?? "",
        month: Number(one.dataset.month),
        day: Number(one.dataset.day) || day,
      }));
  }
}

export function startCalendar(): void {
  document.querySelectorAll<HTMLElement>('[data-hb="calendar"]').forEach((root) => new Year(root).start());
}
