"""No word leaves its shape, whatever font the reader has and however large the browser writes.

Every flow and diagram of the repository and a set of made extremes are laid out once, without a font, and then
shown in Chromium with three fonts, each at three sizes. The browser's own measure must agree with ours.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import FLAGS
from handbook.entries.flow import Flow
from handbook.entries.role import Role
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import Entries, check
from handbook.stages.drawing import DRAWERS, Drawing
from handbook.stages.drawing.flows import Manner, draw_flow
from handbook.stages.drawing.outline import outline_of_diagram
from handbook.stages.linking.flows import numbered
from handbook.stages.reading import read
from handbook.stages.rendering import PACKAGE, environment

ROOT = Path(__file__).parents[2]
FONTS = ("Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN")
SIZES = (0.8, 1.0, 1.5)
"""The browser's zoom; the least font size is 12 px throughout, as a Chinese Chromium has it."""
LEAST_FONT = "--blink-settings=minimumFontSize=12,minimumLogicalFontSize=12"
EXTREMES = (
    "W" * 40,
    "党" * 40,
    "％" * 20 + "（" * 20,
    "应到23人、实到19人，赞成12票；“五分之四”够不够？",
    "GB/T 9704-2012 mmmmmmmmm WWWWWWWWW @@@@",
    "①②③④⑤⑥⑦⑧⑨⑩㎡℃×÷≥≤→…——·",
    "i",
    "，。、；：？！）》",
)
ROLE = Role(name="上级党组织", short="县级以上党委", name_en="Superior", duty="审批")

OVERFLOW = """() => {
  const wrong = [];
  const inked = (text) => {
    const box = text.getBBox(), size = parseFloat(getComputedStyle(text).fontSize);
    const y = parseFloat(text.getAttribute('y'));
    return {left: box.x, right: box.x + box.width, top: y - size * 0.84, bottom: y + size * 0.1};
  };
  for (const svg of document.querySelectorAll('svg.hb-picture')) {
    const name = svg.parentNode.id, view = svg.viewBox.baseVal;
    const inside = (path, x, y) => { const p = svg.createSVGPoint(); p.x = x; p.y = y; return path.isPointInFill(p); };
    for (const text of svg.querySelectorAll('text')) {
      const at = inked(text), shape = text.parentNode.querySelector('.hb-box');
      const fits = text.closest('.hb-node')
        ? [[at.left, at.top], [at.right, at.top], [at.left, at.bottom], [at.right, at.bottom]]
            .every(([x, y]) => inside(shape, x, y))
        : at.left >= 0 && at.right <= view.width && at.top >= 0 && at.bottom <= view.height;
      if (!fits) wrong.push(name + ': ' + text.textContent);
    }
    const labels = [...svg.querySelectorAll('.hb-words-label')].map((text) => ({text, at: inked(text)}));
    for (const {text, at} of labels) {
      for (const node of svg.querySelectorAll('.hb-node')) {
        const box = node.querySelector('.hb-box').getBBox();
        if (at.left < box.x + box.width && at.right > box.x && at.top < box.y + box.height && at.bottom > box.y)
          wrong.push(name + ': label ' + text.textContent + ' lies on ' + node.textContent.trim());
      }
      for (const other of labels) {
        if (other.text !== text && at.left < other.at.right && at.right > other.at.left
            && at.top < other.at.bottom && at.bottom > other.at.top)
          wrong.push(name + ': labels ' + text.textContent + ' and ' + other.text.textContent);
      }
    }
  }
  return {wrong, texts: document.querySelectorAll('svg.hb-picture text').length};
}"""


def of_the_repository() -> Iterator[tuple[str, Drawing]]:
    """Draw all flows and diagrams that obey their models, also while other files are being written."""
    entries: Entries = check(read(Settings.at(ROOT), Report()), Report())
    for slug, flow in entries.flows.items():
        lanes = {node.lane: entries.roles[node.lane] for node in flow.model.nodes.values() if node.lane}
        yield f"flow {slug}", draw_flow(flow.model, Manner(numbered(flow.model), lanes, "换届", linked=True), ())
    for slug, diagram in entries.diagrams.items():
        yield f"diagram {slug}", DRAWERS[diagram.model.kind](diagram.model, outline_of_diagram(diagram.model))


def extreme(text: str) -> Drawing:
    """Draw a flow that has one text in every kind of box and on its arrows."""
    kinds = ("step", "decision", "document", "subflow")
    nodes: dict[str, Any] = {"begin": {"kind": "start", "text": text, "next": "n-step"}}
    for kind, following in zip(kinds, [*kinds[1:], "end"], strict=True):
        onward = "done" if following == "end" else f"n-{following}"
        node: dict[str, Any] = {"kind": kind, "text": text, "lane": "superior", "next": onward}
        if kind == "decision":
            node["next"] = {text: onward, f"不{text}": "n-step"}
        if kind == "subflow":
            node["flow"] = "other"
        nodes[f"n-{kind}"] = node
    flow = Flow.model_validate({"title": "极端", "nodes": {**nodes, "done": {"kind": "end", "text": text}}})
    return draw_flow(flow, Manner(numbered(flow), {"superior": ROLE}, "换届", linked=True), ())


@pytest.fixture(scope="module")
def pictures() -> str:
    """All pictures on one page, in the site's own style."""
    drawings = [*of_the_repository(), *((f"made {number}", extreme(text)) for number, text in enumerate(EXTREMES))]
    draw = environment().get_template("flow/picture.html").module.picture  # type: ignore[attr-defined]
    styles = [PACKAGE / "browser/css/tokens.css", PACKAGE / "components/flow/flow.css"]
    style = "\n".join(path.read_text("utf-8") for path in styles)
    shown = "".join(
        f'<div class="hb-flow" id="{name}">{draw(drawing, f"p{number}")}</div>'
        for number, (name, drawing) in enumerate(drawings)
    )
    return f"<!DOCTYPE html><html lang='zh'><meta charset='utf-8'><style>{style}</style><body>{shown}</body></html>"


@pytest.fixture(scope="module")
def chinese_browser(browser: Browser) -> Iterator[Browser]:
    """Give a Chromium whose least font size is 12 px, as Chinese ones have it."""
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("chromium-browser")
    launched = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, LEAST_FONT])
    yield launched
    launched.close()


def used_font(page: Page) -> str:
    """Ask the browser which font it really writes a Chinese label with; a missing one it replaces in silence."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": ".hb-words-lane"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return str(max(fonts, key=lambda font: font["glyphCount"])["familyName"])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("font", FONTS)
def test_no_word_leaves_its_shape(chinese_browser: Browser, pictures: str, font: str, size: float) -> None:
    """In every picture: words inside their shape, labels inside the picture, on no box and on no other label."""
    context = chinese_browser.new_context(device_scale_factor=size, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_content(pictures)
    page.add_style_tag(content=f'.hb-picture {{ font-family: "{font}" !important; }}')
    assert used_font(page) == font
    seen = page.evaluate(OVERFLOW)
    context.close()
    assert seen["texts"] > 500
    assert seen["wrong"] == []
