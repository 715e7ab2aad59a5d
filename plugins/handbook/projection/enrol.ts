// Finds the course that an address names, before the deck is shown: a ready one among those of the handbook, one of
// one's own in the address itself. Both come as scripts, for a page opened from a folder cannot fetch.
import { Offer, Offers, pageOf, readCourse, unpack } from "../course/course";
import { inCourse, Lesson, Taught } from "./lesson";
import { readPlace } from "./place";
import { say } from "./words";

type Ready = Record<string, Taught>;

/** The course of the address; null if it names none, or none that this handbook has. */
export async function enrol(hash: string): Promise<Lesson | null> {
  const key = inCourse(readPlace(hash)).course;
  if (!key) return null;
  const own = unpack(key);
  const taught = own === null ? await ready(key) : await made(own);
  const parts = taught ? taught.parts.filter((part) => part.items.length) : [];
  return taught && parts.length ? new Lesson(key, { ...taught, parts, title: taught.title || say("course_untitled") }) : null;
}

async function ready(slug: string): Promise<Taught | null> {
  const all = await loaded<Ready>("courses", "hbCourses");
  const found = all && Object.prototype.hasOwnProperty.call(all, slug) ? all[slug] : undefined;
  return found ? { ...found, missing: 0 } : null;
}

// Each item of a course of one's own is a part of it.
async function made(text: string): Promise<Taught | null> {
  const offers = await loaded<Offers>("course-offers", "hbOffers");
  if (!offers) return null;
  const known: Record<string, Offer> = {};
  offers.items.forEach(([id, words, href, deck]) => { known[id] = { id, text: words, href, deck }; });
  const read = readCourse(text, known);
  if (!read) return null;
  const parts = read.course.parts.map(({ id, minutes }) => {
    const { text: title, deck } = known[id] as Offer;
    const [, name = "", slide = ""] = /([^/]+)\.html#?(.*)$/.exec(deck) || [];
    return { title, minutes, note: "", items: [[title, name, slide] as [string, string, string]] };
  });
  return { title: read.course.title, page: pageOf(read.course), parts, missing: read.missing };
}

function loaded<T>(file: string, name: string): Promise<T | null> {
  return new Promise((done) => {
    const script = document.createElement("script");
    const found = (): T | null => (window as unknown as Record<string, T | undefined>)[name] || null;
    script.onload = () => done(found());
    script.onerror = () => done(null);
    script.src = `../assets/${file}.js`;
    document.body.append(script);
  });
}
