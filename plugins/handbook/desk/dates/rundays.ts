// Where the days of a long run are kept: with the case it is looked at for, whose own days they may be, else under the run's name.
import type { Keep } from "../keep";
import { moments } from "../reading";
import type { Case, Run } from "../shapes";

export const RUN = "run:";
export type Days = Record<string, string>;

/** Reads days that were kept; none if they cannot be read. */
export function daysOf(text: string | null): Days {
  try {
    return moments(JSON.parse(text ?? "{}"), "");
  } catch {
    return {};
  }
}

const isDate = (moment: string): boolean => moment.indexOf("/date:") > 0;

/** All names of a moment: those that are one day with it. */
function names(run: Run, moment: string): string[] {
  return run.same.filter((group) => group.indexOf(moment) >= 0)[0] ?? [moment];
}

/** The case's own date that a moment is; empty if it is none. */
function ownDate(run: Run, moment: string, own: Case, known: Record<string, string>): string {
  const prefix = `${own.procedure}/date:`;
  const found = names(run, moment).filter((one) => one.indexOf(prefix) === 0).map((one) => one.slice(prefix.length));
  return found.filter((slug) => slug in known)[0] ?? "";
}

/** The days of a case as a run names them, over those that were filled in for the run alone. `known`: the dates of the case's procedure. */
export function daysFor(slug: string, run: Run, own: Case, known: Record<string, string>): Days {
  const days: Days = { ...own.runs?.[slug] };
  Object.keys(own.dates).filter((date) => date in known).forEach((date) => {
    const moment = `${own.procedure}/date:${date}`;
    days[names(run, moment).filter(isDate)[0] ?? moment] = own.dates[date] ?? "";
  });
  return days;
}

/** Puts a day into the case: its own date if it is one, else what it knows of the run. */
export function putDay(slug: string, run: Run, own: Case, known: Record<string, string>, moment: string, day: string): void {
  const date = ownDate(run, moment, own, known);
  if (date && day) own.dates[date] = day;
  else if (date) delete own.dates[date];
  else {
    const days = { ...own.runs?.[slug] };
    if (day) days[moment] = day;
    else delete days[moment];
    const { [slug]: _, ...others } = own.runs ?? {};
    own.runs = Object.keys(days).length ? { ...others, [slug]: days } : others;
  }
  if (own.runs && !Object.keys(own.runs).length) delete own.runs;
}

/** Keeps the days of a run that is looked at for no case. */
export function keepDays(keep: Keep, slug: string, days: Days): void {
  const filled = Object.keys(days).filter((moment) => days[moment]);
  if (filled.length) keep.write(RUN + slug, JSON.stringify(filled.reduce<Days>((all, moment) => ({ ...all, [moment]: days[moment] as string }), {})));
  else keep.forget(RUN + slug);
}
