// What the embedded engine calls: texts in, text out, so that nothing is lost on the way.
import type { Form } from "./form";
import { placeOf } from "./json";
import { type File, rank } from "./rank";
import { score } from "./score";
import type { Problem } from "./sheet";

// A problem as the outside sees it: with the line and column of the file in place of the character.
function placed(problem: Problem, text: string): object {
  const { at, ...rest } = problem;
  return { ...rest, ...placeOf(text, at) };
}

function scoreText(form: string, texts: string[]): string {
  const result = score(JSON.parse(form) as Form, texts);
  if ("score" in result) return JSON.stringify(result.score);
  return JSON.stringify({ refusals: result.refusals.map((one) => placed(one, texts[one.file] as string)) });
}

function rankText(form: string, files: File[]): string {
  const ranked = rank(JSON.parse(form) as Form, files);
  const texts = new Map(files.map((file) => [file.name, file.text] as const));
  const refused = ranked.refused.map(({ file, problems }) => ({
    file,
    problems: problems.map((one) => placed(one, texts.get(file) ?? "")),
  }));
  return JSON.stringify({ ...ranked, refused });
}

function scoreTexts(sheets: Array<[form: string, texts: string[]]>): string {
  return `[${sheets.map(([form, texts]) => scoreText(form, texts)).join(",")}]`;
}

function rankTexts(tables: Array<[form: string, files: File[]]>): string {
  return `[${tables.map(([form, files]) => rankText(form, files)).join(",")}]`;
}

Object.assign(globalThis, { scoreText, scoreTexts, rankText, rankTexts });
