// Where on the desk a reader is, as the address says it: "#case=c-1&tab=archive", "#start=branch-election", "#run=term&for=c-1", "#me".

export interface Place { room: "cases" | "case" | "start" | "run" | "me" | "handover"; id: string; tab: string; step: string;
  /** The case for which a long run is looked at. */
  own: string;
}

/** Reads the part of the address after "#"; what it does not know leads to the cases. */
export function readPlace(hash: string): Place {
  const given: Record<string, string> = Object.create(null) as Record<string, string>;
  hash.replace(/^#/, "").split("&").forEach((part) => {
    const [name = "", value = ""] = part.split("=");
    given[name] = /^[a-z0-9-]*$/.test(value) ? value : "";
  });
  const rooms = (["case", "start", "run", "me", "handover"] as const).filter((room) => room in given);
  const room = rooms[0] ?? "cases";
  return { room, id: given[room] ?? "", tab: given.tab ?? "", step: given.step ?? "", own: given.for ?? "" };
}

export function casePlace(id: string, tab = "", step = ""): string {
  return `#case=${id}${tab && `&tab=${tab}`}${step && `&step=${step}`}`;
}
