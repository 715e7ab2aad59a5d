// A course as plain data, read from anything: an address, a file, what this computer kept. Nothing here knows the page.

export interface Offer { id: string; text: string; href: string; deck: string }
export interface Part { id: string; minutes: number }
export interface Course { title: string; parts: Part[] }
export interface Offers { items: [string, string, string, string][]; checks: Record<string, Record<string, [id: string, least: number]>> }

const MOST = 200;
const own = (tree: object, key: string): boolean => Object.prototype.hasOwnProperty.call(tree, key);

/** Reads a course; null if it is none. What this edition does not know is counted and left out. */
export function readCourse(text: string, known: Record<string, Offer>): { course: Course; missing: number } | null {
  let found: unknown;
  try { found = JSON.parse(text); } catch (_) { return null; }
  const { title, parts } = (found || {}) as { title?: unknown; parts?: unknown };
  if (!Array.isArray(parts)) return null;
  const course: Course = { title: typeof title === "string" ? title.slice(0, 120) : "", parts: [] };
  parts.slice(0, MOST).forEach((part) => {
    const { id, minutes } = (part || {}) as { id?: unknown; minutes?: unknown };
    if (typeof id === "string" && own(known, id)) course.parts.push({ id, minutes: Math.min(600, Math.max(1, Math.round(Number(minutes)) || 10)) });
  });
  return { course, missing: parts.length - course.parts.length };
}

const OWN = "own!";

/** A course in short, to stand in the address of a deck: own!<title>!<id>:<minutes>!… */
export const pack = (course: Course): string =>
  OWN + [course.title.replace(/!/g, "！"), ...course.parts.map(({ id, minutes }) => `${id}:${minutes}`)].join("!");

/** What was packed, as the text of a course; null if it is the name of a ready one. */
export function unpack(packed: string): string | null {
  if (packed.indexOf(OWN) !== 0) return null;
  const [title = "", ...parts] = packed.slice(OWN.length).split("!");
  return JSON.stringify({ title, parts: parts.map((part) => ({ id: part.split(":")[0], minutes: Number(part.split(":")[1]) })) });
}

/** The address of the page on which a course was put together. */
export const pageOf = (course: Course): string => `courses/make.html#${encodeURIComponent(JSON.stringify(course))}`;

/** The address of the first deck of a course, from the root of the handbook. */
export const startOf = (course: Course, known: Record<string, Offer>): string =>
  `${(known[course.parts[0]?.id || ""]?.deck || "").split("#")[0]}#/course?course=${encodeURIComponent(pack(course))}&at=1`;

/** What the failed items of an answers file name, a step or a procedure, each once; null if the file is none. */
export function failedSteps(text: string, offers: Offers): string[] | null {
  let found: unknown;
  try { found = JSON.parse(text); } catch (_) { return null; }
  const { form, items } = (found || {}) as { form?: unknown; items?: unknown };
  if (typeof form !== "string" || !items || typeof items !== "object" || !own(offers.checks, form)) return null;
  const checks = offers.checks[form] || {};
  const failed = Object.entries(items).filter(([id, value]) => own(checks, id) && value !== "na" && value !== null && Number(value) < checks[id]![1]);
  return failed.map(([id]) => checks[id]![0]).filter((id, place, all) => all.indexOf(id) === place);
}
