// The slides of a course: the agenda, and one before each part. They stand in every deck that is taught as part of it.
import { COURSE, Lesson, partSlide } from "./lesson";
import { group, line, source, Source } from "./source";
import { make, say } from "./words";

export function lessonSources(lesson: Lesson): Source[] {
  const { taught } = lesson;
  const minutes = taught.parts.reduce((sum, part) => sum + part.minutes, 0);
  const rows = taught.parts.map((part, n) => make("a.hb-choice", { href: `#/${partSlide(n + 1)}`, "data-hb": "present-choice", "data-slide": partSlide(n + 1) },
    make("kbd", {}, String(n + 1)), make("span", {}, part.title, make("small", {}, ` ${say("course_minutes", { minutes: part.minutes })}`))));
  return [
    source(COURSE, "course", "lesson", taught.title, [group("div", [line("", say("total_time", { target: minutes })), ...rows])]),
    ...taught.parts.map((part, n) => ({
      ...source(partSlide(n + 1), "part", "lesson", part.title, [
        group("div", [line("", say("course_minutes", { minutes: part.minutes }))]),
        group("ul", part.items.map(([text]) => make("li", {}, text)))]),
      label: say("course_part", { part: n + 1, parts: taught.parts.length }),
      ...(part.note ? { note: part.note } : {}),
    })),
  ];
}
