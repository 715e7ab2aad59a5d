// Where in a drill one is, and how the address says it, so that a reload loses nothing:
//   drill.html#<slug>?teams=2&kind=all&seed=1234&log=1.0.1
// The log has a 1 for each right answer and a 0 for each wrong one.
import { Kind, KINDS } from "./rounds";

export interface Place { slug: string; teams: number; kind: Kind | "all"; seed: string; log: boolean[] }

export function readPlace(hash: string): Place {
  const [slug = "", query = ""] = hash.replace(/^#/, "").split("?");
  const asked = new URLSearchParams(query);
  const kind = asked.get("kind") as Kind;
  return {
    slug: decode(slug),
    teams: Math.min(4, Math.max(1, Math.floor(Number(asked.get("teams"))) || 1)),
    kind: KINDS.indexOf(kind) < 0 ? "all" : kind,
    seed: (asked.get("seed") || "").replace(/[^\w-]/g, "").slice(0, 20),
    log: (asked.get("log") || "").split(".").filter((one) => one === "0" || one === "1").map((one) => one === "1"),
  };
}

export function writePlace(place: Place): string {
  const log = place.log.length ? `&log=${place.log.map(Number).join(".")}` : "";
  return place.seed ? `#${place.slug}?teams=${place.teams}&kind=${place.kind}&seed=${place.seed}${log}` : `#${place.slug}`;
}

function decode(text: string): string {
  try { return decodeURIComponent(text); } catch (_) { return ""; }
}
