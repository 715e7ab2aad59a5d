// What is filled in on the page, as the text of an answers file; and back again.
import { readJson } from "../../scoring/json";
import { member } from "./rows";

type Input = HTMLInputElement;
function all(form: HTMLElement, selector: string): Input[] {
  return Array.prototype.slice.call(form.querySelectorAll(selector)) as Input[];
}

function nameOf(input: HTMLElement, attribute: "item" | "section"): string {
  return input.closest(`[data-${attribute}]`)?.getAttribute(`data-${attribute}`) ?? "";
}

function filled(inputs: Input[], name: (input: Input) => string): string {
  return inputs.filter((one) => one.value.trim()).map((one) => member(name(one), one.value.trim())).join(", ");
}

function items(form: HTMLElement): string {
  const points = filled(all(form, '[data-field="item"]:not(:disabled)'), (one) => nameOf(one, "item"));
  const checks = all(form, "[data-check]:checked").map((one) => member(nameOf(one, "item"), one.getAttribute("data-check") ?? ""));
  const away = all(form, "[data-na]:checked").map((one) => `${JSON.stringify(nameOf(one, "item"))}: "na"`);
  return [points, ...checks, ...away].filter(Boolean).join(", ");
}

export function collect(form: HTMLElement, id: string, edition: string): string {
  const fields = all(form, '[data-field="unit"], [data-field="period"], [data-field="post"]');
  const texts = fields.filter((one) => one.value.trim());
  const notes = all(form, "[data-note]").filter((one) => one.value.trim());
  const flags = all(form, "[data-flag]:checked").map((one) => one.getAttribute("data-flag") ?? "");
  return `{"form": ${JSON.stringify(id)}, "edition": ${JSON.stringify(edition)},
${texts.map((one) => `"${one.getAttribute("data-field")}": ${JSON.stringify(one.value.trim())},\n`).join("")}"parameters": {${filled(all(form, "[data-parameter]"), (one) => one.getAttribute("data-parameter") ?? "")}},
"flags": ${JSON.stringify(flags)},
"sections": {${filled(all(form, '[data-field="section"]:not(:disabled)'), (one) => nameOf(one, "section"))}},
"items": {${items(form)}},
"notes": {${notes.map((one) => `${JSON.stringify(nameOf(one, "item"))}: ${JSON.stringify(one.value)}`).join(", ")}}}
`;
}

// The same text with the sheet's code, as it goes into a file.
export function withCode(text: string, code: string): string {
  return text.replace(/^\{/, `{"code": ${JSON.stringify(code)}, `);
}

export function empty(form: HTMLElement): void {
  for (const input of all(form, "input, select")) {
    if (input.type === "checkbox") input.checked = false;
    else if (input.type !== "file") input.value = "";
    input.disabled = false;
  }
}

// Fills in a text that the scorer has accepted.
export function restore(form: HTMLElement, text: string): void {
  const top = readJson(text);
  if (top.kind !== "object") return;
  empty(form);
  const given = (group: string, name: string): string => {
    const members = group ? top.members.get(group) : top;
    const node = members && members.kind === "object" ? members.members.get(name) : undefined;
    return node?.kind === "number" ? node.numeral : node?.kind === "text" ? node.text : "";
  };
  for (const input of all(form, '[data-field="unit"], [data-field="period"], [data-field="post"]')) {
    input.value = given("", input.getAttribute("data-field") ?? "");
  }
  for (const input of all(form, "[data-parameter]")) input.value = given("parameters", input.getAttribute("data-parameter") ?? "");
  for (const input of all(form, '[data-field="section"]')) input.value = given("sections", nameOf(input, "section"));
  for (const input of all(form, "[data-note]")) input.value = given("notes", nameOf(input, "item"));
  for (const input of all(form, '[data-field="item"]')) input.value = given("items", nameOf(input, "item")).replace("na", "");
  for (const input of all(form, "[data-na]")) input.checked = given("items", nameOf(input, "item")) === "na";
  for (const input of all(form, "[data-check]")) input.checked = given("items", nameOf(input, "item")) === input.getAttribute("data-check");
  const flags = top.members.get("flags");
  const open = flags?.kind === "list" ? flags.items.map((one) => (one.kind === "text" ? one.text : "")) : [];
  for (const input of all(form, "[data-flag]")) input.checked = open.indexOf(input.getAttribute("data-flag") ?? "") >= 0;
}

// What applies to an item is one thing: it is there, it is not there, or it does not apply.
export function exclude(chosen: HTMLElement): void {
  const home = chosen.closest("[data-item]");
  if (!home || (chosen as Input).type !== "checkbox" || !(chosen as Input).checked) return;
  for (const other of all(home as HTMLElement, "[data-check], [data-na]")) if (other !== chosen) other.checked = false;
  if (chosen.hasAttribute("data-na")) for (const input of all(home as HTMLElement, '[data-field="item"]')) input.value = "";
}

// A section is filled by its items or by its subtotal: what is not in use is closed.
export function close(form: HTMLElement): void {
  for (const section of all(form, '[data-hb="form-section"]') as HTMLElement[]) {
    const subtotal = section.querySelector('[data-field="section"]') as Input;
    const lines = all(section, '[data-field="item"], [data-na], [data-check]');
    subtotal.disabled = lines.some((one) => (one.type === "checkbox" ? one.checked : one.value.trim() !== ""));
    for (const line of lines) line.disabled = !subtotal.disabled && subtotal.value.trim() !== "";
  }
}
