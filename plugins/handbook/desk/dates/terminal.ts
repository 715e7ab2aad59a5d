// The arithmetic and the plans for an engine without a page: tests bundle it, no page loads it.
import type { Case, Procedure, Run } from "../shapes";
import { iso, parse } from "./days";
import { YEARS, natureOf } from "./holidays";
import { plan } from "./plan";
import { planRun } from "./runs";
import { firstReaching, lastReaching, shift } from "./shift";

const day = (text: string): number => parse(text) ?? Number.NaN;
const json = (given: unknown): string => JSON.stringify(given);

Object.assign(globalThis, {
  parseDay: (text: string): string => json(parse(text)),
  shiftDay: (from: string, amount: number, unit: string): string => {
    const end = shift(day(from), { amount, unit });
    return json(end.day === null ? end.year : iso(end.day));
  },
  reaching: (which: "first" | "last", end: string, amount: number, unit: string): string => {
    const from = (which === "first" ? firstReaching : lastReaching)(day(end), { amount, unit });
    return json(from.day === null ? from.year : iso(from.day));
  },
  natureOfDay: (text: string): string => json(natureOf(day(text))),
  knownYears: (): string => json(YEARS),
  planRun: (run: string, procedures: string, dates: string): string =>
    json(planRun(JSON.parse(run) as Run, JSON.parse(procedures) as Procedure[], JSON.parse(dates) as Record<string, string>)),
  planCase: (procedure: string, own: string, today: string): string =>
    json(plan(JSON.parse(procedure) as Procedure, JSON.parse(own) as Case, today === "" ? null : day(today))),
});
