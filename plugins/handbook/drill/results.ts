// The results of a round as a table that every spreadsheet program opens.
import { Place } from "./place";
import { Drill, flowOf, Question } from "./rounds";
import { say, words } from "./words";

export const teamOf = (place: Place, number: number): number => (number % place.teams) + 1;

/** The points of each team. */
export function pointsOf(place: Place): number[] {
  const points = Array.from({ length: place.teams }, () => 0);
  place.log.forEach((right, number) => { points[number % place.teams] = (points[number % place.teams] || 0) + Number(right); });
  return points;
}

/** One row a question: number, team, kind, step, result, points. */
export function rowsOf(drill: Drill, place: Place, questions: Question[]): string[][] {
  const flow = flowOf(drill);
  return place.log.map((right, number) => {
    const one = questions[number];
    const team = place.teams > 1 ? say("team", { number: teamOf(place, number) }) : say("alone");
    return [String(number + 1), team, one ? say(one.kind) : "", flow.nodes[one?.step || ""]?.text || "", say(right ? "yes" : "no"), String(Number(right))];
  });
}

// A cell that begins like a formula would be run by a spreadsheet.
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

export const csvOf = (rows: string[][]): string =>
  `\ufeff${[words.columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

export function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}.csv`.replace(/[\\/:*?"<>|]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
