// The room of the handover file: give one, take one in.
import { make } from "../projection/make";
import { Arrival, arrivals, Choice, takeIn } from "./arriving";
import { today } from "./days";
import { button, Desk, heading } from "./desk";
import { type Handed, LARGEST, packed, Refused, unpacked } from "./handover";
import { index } from "./load";
import type { Place } from "./place";
import { say } from "./words";

const CHOICES: Choice[] = ["both", "replace", "skip"];

export async function showHandover(box: HTMLElement, _: Place, desk: Desk): Promise<void> {
  const file = make<HTMLInputElement>("input", { type: "file", accept: ".json,application/json", "data-hb": "desk-file" });
  const told = make("div", { "data-hb": "desk-arrivals", role: "status" });
  const refuse = (error: unknown) => {
    const { why, at } = error instanceof Refused ? error : new Refused("damaged");
    told.append(make("p.hb-desk__trouble", { "data-why": why }, say(`refused.${why}`, { at }), " ", say("refused_kept")));
  };
  file.addEventListener("change", () => {
    told.textContent = "";
    const chosen = file.files?.[0];
    if (chosen) read(chosen).then((text) => offer(told, unpacked(text), desk)).catch(refuse).then(() => { file.value = ""; });
  });
  box.append(heading(say("room.handover")), make("p", {}, say("handover.text")),
    make("p", {}, button("hand", () => download(fileName(), packed(desk.keep)), "hb-desk__do.hb-desk__do--main")), make("p.hb-desk__field", {}, make("label.hb-desk__file", {}, make("span", {}, say("take")), file), make("small", {}, say("take_hint"))), told);
}

function read(file: File): Promise<string> {
  if (file.size > LARGEST) return Promise.reject(new Refused("large"));
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new Refused("damaged"));
    reader.readAsText(file);
  });
}

/** Shows what a file brings, asks about what is here already, and takes it in when told to. */
async function offer(box: HTMLElement, handed: Handed, desk: Desk): Promise<void> {
  const found = await arrivals(handed, desk.keep);
  const count = (standing: Arrival["standing"]) => found.filter((one) => one.standing === standing).length;
  const edition = handed.edition === index.edition ? null : make("p", {}, say("other_edition", { theirs: handed.edition, ours: index.edition }));
  const take = button("take_in", () => {
    const { added, replaced, unkept } = takeIn(handed, found, desk.keep);
    box.textContent = "";
    box.append(make("p", { "data-hb": "desk-taken" }, say("taken", { added, replaced })), make("p", {}, make("a", { href: "#cases" }, say("all_cases"))));
    if (unkept.length) box.append(make("p.hb-desk__trouble", {}, say("sheets_unkept", { names: unkept.join(say("comma")) })));
  }, "hb-desk__do.hb-desk__do--main");
  const nothing = count("same") === found.length;
  box.append(make("h3", {}, say("arrived", { day: handed.saved.slice(0, 10) })), make("p", {}, say("counts", { fresh: count("new"), same: count("same"), differs: count("differs") })));
  if (edition) box.append(edition);
  found.filter((one) => one.standing === "differs").forEach((one) => box.append(ask(one)));
  found.filter((one) => one.left.length).forEach((one) => box.append(leftover(one)));
  box.append(make("p", {}, nothing ? say("nothing_new") : take));
}

function ask(one: Arrival): HTMLElement {
  const choices = CHOICES.filter((choice) => choice !== "both" || (one.kind !== "profile" && one.kind !== "run")).map((choice) => {
    const input = make<HTMLInputElement>("input", { type: "radio", name: `choice-${one.kind}-${one.name}`, value: choice });
    input.checked = one.choice === choice;
    input.addEventListener("change", () => { one.choice = choice; });
    return make("label.hb-desk__choice", {}, input, make("span", {}, say(`choice.${choice}`)));
  });
  return make("fieldset.hb-desk__aside", { "data-arrival": one.name }, make("legend", {}, say(`differs.${one.kind}`, { title: one.title })), ...choices);
}

function leftover(one: Arrival): HTMLElement {
  return make("div.hb-desk__aside", { "data-left": one.name }, make("p", {}, say("left", { title: one.title })), make("ul", {}, ...one.left.map((line) => make("li", {}, line))));
}

export function fileName(): string {
  return say("handover.file", { day: today() });
}

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  const link = make<HTMLAnchorElement>("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
}
