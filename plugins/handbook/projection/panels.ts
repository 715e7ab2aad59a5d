// What can be laid over the slides: the help card, the overview, the box to jump, a word for a moment, the dark.
import { make, say, words } from "./words";

export type Act = (command: string, argument?: string) => void;

export interface IndexRow { id: string; part: string; label: string; title: string; here: boolean }

export class Panels {
  private open: HTMLElement | null = null;
  private name = "";
  private readonly toast = make("p.hb-toast", { role: "status", "aria-live": "polite", hidden: "" });
  private readonly night = make("div.hb-dark", { hidden: "", "data-hb": "present-dark", onclick: () => this.act("dark") });
  private readonly dot = make("div.hb-laser", { hidden: "" });
  private timer = 0;

  constructor(private readonly act: Act) {
    document.body.append(this.toast, this.dot, this.night);
    document.addEventListener("mousemove", (event) => {
      this.dot.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
    });
  }

  get isOpen(): boolean {
    return this.open !== null;
  }

  get isDark(): boolean {
    return !this.night.hidden;
  }

  dark(on: boolean): void {
    this.night.hidden = !on;
  }

  laser(): void {
    this.dot.hidden = !this.dot.hidden;
    document.body.classList.toggle("hb-pointing", !this.dot.hidden);
  }

  /** Says something for a few seconds. */
  tell(text: string): void {
    this.toast.textContent = text;
    this.toast.hidden = false;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.toast.hidden = true), 4000);
  }

  close(): void {
    if (this.open) this.open.remove();
    this.open = null;
    this.name = "";
  }

  help(): void {
    const rows = words.help_rows.map(([keys, text]) => make("tr", {}, make("th", {}, keys), make("td", {}, text)));
    const buttons = ["notes", "speaker", "jump", "dark", "laser", "full", "print", "page"].map((command) =>
      make("button.hb-button", { type: "button", "data-act": command, onclick: () => { this.close(); this.act(command); } }, say(`do_${command}`)));
    this.show("help", say("help"), make("div.hb-buttons", {}, ...buttons), make("table.hb-keys", {}, make("tbody", {}, ...rows)));
  }

  index(rows: IndexRow[]): void {
    const parts: HTMLElement[] = [];
    let last = "";
    let list = make("ul");
    rows.forEach((row) => {
      if (row.part !== last) {
        list = make("ul");
        parts.push(make("h3", {}, words.parts[row.part] || ""), list);
        last = row.part;
      }
      const go = make("button.hb-button", { type: "button", "data-to": row.id, onclick: () => { this.close(); this.act("go", row.id); } },
        row.label ? make("span.hb-number", {}, row.label) : null, row.title);
      if (row.here) go.setAttribute("aria-current", "page");
      list.append(make("li", {}, go));
    });
    this.show("index", say("index"), make("div.hb-index", {}, ...parts));
    const here = this.open?.querySelector<HTMLElement>("[aria-current]");
    if (here) here.focus();
  }

  jump(): void {
    const box = make<HTMLInputElement>("input", { type: "text", "aria-label": say("jump"), "data-hb": "present-code", autocomplete: "off" });
    const go = (event: Event): void => { event.preventDefault(); this.close(); this.act("code", box.value); };
    this.show("jump", say("jump"), make("form", { onsubmit: go }, box, make("button.hb-button", { type: "submit" }, say("jump_go"))));
    box.focus();
  }

  /** Moves the focus among the buttons of the open panel. */
  move(by: number): void {
    const buttons = Array.from(this.open?.querySelectorAll<HTMLElement>("button") || []);
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  }

  private show(name: string, title: string, ...content: HTMLElement[]): void {
    const again = this.name === name;
    this.close();
    if (again) return;
    const shut = make("button.hb-button.hb-shut", { type: "button", "aria-label": say("close"), onclick: () => this.close() }, "×");
    this.open = make(`div.hb-panel.hb-panel--${name}`, { role: "dialog", "aria-label": title, "data-hb": `present-${name}` },
      make("div.hb-panel__inner", {}, make("h2", {}, title, shut), ...content));
    this.name = name;
    document.body.append(this.open);
    shut.focus();
  }
}
