// The room of the profile: what is typed is kept at once, field by field; what cannot be taken is said beside it.
import { make } from "../projection/make";
import { branch, setBranch } from "./branch";
import { button, Desk, field, heading } from "./desk";
import { index } from "./load";
import type { Place } from "./place";
import { BRANCHES, check, type Field, LONGEST, type Profile, typed } from "./profile";
import { say } from "./words";

const NAME = "profile";
const ORDER: Field[] = ["name", "unit", "branch", "full", "probationary", "committee", "groups", "superior", "termEnd"];

export async function showProfile(box: HTMLElement, _: Place, desk: Desk): Promise<void> {
  const texts = typed(branch());
  const form = make<HTMLFormElement>("form.hb-desk__form", { "data-hb": "desk-profile" });
  const faults: Partial<Record<Field, HTMLElement>> = {};
  let kept = branch();
  const keep = () => {
    const found = check(texts, null);
    const known = Object.keys(found.faults).map((name) => ({ [name]: kept[name as Field] }));
    kept = Object.assign({}, found.profile, ...known) as Profile; // a field with a fault stays as it was
    setBranch(kept);
    desk.keep.write(NAME, JSON.stringify(kept));
  };
  const tell = () => {
    const found = check(texts, null).faults;
    ORDER.forEach((name) => {
      const [fault, line, input] = [found[name], faults[name], form.querySelector(`[data-field="${name}"]`)];
      if (line) line.textContent = fault ? say(`fault.${fault}`) : "";
      if (fault) input?.setAttribute("aria-invalid", "true"); else input?.removeAttribute("aria-invalid");
    });
  };
  ORDER.forEach((name) => {
    const line = make("small.hb-desk__fault", { id: `fault-${name}`, role: "alert" });
    faults[name] = line;
    const input = inputFor(name, texts[name], (text) => { texts[name] = text; keep(); });
    input.addEventListener("change", tell);
    input.setAttribute("data-field", name);
    input.setAttribute("aria-describedby", `fault-${name}`);
    const made = field(say(`me.${name}`), input, HINTED.indexOf(name) < 0 ? "" : say(`me_hint.${name}`));
    made.append(line);
    form.append(made);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const forget = () => {
    if (!confirm(say("me_forget_sure"))) return;
    desk.keep.forget(NAME);
    desk.draw();
  };
  box.append(heading(say("room.me")), make("p", {}, say("me_text")), form, make("p", {}, button("me_forget", forget)));
}

const HINTED: Field[] = ["full", "committee", "groups", "termEnd"];
const CHOICES: Partial<Record<Field, () => [string, string][]>> = {
  unit: () => Object.entries(index.units),
  branch: () => BRANCHES.map((one) => [one, say(`branch.${one}`)]),
  committee: () => [["yes", say("yes")], ["no", say("no")]],
};

function inputFor(name: Field, value: string, take: (text: string) => void): HTMLElement {
  const choices = CHOICES[name];
  if (choices) return chooser(choices(), value, take);
  const kind = name === "termEnd" ? "date" : "text";
  const counted = name === "full" || name === "probationary" || name === "groups";
  const input = make<HTMLInputElement>("input", { type: kind, value, maxlength: String(counted ? 8 : 2 * LONGEST), ...(counted ? { inputmode: "numeric" } : {}) });
  input.addEventListener("input", () => take(input.value));
  return input;
}

function chooser(choices: [string, string][], value: string, take: (text: string) => void): HTMLElement {
  const options = [["", say("unsaid")] as [string, string], ...choices];
  const select = make<HTMLSelectElement>("select", {}, ...options.map(([id, name]) => make("option", { value: id }, name)));
  select.value = value;
  select.addEventListener("change", () => take(select.value));
  return select;
}
