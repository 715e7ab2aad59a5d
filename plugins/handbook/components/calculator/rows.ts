// One row a candidate: a name, which may be left out, and the votes in favour.
import { MOST_ROWS } from "../../desk/votes/elected";
import type { Typed } from "../../desk/votes/shapes";
import { make } from "../../projection/make";
import type { Box } from "./boxes";
import { put, words } from "./words";

const FIRST = 4;

function row(number: number, prefix: string, typed: Typed): HTMLElement {
  const who = put(words.row, { number });
  const input = (field: string, word: string, more: Record<string, string>): HTMLElement =>
    make("input", { type: "text", id: `${prefix}${field}`, "data-field": field, value: typed[field] || "", autocomplete: "off", "aria-label": `${who} ${word}`, ...more });
  return make("div.hb-calculator__row", {}, make("span", {}, who),
    input(`name-${number}`, words.fields.name as string, { placeholder: words.fields.name as string, maxlength: "60" }),
    input(`votes-${number}`, words.fields.votes as string, { placeholder: words.fields.votes as string, class: "hb-calculator__number", inputmode: "numeric" }));
}

/** The rows, with a button for one more. */
export function rowsOf(box: Box, prefix: string, typed: Typed): HTMLElement {
  const filled = Object.keys(typed).reduce((most, field) => Math.max(most, typed[field] ? Number((/^(?:name|votes)-(\d+)$/.exec(field) || [])[1] || 0) : 0), 0);
  let count = Math.min(MOST_ROWS, Math.max(FIRST, filled));
  const rows = Array.from({ length: count }, (_, place) => row(place + 1, prefix, typed));
  const add = make<HTMLButtonElement>("button", {
    type: "button", "data-hb": "calculator-add",
    onclick: () => {
      count += 1;
      const added = row(count, prefix, {});
      add.before(added);
      (added.querySelector("input") as HTMLInputElement).focus();
      add.hidden = count >= MOST_ROWS;
    },
  }, words.add);
  return make("fieldset", {}, make("legend", {}, box.label), ...rows, add);
}
