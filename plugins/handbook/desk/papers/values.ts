// What was typed becomes what stands in a document, or a reason why it cannot. Knows no page.
import { Fault, Field } from "./shapes";

export const LONGEST = 20_000; // characters of one value
const UNITS = /\s*(?:\u540d|\u4eba|\u4e2a|\u5f20|\u7968|\u4efd|\u6b21|\u5143|\u5c81)$/;
const DATE = /^(\d{4})\s*(?:\u5e74|[-/.])\s*(\d{1,2})\s*(?:\u6708|[-/.])\s*(\d{1,2})\s*\u65e5?$/;
const TIME = /^(\d{1,2})\s*(?::|\u65f6|\u70b9)\s*(\d{1,2})?\s*\u5206?$/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
const TEMPLATE = /\{_[{%#]|[}%#]_\}/; // what docxtpl takes for its own and turns into something else

/** The text without what no XML document can hold, and without blanks around it. Line ends become "\n". */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(LONE, "$1")
    .trim();
}

// Full-width figures and signs as they are typed in a Chinese input method.
function plain(text: string): string {
  return text.replace(/[\uff10-\uff19\uff1a\uff0f\uff0d\uff0e\uff05]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** A choice, without the blanks that authors set between Chinese and figures. */
export function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The day as an ISO date; empty if it is none. */
export function dayOf(text: string): string {
  const found = DATE.exec(plain(clean(text)));
  if (!found) return "";
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : "";
}

/** The whole number; null if it is none. */
export function numberOf(text: string): number | null {
  const typed = plain(clean(text)).replace(UNITS, "");
  return /^-?\d{1,12}$/.test(typed) ? Number(typed) : null;
}

type Read = string | Fault;

function date(field: Field, text: string): Read {
  const day = dayOf(text);
  if (!day) return { code: "date", parts: { label: field.label, value: text } };
  const [year, month, dom] = day.split("-").map(Number) as [number, number, number];
  return `${year}\u5e74${month}\u6708${dom}\u65e5`;
}

function time(field: Field, text: string): Read {
  const found = TIME.exec(plain(text));
  const [hour, minute] = found ? [Number(found[1]), Number(found[2] || 0)] : [24, 0];
  if (hour > 23 || minute > 59) return { code: "time", parts: { label: field.label, value: text } };
  return `${hour}:${minute < 10 ? "0" : ""}${minute}`;
}

function number(field: Field, text: string): Read {
  const found = numberOf(text);
  const parts = { label: field.label, value: text };
  if (found === null) return { code: "number", parts };
  if (field.minimum !== null && found < field.minimum) return { code: "minimum", parts: { ...parts, limit: field.minimum } };
  if (field.maximum !== null && found > field.maximum) return { code: "maximum", parts: { ...parts, limit: field.maximum } };
  return String(found);
}

function percent(field: Field, text: string): Read {
  const typed = plain(text).replace(/\s*%$/, "");
  return /^\d{1,4}(\.\d{1,4})?$/.test(typed) ? typed : { code: "percent", parts: { label: field.label, value: text } };
}

function choice(field: Field, text: string): Read {
  const found = field.choices.find((one) => bare(one) === bare(text));
  return found || { code: "choice", parts: { label: field.label, value: text, choices: field.choices.join("\u3001") } };
}

const READERS: Partial<Record<Field["kind"], (field: Field, text: string) => Read>> = { date, time, number, percent, choice };

/** What was typed for a field, as it stands in the document; empty if nothing was. */
export function read(field: Field, typed: string): Read {
  const text = clean(typed);
  if (!text) return "";
  const length = Array.from(text).length;
  if (length > LONGEST) return { code: "long", parts: { label: field.label, limit: LONGEST, value: length } };
  const trap = TEMPLATE.exec(text);
  if (trap) return { code: "template", parts: { label: field.label, value: trap[0] } };
  const reader = READERS[field.kind];
  if (reader) return reader(field, text);
  if (field.kind === "people") return text.replace(/\s*[,\uff0c;\uff1b\n]+\s*/g, "\u3001");
  return field.kind === "long-text" ? text : text.replace(/\n+/g, " ");
}
