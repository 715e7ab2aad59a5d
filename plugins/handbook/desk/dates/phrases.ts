// Days, moments and natures of days in the reader's words.
import type { Procedure } from "../shapes";
import { say } from "../words";
import { type Day, parts, weekday } from "./days";
import { natureOf, workdayBefore } from "./holidays";

/** "2026 年 12 月 10 日 周四" */
export function dayText(day: Day): string {
  return say("dates.day", { ...parts(day), weekday: say(`dates.weekdays.${weekday(day)}`) });
}

/** What a reader should know of a day: a weekend, a holiday, a weekend on which people work; empty for a plain day. */
export function natureText(day: Day): string {
  const { kind, name } = natureOf(day);
  return kind === "plain" ? "" : say(`dates.nature.${kind}`, { name });
}

/** Of a last day on which nobody works: the working day before it, if it can be known. */
export function earlierText(day: Day): string {
  const { kind } = natureOf(day);
  if (kind !== "weekend" && kind !== "holiday") return "";
  const before = workdayBefore(day);
  return before === null ? say("dates.earlier_unknown") : say("dates.earlier", { day: dayText(before) });
}

/** A moment of a plan by its name: the step with its number, or what the date is. */
export function momentText(procedure: Procedure, moment: string): string {
  const id = moment.slice(moment.indexOf(":") + 1);
  const step = moment.indexOf("step:") === 0 ? procedure.steps.find((one) => one.id === id) : undefined;
  return step ? say("dates.step", { number: step.number, title: step.title }) : procedure.dates[id] ?? id;
}
