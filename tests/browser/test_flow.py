"""The flowchart answers to hand, keyboard and finger, and is a set of plain links without its script."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.engines.old import OldChromium, Visit

MINIMAL = Path(__file__).parents[1] / "sites" / "minimal"
FRAME = "[data-hb=flow-window]"
SCALE = "() => new DOMMatrix(getComputedStyle(document.querySelector('.hb-picture')).transform).a"
FOCUSED = "() => document.activeElement.dataset.node"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a small procedure, built by the command and opened as a double-click opens it."""
    folder = shutil.copytree(MINIMAL, tmp_path_factory.mktemp("flow") / "minimal")
    command = [str(Path(sys.executable).parent / "handbook"), "build"]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return (folder / "site" / "demo" / "hold-meeting.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a window of a desk's size."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.goto(address)
    yield shown
    context.close()


def node(page: Page, name: str) -> Locator:
    """A box of the flowchart, brought to the middle of the window."""
    found = page.locator(f"[data-hb=flow-node][data-node={name}]")
    found.evaluate("box => box.scrollIntoView({block: 'center'})")
    return found


def middle(box: Locator) -> tuple[float, float]:
    """Where the middle of a box is in the window."""
    at = box.bounding_box()
    assert at
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def settle(page: Page) -> None:
    """Wait until the picture has moved: it does so with the next frames."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_buttons_and_keys_zoom_and_bring_back(page: Page) -> None:
    """Plus and minus by hand or by key; the way back leaves nothing moved."""
    for grow, shrink in (("[data-hb=flow-in]", "[data-hb=flow-out]"), ("+", "-")):
        node(page, "notify").focus()
        for act, least, most in ((grow, 1.2, 1.3), (grow, 1.5, 1.6), (shrink, 1.2, 1.3), (shrink, 1, 1)):
            if len(act) > 1:
                page.click(act)
            else:
                page.keyboard.press(act)
            settle(page)
            assert least <= page.evaluate(SCALE) <= most
    page.keyboard.press("+")
    page.keyboard.press("0")
    settle(page)
    matrix = "() => getComputedStyle(document.querySelector('.hb-picture')).transform"
    assert page.evaluate(matrix) in ("none", "matrix(1, 0, 0, 1, 0, 0)")


def test_the_wheel_zooms_only_with_ctrl_and_around_the_pointer(page: Page) -> None:
    """Without Ctrl the wheel scrolls the page."""
    box = node(page, "count")
    x, y = middle(box)
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    settle(page)
    assert page.evaluate(SCALE) > 1.2
    assert middle(box) == pytest.approx((x, y), abs=3)
    scrolled = page.evaluate("scrollY")
    page.mouse.wheel(0, 120)
    page.wait_for_function("before => scrollY > before", arg=scrolled)
    assert page.evaluate(SCALE) < 1.3


def test_a_drag_moves_the_zoomed_picture_and_is_no_click(page: Page) -> None:
    """A click that is no drag still opens the step."""
    box = node(page, "count")
    box.focus()
    page.keyboard.press("+")
    settle(page)
    box.evaluate("box => box.scrollIntoView({block: 'center'})")
    x, y = middle(box)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=5)
    page.mouse.up()
    settle(page)
    assert middle(box) == pytest.approx((x + 40, y + 20), abs=3)
    assert "#" not in page.url
    page.mouse.click(*middle(box))
    page.wait_for_function("() => location.hash === '#step-count'")


def test_arrow_keys_walk_along_the_arrows(page: Page) -> None:
    """Down follows the first answer, right changes to the next one, up goes back the way one came."""
    node(page, "notify").focus()
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(page.evaluate(FOCUSED))
    assert walked == ["count", "discuss", "notify", "discuss", "count"]


def test_a_walk_through_a_zoomed_picture_keeps_the_box_in_view(page: Page) -> None:
    """The picture moves under the frame until the focused box is in it."""
    node(page, "notify").focus()
    for _ in range(4):
        page.keyboard.press("+")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
        settle(page)
        x, y = middle(page.locator("[data-hb=flow-node]:focus"))
        frame = page.locator(FRAME).bounding_box()
        assert frame
        assert frame["x"] <= x <= frame["x"] + frame["width"]
        assert max(frame["y"], 0) <= y <= min(frame["y"] + frame["height"], 900)


def test_enter_opens_the_step_and_its_number_leads_back(page: Page) -> None:
    """Both ways the focus goes along."""
    node(page, "count").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'step-count'")
    page.click("#step-count [data-hb=step-back]")
    assert page.evaluate("() => document.activeElement.id") == "node-count"


def test_two_fingers_zoom_and_one_scrolls_the_page(browser: Browser, address: str) -> None:
    """On a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    x, y = middle(node(page, "count"))
    touch = context.new_cdp_session(page)
    scrolled = page.evaluate("scrollY")
    touch.send("Input.synthesizeScrollGesture", {"x": x, "y": y, "yDistance": -100})
    assert page.evaluate("scrollY") > scrolled + 50
    x, y = middle(node(page, "count"))
    for kind, apart in (("touchStart", 20), *(("touchMove", 20 + 10 * step) for step in range(1, 8)), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        settle(page)
    assert page.evaluate(SCALE) > 1.4
    assert page.evaluate("visualViewport.scale") == 1
    context.close()


def test_paper_shows_the_whole_picture(page: Page) -> None:
    """Whatever the screen is zoomed to."""
    node(page, "count").focus()
    page.keyboard.press("+")
    settle(page)
    page.emulate_media(media="print")
    assert page.evaluate(SCALE) == 1
    assert page.locator(FRAME).evaluate("frame => getComputedStyle(frame).overflow") == "visible"


def test_without_script_every_box_is_a_link(browser: Browser, address: str) -> None:
    """The buttons that would do nothing are not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator("[data-hb=flow-tools]").is_visible()
    for link, anchor in (("[data-hb=flow-node][data-node=count]", "step"), ("#step-count [data-hb=step-back]", "node")):
        page.click(link)
        page.wait_for_url(f"{address}#{anchor}-count")
    context.close()


def test_it_works_in_chromium_79(old_chromium: OldChromium, address: str) -> None:
    """The button zooms and the arrow keys walk in the oldest browser we serve."""
    zoom = """(() => {
      document.querySelector('[data-hb=flow-in]').click();
      return document.querySelector('[data-hb=flow-window]').dataset.zoomed;
    })()"""
    walk = """(() => {
      const box = document.querySelector('[data-hb=flow-node][data-node=notify]');
      box.focus();
      box.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}));
      return document.activeElement.dataset.node;
    })()"""
    (sight,) = old_chromium.look([Visit(address, {"zoomed": zoom, "walked": walk})])
    assert sight.values == {"zoomed": "", "walked": "count"}
