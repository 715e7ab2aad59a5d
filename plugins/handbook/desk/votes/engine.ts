// What the embedded engine calls: texts in, text out.
import { work } from "./answer";
import type { Calculator, Typed } from "./shapes";

// Works out many sheets of one calculator: gives verdict, values, the keys of all that is said and what is filled in there.
function workText(model: string, sheets: string): string {
  const calculator = JSON.parse(model) as Calculator;
  return JSON.stringify((JSON.parse(sheets) as Typed[]).map((typed) => {
    const { values, tone, said, fields } = work(calculator, typed);
    return { ...values, tone, fields, said: said.map((one) => one.say), parts: said.map((one) => Object.keys(one.parts)) };
  }));
}

Object.assign(globalThis, { workText });
