// Writes tasks of a year as an iCalendar file with an alarm each. Loaded when a reader first asks for one.
import ICAL from "ical.js";
import type { Due } from "../components/calendar/calendar";

const ALARM = "-PT15H"; // at nine in the morning of the day before

// A name that stays the same when the file is made again: a calendar then updates its entry and adds no second one.
function identity(due: Due, given: number): string {
  const year = due.year ?? given;
  let hash = 0;
  for (const character of `${due.task}/${due.month}/${due.day}`) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `${year}-${due.month}-${due.day}-${(hash >>> 0).toString(16)}@handbook`;
}

function event(due: Due, year: number, stamp: ICAL.Time): ICAL.Component {
  const component = new ICAL.Component("vevent");
  const day = ICAL.Time.fromData({ year: due.year ?? year, month: due.month, day: due.day, isDate: true });
  component.addPropertyWithValue("uid", identity(due, year));
  component.addPropertyWithValue("dtstamp", stamp);
  component.addPropertyWithValue("dtstart", day);
  component.addPropertyWithValue("summary", due.task);
  component.addPropertyWithValue("description", due.text);
  component.addPropertyWithValue("transp", "TRANSPARENT");
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("description", due.task);
  alarm.addPropertyWithValue("trigger", ICAL.Duration.fromString(ALARM));
  component.addSubcomponent(alarm);
  return component;
}

export function calendarText(due: Due[], year: number, from: string): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", `-//${from.replace(/\//g, " ")}//ZH`);
  calendar.addPropertyWithValue("x-wr-calname", from);
  const stamp = ICAL.Time.fromJSDate(new Date(), true);
  for (const one of due) calendar.addSubcomponent(event(one, year, stamp));
  return `${calendar.toString()}\r\n`;
}

window.hbGiveCalendar = (due, year, name, from) => {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([calendarText(due, year, from)], { type: "text/calendar;charset=utf-8" }));
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
