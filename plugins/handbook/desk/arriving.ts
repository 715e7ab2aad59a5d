// What a handover file brings, held against what is here; and taking it in, as was chosen for each.
import { SHEETS } from "../components/form/sheets";
import { Shelf } from "../browser/shelf";
import type { Handed } from "./handover";
import { RUN } from "./dates/rundays";
import type { Keep } from "./keep";
import { index, procedureOf } from "./load";
import { orphans } from "./orphans";
import type { Case } from "./shapes";
import { copyOf } from "./starting";
import { say } from "./words";

/** new: not here; same: here as it is; differs: here under the same name and not the same. */
export type Standing = "new" | "same" | "differs";
export type Choice = "both" | "replace" | "skip";

export interface Arrival {
  kind: "profile" | "case" | "sheet" | "run";
  /** Under what it is kept: a case's id, a sheet's name, a run's slug; of the profile nothing. */
  name: string;
  title: string;
  standing: Standing;
  /** What this edition has no place for, a line each. */
  left: string[];
  choice: Choice;
}

/** All that a file brings: what differs is asked about, and until then both are kept. */
export async function arrivals(handed: Handed, keep: Keep): Promise<Arrival[]> {
  const shelf = new Shelf(SHEETS);
  const cases = await Promise.all(handed.cases.map((own) => caseArrival(own, keep)));
  const sheets = Object.keys(handed.sheets).map((name) => arrival("sheet", name, sheetTitle(name), standing(shelf.open(name), handed.sheets[name] ?? "")));
  const profile = handed.profile;
  const mine = keep.text("profile");
  const own = profile ? [arrival("profile", "", say("room.me"), standing(mine, JSON.stringify(profile)), "skip")] : [];
  const runs = Object.keys(handed.runs).map((slug) => arrival("run", slug, index.runs[slug]?.title ?? slug, standing(keep.text(RUN + slug), JSON.stringify(handed.runs[slug])), "skip"));
  return [...own, ...cases, ...sheets, ...runs];
}

/** Takes in what was chosen; gives how many were added, how many replaced, and the names of the sheets that found no room. */
export function takeIn(handed: Handed, found: Arrival[], keep: Keep): { added: number; replaced: number; unkept: string[] } {
  const done = { added: 0, replaced: 0, unkept: [] as string[] };
  found.filter((one) => one.standing === "new" || (one.standing === "differs" && one.choice !== "skip")).forEach((one) => {
    const beside = one.standing === "differs" && one.choice === "both";
    if (one.kind === "profile") keep.write("profile", JSON.stringify(handed.profile));
    if (one.kind === "run") keep.write(RUN + one.name, JSON.stringify(handed.runs[one.name]));
    if (one.kind === "case") handed.cases.filter(({ id }) => id === one.name).forEach((own) => keep.put(beside ? copyOf(own) : own));
    if (one.kind === "sheet" && !keepSheet(one.name, handed.sheets[one.name] ?? "", beside)) done.unkept.push(one.title);
    if (one.standing === "new" || beside) done.added += 1; else done.replaced += 1;
  });
  return done;
}

function standing(here: string | null, there: string): Standing {
  return here === null ? "new" : here === there ? "same" : "differs";
}

function arrival(kind: Arrival["kind"], name: string, title: string, held: Standing, choice: Choice = "both", left: string[] = []): Arrival {
  return { kind, name, title, standing: held, left, choice };
}

async function caseArrival(own: Case, keep: Keep): Promise<Arrival> {
  const here = keep.case(own.id);
  const procedure = await procedureOf(own.procedure);
  const left = procedure ? orphans(own, procedure) : [say("gone_procedure", { slug: own.procedure })];
  return arrival("case", own.id, own.title, standing(here && JSON.stringify(here), JSON.stringify(own)), "both", left);
}

/** What a sheet is called: its unit and period, if its name tells them, and its form. */
function sheetTitle(name: string): string {
  const [form = "", ...rest] = name.split("/");
  try {
    return [...(JSON.parse(rest.join("/")) as string[]), form].filter((one) => typeof one === "string" && one).join(" ");
  } catch {
    return name;
  }
}

function keepSheet(name: string, text: string, beside: boolean): boolean {
  const shelf = new Shelf(SHEETS);
  const [as, own] = beside ? besides(name, text) : [name, text];
  shelf.open(as); // what is there now was shown and is to be replaced
  return typeof shelf.save(as, own) !== "string";
}

/** A sheet under a unit's name that tells where it came from, in its name and in its text. */
function besides(name: string, text: string): [string, string] {
  const [form = "", ...rest] = name.split("/");
  const marked = (unit: string): string => say("handed", { unit });
  try {
    const [unit = "", period = ""] = JSON.parse(rest.join("/")) as string[];
    const said = `"unit": ${JSON.stringify(marked(unit))}`;
    const own = /"unit": "(?:[^"\\]|\\.)*"/.test(text) ? text.replace(/"unit": "(?:[^"\\]|\\.)*"/, () => said) : text.replace(/^\{/, () => `{${said}, `);
    return [`${form}/${JSON.stringify([marked(unit), period])}`, own];
  } catch {
    return [marked(name), text];
  }
}
