// One field to type in: its label, its control by kind, its hint, and what is wrong with what was typed.
import { make } from "../../projection/make";
import { say } from "../words";
import { Fault, Field } from "./shapes";
import { dayOf, read } from "./values";

const LARGEST = 20_000; // what a case keeps of one text
let made = 0;

export interface Input { element: HTMLElement; set: (value: string) => void }

export function sentence(fault: Fault): string {
  return say(`papers.refusals.${fault.code}`, fault.parts);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function control(field: Field): Control {
  if (field.kind === "choice") {
    const options = ["", ...field.choices].map((one) => make("option", { value: one }, one || say("papers.unchosen")));
    return make<HTMLSelectElement>("select", {}, ...options);
  }
  if (field.kind === "long-text") return make<HTMLTextAreaElement>("textarea", { rows: "3", maxlength: String(LARGEST) });
  if (field.kind === "date") return make<HTMLInputElement>("input", { type: "date", max: "2199-12-31" });
  const numeric: Record<string, string> = field.kind === "number" ? { inputmode: "numeric" } : {};
  return make<HTMLInputElement>("input", { type: "text", autocomplete: "off", maxlength: String(LARGEST), ...numeric });
}

// A day is shown by the browser's own field only in its own way of writing.
function shown(field: Field, value: string): string {
  return field.kind === "date" ? dayOf(value) : value;
}

/** Makes a field. `changed` is called with what was typed; `more` is put beside it. */
export function input(field: Field, name: string, value: string, changed: (value: string) => void, more: HTMLElement[] = []): Input {
  const id = `hb-paper-${(made += 1)}`;
  const box = control(field);
  const fault = make("small.hb-desk__fault", { id: `${id}-fault`, role: "alert" });
  const judge = () => {
    const found = read(field, box.value);
    fault.textContent = typeof found === "string" ? "" : sentence(found);
    if (typeof found === "string") box.removeAttribute("aria-invalid");
    else box.setAttribute("aria-invalid", "true");
  };
  const hints = [field.hint, field.sample && say("papers.sample", { sample: field.sample.replace(/^\u6837\u4f8b\uff1a/, "") })].filter(Boolean);
  const hint = make("small", { id: `${id}-hint` }, hints.join(" \u00b7 "));
  box.id = id;
  box.setAttribute("data-field", name);
  box.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  box.value = shown(field, value);
  box.addEventListener("input", () => { judge(); changed(box.value); });
  judge();
  const label = make("label", { for: id }, make("span", {}, field.label, field.required ? null : make("i", {}, say("papers.optional"))));
  const element = make(`div.hb-desk__field${field.kind === "long-text" ? ".hb-papers__long" : ""}`, {}, label, box, hint, fault, ...more);
  return { element, set: (next) => { box.value = shown(field, next); judge(); } };
}
