// What was typed is remembered for the visit, in this window only; where the storage is blocked it is not.
import { read } from "../../desk/profile";
import type { Calculator, Typed } from "../../desk/votes/shapes";

const KEY = "hb-votes:";

/** Where a sheet finds what was typed before, and puts what is typed. */
export interface Store { recall(): Typed; keep(typed: Typed): void }

/** The store of a page: for the visit, by the calculator's slug. */
export const visit = (slug: string): Store => ({ recall: () => recall(slug), keep: (typed) => keep(slug, typed) });

function recall(slug: string): Typed {
  try {
    const held = JSON.parse(sessionStorage.getItem(KEY + slug) || "{}") as unknown;
    if (held === null || typeof held !== "object" || Array.isArray(held)) return {};
    const texts = Object.entries(held as Record<string, unknown>).filter(([, text]) => typeof text === "string");
    return texts.reduce((all, [field, text]) => ({ ...all, [field]: text as string }), {} as Typed);
  } catch {
    return {};
  }
}

function keep(slug: string, typed: Typed): void {
  try {
    sessionStorage.setItem(KEY + slug, JSON.stringify(typed));
  } catch {
    // nothing is lost but the memory: what was typed stands in the boxes
  }
}

/** The full members of the reader's own branch, for a calculator that counts them; empty if it was not told. */
export function ownMembers(model: Calculator): string {
  const counts = model.kind === "quota" || ((model.kind === "turnout" || model.kind === "decision") && model.voters);
  const profile = counts ? read(null) : null;
  return profile && profile.full !== null ? String(profile.full) : "";
}
