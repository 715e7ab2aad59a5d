"""What journeys over a form's page do again and again."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FILL = """(answers) => {
  const set = (input, value) => {
    if (!input || input.disabled) throw new Error('no input for ' + value);
    if (input.type === 'checkbox') input.checked = true; else input.value = value;
    input.dispatchEvent(new Event('input', {bubbles: true}));
  };
  const find = (selector) => document.querySelector(selector);
  for (const [name, value] of Object.entries(answers.texts)) set(find(`[data-field="${name}"]`), value);
  for (const [name, value] of Object.entries(answers.sections)) {
    set(find(`[data-section="${name}"] [data-field="section"]`), value);
  }
  for (const [name, value] of Object.entries(answers.items)) {
    const home = `[data-item="${name}"]`;
    if (value === 'na') set(find(`${home} [data-na]`), value);
    else set(find(`${home} [data-field="item"]`) || find(`${home} [data-check="${value}"]`), value);
  }
  for (const name of answers.flags) set(find(`[data-flag="${name}"]`), 'on');
  return document.querySelector('[data-hb="form-total"]').textContent;
}"""


def shown(number: Any) -> Any:
    """A number as people type it."""
    return number if isinstance(number, str) else f"{number:g}"


def typed(answers: dict[str, Any], **texts: str) -> dict[str, Any]:
    """Answers as the page's script takes them."""
    groups = {key: {name: shown(one) for name, one in answers[key].items()} for key in ("sections", "items")}
    return {**groups, "flags": list(answers["flags"]), "texts": texts}


def fill_in(page: Page, answers: dict[str, Any], **texts: str) -> str:
    """Fill in the page; gives the total it shows."""
    return str(page.evaluate(FILL, typed(answers, **texts)))


def said(page: Page, hook: str) -> str:
    """What stands at a hook."""
    return page.inner_text(f"[data-hb={hook}]")


def saved(page: Page, hook: str, path: Path) -> Path:
    """Press a button that gives a file."""
    with page.expect_download() as download:
        page.click(f"[data-hb={hook}]")
    download.value.save_as(path)
    return path


def take(page: Page, path: Path) -> None:
    """Give the page a file to read, and wait until it has."""
    page.evaluate("document.querySelector('[data-hb=form-problems]').innerHTML = '<li>…</li>'")
    page.set_input_files("[data-hb=form-import]", path)
    page.wait_for_function("document.querySelector('[data-hb=form-problems]').textContent !== '…'")


def write(path: Path, answers: dict[str, Any]) -> Path:
    """An answers file."""
    path.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    return path
