// The page on which a course is put together.
import { make } from "../projection/make";
import { Course, failedSteps, Offer, Offers, readCourse, startOf } from "./course";

declare const hbOffers: Offers;

const KEY = "hb-course";
const SHOWN = 20;
const root = document.querySelector('[data-hb="make"]') as HTMLElement;
const words = JSON.parse(root.dataset.said || "{}") as Record<string, string>;
const known: Record<string, Offer> = {};
hbOffers.items.forEach(([id, text, href, deck]) => { known[id] = { id, text, href, deck }; });
let course: Course = { title: "", parts: [] };

const say = (key: string, parts: Record<string, number> = {}): string => (words[key] || "").replace(/{(\w+)}/g, (_, name: string) => String(parts[name]));
const told = make("p", { role: "status", "data-hb": "make-told" });
const list = make("ol.hb-make__list", { "data-hb": "make-list" });
const total = make("p", { "data-hb": "make-total" });
const hits = make("ul.hb-make__hits", { "data-hb": "make-hits" });
const teach = make<HTMLAnchorElement>("a.hb-make__start", { "data-hb": "make-start", href: "#", hidden: "" }, say("start"));
const name = make<HTMLInputElement>("input", { type: "text", maxlength: "120", "aria-label": say("name"), placeholder: say("name"), oninput: () => { course.title = name.value; keep(); } });
const box = make<HTMLInputElement>("input", { type: "search", "aria-label": say("search"), placeholder: say("search"), oninput: find });

const button = (key: string, act: () => void, about = ""): HTMLElement =>
  make("button", { type: "button", "data-do": key, "aria-label": `${say(key)} ${about}`.trim(), onclick: act }, say(key));

function keep(): void {
  const text = JSON.stringify(course);
  teach.hidden = !course.parts.length;
  if (course.parts.length) teach.href = (root.dataset.root || "") + startOf(course, known);
  history.replaceState(null, "", `#${encodeURIComponent(text)}`);
  try { localStorage.setItem(KEY, text); } catch (_) { told.textContent = say("unkept"); }
}

function add(id: string): void {
  course.parts.push({ id, minutes: 10 });
  draw();
}

function move(place: number, by: number): void {
  const [part] = course.parts.splice(place, 1);
  if (part) course.parts.splice(Math.max(0, place + by), 0, part);
  draw();
}

function row(place: number): HTMLElement {
  const part = course.parts[place] as Course["parts"][number];
  const { text, href, deck } = known[part.id] as Offer;
  const minutes = make<HTMLInputElement>("input", { type: "number", min: "1", max: "600", value: String(part.minutes), "aria-label": `${say("minutes")} ${text}`,
    onchange: () => { part.minutes = Math.min(600, Math.max(1, Number(minutes.value) || 1)); draw(); } });
  return make("li", {}, make("a", { href: root.dataset.root + href.replace(/^(\.\.\/)+/, "") }, text), " ", minutes, " ", say("minutes"), " ",
    deck && make("a", { href: root.dataset.root + deck }, say("deck")), " ", button("up", () => move(place, -1), text), button("down", () => move(place, 1), text),
    button("remove", () => { course.parts.splice(place, 1); draw(); }, text));
}

function draw(): void {
  list.textContent = "";
  course.parts.forEach((_, place) => list.append(row(place)));
  total.textContent = say("total", { minutes: course.parts.reduce((sum, one) => sum + one.minutes, 0), count: course.parts.length });
  name.value = course.title;
  keep();
}

function find(): void {
  const asked = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  hits.textContent = "";
  if (!asked.length) return;
  hbOffers.items.filter(([, text]) => asked.every((one) => text.toLowerCase().indexOf(one) >= 0)).slice(0, SHOWN)
    .forEach(([id, text]) => hits.append(make("li", {}, button("add", () => add(id), text), " ", text)));
}

function take(text: string): void {
  const read = readCourse(text, known);
  if (!read) { told.textContent = say("damaged"); return; }
  course = read.course;
  told.textContent = read.missing ? say("missing", { count: read.missing }) : "";
  draw();
}

function fromSheet(text: string): void {
  const steps = failedSteps(text, hbOffers);
  if (!steps) { told.textContent = say("no_sheet"); return; }
  const fitting = steps.filter((id) => known[id]);
  fitting.forEach((id) => course.parts.push({ id, minutes: 10 }));
  told.textContent = fitting.length ? say("from_sheet", { count: fitting.length }) : say("nothing_failed");
  draw();
}

function file(key: string, use: (text: string) => void): HTMLElement {
  const input = make<HTMLInputElement>("input", { type: "file", accept: ".json", "data-file": key });
  input.addEventListener("change", () => {
    const chosen = input.files && input.files[0];
    if (!chosen) return;
    const reader = new FileReader();
    reader.onload = () => { use(String(reader.result)); input.value = ""; };
    reader.readAsText(chosen);
  });
  return make("label.hb-make__file", {}, say(key), " ", input);
}

// The answers that the pages of the forms kept on this computer; where they may not be read there are none.
function keptSheets(): HTMLElement | null {
  const found: HTMLElement[] = [];
  try {
    Object.keys(localStorage).forEach((key) => {
      const [, form = "", name = ""] = /^handbook\/forms\/([^/]+)\/(.*)$/.exec(key) || [];
      if (!form || !hbOffers.checks[form]) return;
      const text = [known[`f/${form}`]?.text || form, ...(JSON.parse(name) as string[])].join(" ");
      const sheet = (JSON.parse(localStorage.getItem(key) || "") as { text: string }).text;
      found.push(make("li", {}, button("sheet_take", () => fromSheet(sheet), text), " ", text));
    });
  } catch (_) { /* what cannot be read is not offered */ }
  return found.length ? make("div", { "data-hb": "make-kept" }, make("p", {}, say("kept")), make("ul.hb-make__hits", {}, ...found)) : null;
}

function save(): void {
  const link = make<HTMLAnchorElement>("a", { href: URL.createObjectURL(new Blob([JSON.stringify(course, null, 1)], { type: "application/json" })) });
  link.download = `${course.title || say("untitled")}.json`.replace(/[\\/:*?"<>|]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
}

function start(): void {
  let text = "";
  try { text = decodeURIComponent(location.hash.slice(1)) || localStorage.getItem(KEY) || ""; } catch (_) { told.textContent = say("damaged"); }
  if (text) take(text); else draw();
}

root.append(make("p", {}, name), make("p", {}, box), hits, list, total, told, make("p.hb-projection", {}, teach), make("p", {}, button("save", save), " ",
  button("clear", () => { course = { title: "", parts: [] }; draw(); })), make("p", {}, file("open", take)), make("p", {}, file("sheet", fromSheet)), keptSheets() || "");
start();
