// Where in a deck one is, and how the address says it:
//   #/<slide>[?walk=<node>.<node>…&shown=<n>&from=<deck>%23<hash>&course=<course>&at=<n>]
// A slide that was cut into pieces is <slide>, <slide>--2, …; a step is step-<node>. A plain #step-<node> works too.

export interface Place {
  /** The slide without its piece. */
  slide: string;
  /** The piece, from 1. */
  piece: number;
  /** How much of the slide is uncovered. */
  shown: number;
  /** The nodes passed, the current one last. */
  trail: string[];
  /** The deck to return to with its address, or empty. */
  from: string;
  /** The course that is being taught, a slug or one of one's own written out, or empty. */
  course: string;
  /** Which item of the course, from 1. */
  at: number;
}

export function readPlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query);
  const [slide = "", piece = "1"] = decodeURIComponent(path).split("--");
  return {
    slide,
    piece: Math.max(1, Number(piece) || 1),
    shown: Math.max(0, Number(asked.get("shown")) || 0),
    trail: (asked.get("walk") || "").split(".").filter(Boolean),
    from: asked.get("from") || "",
    course: asked.get("course") || "",
    at: Math.max(1, Math.floor(Number(asked.get("at"))) || 1),
  };
}

export function writePlace(place: Place): string {
  const asked: string[] = [];
  if (place.trail.length) asked.push(`walk=${place.trail.join(".")}`);
  if (place.shown) asked.push(`shown=${place.shown}`);
  if (place.from) asked.push(`from=${encodeURIComponent(place.from)}`);
  if (place.course) asked.push(`course=${encodeURIComponent(place.course)}`, `at=${place.at}`);
  const piece = place.piece > 1 ? `--${place.piece}` : "";
  return `#/${place.slide}${piece}${asked.length ? `?${asked.join("&")}` : ""}`;
}
