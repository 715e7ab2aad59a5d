// The tab of the tasks: a row for each step, and one for the archive at the end.
import { make } from "../projection/make";
import { listOf, missing } from "./archive";
import { button } from "./desk";
import { casePlace, readPlace } from "./place";
import type { Case, Procedure, Save } from "./shapes";
import { fill } from "./taskpanel";
import { nextTask, Task, tasksOf } from "./tasks";
import { say } from "./words";

export function showTasks(box: HTMLElement, procedure: Procedure, own: Case, save: Save): void {
  new TaskList(box, procedure, own, save).start();
}

class TaskList {
  private readonly rows: Record<string, Row> = {};
  private readonly jump = button("jump", () => this.toNext(), "hb-desk__do.hb-desk__do--main");
  private readonly last = make("li.hb-task.hb-task--last", { "data-hb": "desk-last" });

  constructor(private readonly box: HTMLElement, private readonly procedure: Procedure, private readonly own: Case, private readonly save: Save) {}

  start(): void {
    const list = make("ol.hb-tasks", { "data-hb": "desk-tasks" });
    this.tasks().forEach((task) => {
      const row = new Row(task, this.own, (open) => fill(open, task.step, this.procedure, this.own, () => this.changed()));
      this.rows[task.step.id] = row;
      list.append(row.element);
    });
    list.append(this.last);
    this.box.append(make("p", {}, this.jump), list);
    this.update();
    const { step } = readPlace(location.hash);
    if (step) this.open(step);
  }

  private tasks(): Task[] {
    return tasksOf(this.procedure, this.own);
  }

  private changed(): void {
    this.save(this.own);
    this.update();
  }

  private update(): void {
    const tasks = this.tasks();
    tasks.forEach((task) => this.rows[task.step.id]?.update(task));
    this.jump.hidden = !nextTask(tasks);
    const open = missing(listOf(this.procedure), this.own, tasks).length;
    this.last.textContent = "";
    this.last.append(make("div.hb-task__row", {}, make("a.hb-task__open", { href: casePlace(this.own.id, "archive") }, say("last")),
      make("span.hb-task__status", { "data-status": this.own.filed ? "done" : "todo" }, this.own.filed ? say("filed_on", { day: this.own.filed }) : say(open ? "missing" : "missing_none", { count: open }))));
  }

  private toNext(): void {
    const next = nextTask(this.tasks());
    if (next) this.open(next.step.id);
  }

  private open(id: string): void {
    const row = this.rows[id];
    if (!row) return;
    row.toggle(true);
    row.element.scrollIntoView({ block: "start" });
    row.button.focus({ preventScroll: true });
  }
}

class Row {
  readonly element: HTMLElement;
  readonly button: HTMLElement;
  private readonly status = make("span.hb-task__status");
  private readonly why = make("p.hb-task__why");
  private readonly panel: HTMLElement;
  private filled = false;

  constructor(task: Task, private readonly own: Case, private readonly fill: (panel: HTMLElement) => void) {
    const { id, number, title, who, duty } = task.step;
    this.panel = make("div.hb-task__panel", { id: `panel-${id}`, hidden: "" });
    this.button = make("button.hb-task__open", { type: "button", "aria-expanded": "false", "aria-controls": `panel-${id}`, onclick: () => this.toggle() },
      make("b", {}, String(number).padStart(2, "0")), make("span", {}, title));
    const line = make("p.hb-task__who", {}, who, duty === "may" ? make("small", {}, say("may")) : null);
    this.element = make("li.hb-task", { "data-step": id }, make("div.hb-task__row", {}, make("div.hb-task__words", {}, make("h3", {}, this.button), line, this.why), this.status), this.panel);
  }

  toggle(open = Boolean(this.panel.hidden)): void {
    if (open && !this.filled) this.fill(this.panel);
    this.filled = this.filled || open;
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }

  update({ step, status, by, reason }: Task): void {
    const kept = this.own.steps[step.id];
    this.status.textContent = say(`status.${status}`);
    if (status === "done" && kept?.day) this.status.append(make("small", {}, kept.day));
    this.status.dataset.status = status;
    this.element.dataset.status = status;
    this.why.textContent = "";
    if (reason) this.why.append(say("why.unfit", { why: reason }));
    else if (by) this.why.append(say(`why.${status}`), make("a", { href: casePlace(this.own.id, "tasks", by.id) }, `${String(by.number).padStart(2, "0")} ${by.title}`));
    else if (kept?.answer) this.why.append(say("answered", { answer: kept.answer }));
  }
}
