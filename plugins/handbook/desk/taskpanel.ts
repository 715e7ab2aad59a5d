// What opens under a task: how far it is, asked and never assumed; its note, its papers, the way to its page.
import { make } from "../projection/make";
import { today } from "./days";
import { field } from "./desk";
import { casePlace } from "./place";
import { TEXT } from "./reading";
import type { Case, Procedure, State, StepData, StepState } from "./shapes";
import { sumsOf } from "./sums";
import { again } from "./tasks";
import { say } from "./words";

const STATES: State[] = ["todo", "doing", "done", "problem"];

/** Fills the panel of a step; `changed` is called after each change of the case. */
export function fill(panel: HTMLElement, step: StepData, procedure: Procedure, own: Case, changed: () => void): void {
  const kept = (): StepState => own.steps[step.id] ?? { state: "todo", note: "", day: "" };
  const put = (change: Partial<StepState>) => {
    own.steps[step.id] = { ...kept(), ...change, title: step.title };
    changed();
  };
  const note = make<HTMLTextAreaElement>("textarea", { rows: "3", maxlength: String(TEXT), "data-field": "note" });
  note.value = kept().note;
  note.addEventListener("input", () => put({ note: note.value }));
  const asked = typeof step.next === "object" && step.next ? decide(step, procedure, own, put) : judge(step, procedure, own, put);
  panel.append(make("p", {}, say("when", { when: step.when })), make("p", {}, make("a", { href: step.address }, say("see_step")), ...called(step)),
    ...sumsOf(step, procedure, own, changed), asked, field(say("note"), note), ...papers(step, procedure));
}

function called({ flow }: StepData): (string | HTMLElement)[] {
  return flow ? [" · ", make("a", { href: `#start=${flow}` }, say("call"))] : [];
}

function papers(step: StepData, procedure: Procedure): HTMLElement[] {
  return (["uses", "makes"] as const).filter((kind) => step[kind].length).map((kind) => make("p.hb-task__papers", {}, make("b", {}, say(kind)), " ",
    ...step[kind].map((slug) => make("a", { href: procedure.papers[slug]?.address ?? "" }, procedure.papers[slug]?.title ?? slug))));
}

function choice(name: string, value: string, text: string, checked: boolean, chosen: () => void): HTMLElement {
  const input = make<HTMLInputElement>("input", { type: "radio", name, value });
  input.checked = checked;
  input.addEventListener("change", chosen);
  return make("label.hb-desk__choice", {}, input, make("span", {}, text));
}

function judge(step: StepData, procedure: Procedure, own: Case, put: (change: Partial<StepState>) => void): HTMLElement {
  const kept = (): StepState => own.steps[step.id] ?? { state: "todo", note: "", day: "" };
  const back = make("div", { role: "alert" });
  const day = make<HTMLInputElement>("input", { type: "date", value: kept().day, max: "2199-12-31", "data-field": "day" });
  const line = field(say("done_day"), day);
  const show = () => { line.hidden = kept().state !== "done"; day.value = kept().day; };
  day.addEventListener("change", () => { if (day.validity.valid) put({ day: day.value }); });
  const choices = STATES.map((state) => choice(`state-${step.id}`, state, say(`state.${state}`), kept().state === state, () => {
    put({ state, day: state === "done" ? kept().day || today() : "" });
    show();
    offerBack(back, step, state === "done" && typeof step.next === "string" ? step.next : "", procedure, own, put);
  }));
  show();
  return make("fieldset", {}, make("legend", {}, say("asked")), ...choices, line, back);
}

/** A decision is done when its answer is known. */
function decide(step: StepData, procedure: Procedure, own: Case, put: (change: Partial<StepState>) => void): HTMLElement {
  const back = make("div", { role: "alert" });
  const now = own.steps[step.id];
  const ways = Object.entries(step.next as Record<string, string>);
  const open = choice(`state-${step.id}`, "", say("undecided"), now?.state !== "done", () => {
    back.textContent = "";
    put({ state: "todo", day: "", answer: undefined });
  });
  const answers = ways.map(([answer, to]) => choice(`state-${step.id}`, answer, say("answer", { answer, to: titleOf(to, procedure) }),
    now?.state === "done" && now.answer === answer, () => {
    put({ state: "done", day: today(), answer });
    offerBack(back, step, to, procedure, own, put);
  }));
  return make("fieldset", {}, make("legend", {}, say("asked_decision")), ...answers, open, back);
}

function titleOf(id: string, procedure: Procedure): string {
  return procedure.steps.find((one) => one.id === id)?.title ?? procedure.ends[id] ?? id;
}

/** Where the way leads back to steps that were done, asks whether to do them anew. */
function offerBack(box: HTMLElement, step: StepData, to: string, procedure: Procedure, own: Case, put: (change: Partial<StepState>) => void): void {
  const steps = again(procedure, own, step, to);
  const first = steps[0];
  box.textContent = "";
  if (!first) return;
  const reopen = () => {
    const { answer, note } = own.steps[step.id] ?? { answer: undefined, note: "" };
    const line = answer === undefined ? say("again_line", { day: today() }) : say("again_note", { day: today(), answer });
    steps.forEach(({ id }) => { own.steps[id] = { ...(own.steps[id] as StepState), state: "todo", day: "", answer: undefined }; });
    put({ state: "todo", day: "", answer: undefined, note: [note, line].filter(Boolean).join("\n").slice(0, TEXT) });
    location.hash = casePlace(own.id, "tasks", first.id);
  };
  const names = steps.map(({ title }) => title).join(say("comma"));
  box.append(make("p.hb-desk__trouble", {}, say("again_asked", { steps: names })),
    make("p", {}, make("button.hb-desk__do", { type: "button", "data-do": "again", onclick: reopen }, say("again"))));
}
