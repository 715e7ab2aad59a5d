"""Search in the page: what a reader types, hears and touches, over http under a sub-path and from a folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ELECTION = "branch-building/branch-election.html"
BOX = '.hb-header [data-hb="search-input"]'
BIG = '.hb-search--big [data-hb="search-input"]'
HIT = '[data-hb="search-hit"]'
BAD = (
    "选" * 10_000,
    "🍜🎉",
    "\u202e举选\u202c",
    "\x00\x01\x1b[31m",
    "(?:[*+.^$|\\",
    "<img src=x onerror=document.title='run'><script>document.title='run'</script>",
    "选",
    "   \t  ",
    "'\"`;--",
    "%E9%80",
    "a" * 300,
    "八分之零",
)
"""What may be pasted into a box."""


@pytest.fixture(autouse=True)
def nothing_is_remembered(open_page: Callable[..., Page], file_address: str, http_address: str) -> Iterator[None]:
    """Each test begins without what others searched."""
    yield
    for address in (file_address, http_address):
        open_page(address + "index-az.html").evaluate("localStorage.clear()")


def ask(page: Page, text: str, box: str = BOX) -> None:
    """Type into a box and wait for an answer."""
    page.fill(box, text)
    page.wait_for_selector('[data-hb="search-panel"]:not([hidden])')


def hits(page: Page) -> list[str]:
    """Give the slugs of the hits in their order."""
    found: list[str] = page.eval_on_selector_all(HIT, "all => all.map(one => one.dataset.slug)")
    return found


@pytest.mark.parametrize(
    "text", ["怎么选举", "xuanju", "選舉", "hjxj", "换界选举", "how to hold an election", "换届-07"]
)
def test_the_procedure_stands_first(open_page: Callable[..., Page], address: str, text: str) -> None:
    """However it is typed; nothing is loaded before the box is used."""
    page = open_page(address + ELECTION)
    assert page.evaluate("document.querySelectorAll('script[src*=\"assets/search\"]').length") == 0
    ask(page, text)
    page.wait_for_selector(HIT)
    assert hits(page)[0] == "branch-election"


def test_a_question_gets_its_answer_with_basis_and_step(open_page: Callable[..., Page], address: str) -> None:
    """The number, what it rests on, and the way to the step."""
    page = open_page(address + ELECTION)
    ask(page, "到会的人不够还能选吗")
    page.wait_for_selector('[data-hb="search-answer"]')
    card = page.locator(".hb-answer").first
    assert "五分之四" in card.inner_text()
    assert "第十九条" in card.inner_text()
    card.locator(".hb-answer__at").click()
    page.wait_for_url("**/branch-election.html#step-*")


def test_why_something_was_found_is_said(open_page: Callable[..., Page], file_address: str) -> None:
    """By pinyin, or by the sound of a wrong character; what matched is marked."""
    page = open_page(file_address + ELECTION)
    ask(page, "huanjiexuanju")
    page.wait_for_selector(HIT)
    assert page.locator(".hb-hit__why").first.inner_text().startswith("按拼音匹配：换届选举")
    assert page.locator(".hb-answer mark").count()
    ask(page, "换界选举")
    page.wait_for_function("document.querySelector('.hb-hit__why').textContent.startsWith('按读音匹配')")


def test_keys_and_screen_readers(open_page: Callable[..., Page], file_address: str) -> None:
    """The slash leads to the box; arrows choose, Enter opens, Esc closes; the count is announced."""
    page = open_page(file_address + ELECTION)
    page.keyboard.press("/")
    page.keyboard.insert_text("党课")
    page.wait_for_selector(HIT)
    assert page.locator(".hb-header [data-hb=search-status]").inner_text().startswith("找到")
    box = page.locator(BOX)
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert (chosen.get_attribute("role"), chosen.get_attribute("aria-selected")) == ("option", "true")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
    page.keyboard.press("Escape")
    assert page.locator(".hb-header [data-hb=search-panel]").is_hidden()
    page.keyboard.press("End")
    page.keyboard.insert_text("怎么上")
    page.wait_for_selector(HIT)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/party-lecture.html**")


def test_enter_without_a_choice_shows_all(open_page: Callable[..., Page], address: str) -> None:
    """The page of all results, with counts by kind; its address can be shared."""
    page = open_page(address + ELECTION)
    ask(page, "换届")
    page.wait_for_selector(HIT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.wait_for_selector('[data-hb="search-results"] [data-hb="search-hit"]')
    kinds = page.locator('[data-hb="search-kinds"] button')
    counted = [int(text) for text in kinds.locator("small").all_inner_texts()]
    assert counted[0] == sum(counted[1:])
    kinds.filter(has_text="文书").click()
    shown = page.eval_on_selector_all(HIT, "all => all.map(one => one.dataset.kind)")
    assert set(shown) == {"paper"}
    assert "kind=paper" in page.url or page.url.startswith("file:")


def test_the_reader_s_chapter_is_remembered(open_page: Callable[..., Page], http_address: str) -> None:
    """Until another is chosen; where it has nothing, all others are offered."""
    page = open_page(f"{http_address}search.html?q=转正")
    page.wait_for_selector(HIT)
    page.select_option('[data-hb="search-chapters"]', "branch-life")
    page.goto(f"{http_address}search.html?q=联合党支部")
    page.wait_for_selector(".hb-found__results > *")
    assert page.input_value('[data-hb="search-chapters"]') == "branch-life"
    page.goto(f"{http_address}search.html?q=函调信")
    page.locator(".hb-found__results button").click()
    page.wait_for_selector(HIT)
    assert page.input_value('[data-hb="search-chapters"]') == ""


def test_nothing_found_is_said_plainly(open_page: Callable[..., Page], file_address: str) -> None:
    """With how to ask, and the way to all entries."""
    page = open_page(file_address + ELECTION)
    ask(page, "食堂菜单")
    page.wait_for_selector(".hb-search__none")
    panel = page.locator(".hb-header [data-hb=search-panel]")
    assert "没有找到“食堂菜单”" in panel.inner_text()
    assert "换个说法" in panel.inner_text()
    assert panel.locator(HIT).count() == 0
    assert page.locator('a[href$="index-az.html"]').count()
    assert panel.inner_text().index("没有找到") < panel.inner_text().index("最接近的")


def test_where_nothing_is_found_the_newcomer_asks(open_page: Callable[..., Page], file_address: str) -> None:
    """She asks for other words; once something is found, she is gone."""
    page = open_page(file_address + "search.html?q=食堂菜单")
    page.wait_for_selector('[data-hb="search-none"] .hb-face')
    page.fill('[data-hb="search-page"] [data-hb="search-input"]', "换届选举")
    page.wait_for_selector(HIT)
    assert page.locator('[data-hb="search-none"]').count() == 0


def test_running_text_comes_only_when_it_is_asked_for(open_page: Callable[..., Page], file_address: str) -> None:
    """Names and questions answer most; what they do not answer brings the text."""
    page = open_page(file_address + ELECTION)
    texts = "document.querySelectorAll('script[src*=\"search/texts-\"]').length"
    ask(page, "怎么选举")
    page.wait_for_selector(HIT)
    page.wait_for_timeout(300)
    assert page.evaluate(texts) == 0
    ask(page, "食堂菜单")
    page.wait_for_function(f"{texts} > 0")


def test_files_that_do_not_load_are_no_riddle(
    browser: object, open_page: Callable[..., Page], http_address: str
) -> None:
    """It is said, and where all entries stand."""
    page = open_page(http_address + ELECTION)

    def without(route: Route) -> None:
        route.fulfill(status=200, content_type="text/javascript", body="")

    page.route("**/assets/search/first.js", without)
    page.focus(BOX)
    page.wait_for_selector(".hb-search--failed [data-hb=search-panel] a")
    assert page.locator(".hb-search--failed [data-hb=search-panel] a").get_attribute("href") == "../index-az.html"
    page.unroute("**/assets/search/first.js")


def test_the_home_page_suggests_and_recent_searches_can_be_forgotten(
    open_page: Callable[..., Page], file_address: str
) -> None:
    """What others ask, what was searched on this machine, and a button that clears it."""
    page = open_page(file_address + "index.html")
    page.focus(BIG)
    page.wait_for_selector(".hb-search--big .hb-search__wording")
    ask(page, "党课", BIG)
    page.wait_for_selector(HIT)
    page.locator(".hb-search--big .hb-answer__title").click()
    page.wait_for_url("**/branch-life/**")
    page.goto(file_address + "index.html")
    page.focus(BIG)
    page.wait_for_selector(".hb-search__forget")
    assert page.locator(".hb-search__wording", has_text="党课").count()
    page.locator(".hb-search__forget").click()
    assert page.locator(".hb-search__forget").count() == 0
    assert page.evaluate("localStorage.getItem('hb-search-recent')") is None


def test_half_composed_pinyin_is_not_searched(open_page: Callable[..., Page], file_address: str) -> None:
    """An input method sends letters before the characters are chosen."""
    page = open_page(file_address + ELECTION)
    ask(page, "党课")
    page.wait_for_selector(HIT)
    before = page.locator(".hb-header [data-hb=search-panel]").inner_text()
    page.evaluate(
        """(box) => { const input = document.querySelector(box);
        input.dispatchEvent(new CompositionEvent('compositionstart'));
        input.value = 'huan jie'; input.dispatchEvent(new InputEvent('input', {isComposing: true})); }""",
        BOX,
    )
    page.wait_for_timeout(120)
    assert page.locator(".hb-header [data-hb=search-panel]").inner_text() == before
    page.evaluate(
        """(box) => { const input = document.querySelector(box);
        input.value = '换届'; input.dispatchEvent(new CompositionEvent('compositionend')); }""",
        BOX,
    )
    page.wait_for_function("document.querySelector('[data-hb=search-hit]').dataset.slug === 'branch-election'")


@pytest.mark.parametrize("width", [1280, 1000, 760])
def test_the_panel_stands_inside_the_window(open_page: Callable[..., Page], file_address: str, width: int) -> None:
    """Wherever the header puts the box."""
    page = open_page(file_address + ELECTION, width=width)
    ask(page, "选举")
    page.wait_for_selector(HIT)
    place = page.locator(".hb-header [data-hb=search-panel]").bounding_box()
    assert place
    assert place["x"] >= 8
    assert place["x"] + place["width"] <= width - 8


def test_by_touch(open_page: Callable[..., Page], file_address: str) -> None:
    """A tap on a hit opens it, on a narrow screen, with nothing wider than the window."""
    page = open_page(file_address + ELECTION, width=390, height=800, has_touch=True)
    page.tap(BOX)
    ask(page, "党课")
    page.wait_for_selector(HIT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".hb-answer__title").first.tap()
    page.wait_for_url("**/party-lecture.html**")


@pytest.mark.parametrize("text", BAD)
def test_whatever_is_pasted_harms_nothing(open_page: Callable[..., Page], file_address: str, text: str) -> None:
    """Never an error, never markup run; errors in the console fail the test by themselves."""
    page = open_page(file_address + "search.html")
    title = page.title()
    page.fill('[data-hb="search-page"] [data-hb="search-input"]', text)
    page.wait_for_timeout(150)
    assert page.title() == title
    assert page.locator(".hb-found img").count() == 0


@pytest.mark.parametrize("query", ["%E9%80", "%", "%ZZ", "<script>alert(1)</script>", "+++", "q=q&q"])
def test_an_address_with_broken_encoding_is_read_as_it_stands(
    open_page: Callable[..., Page], file_address: str, query: str
) -> None:
    """In the query and in the hash."""
    page = open_page(f"{file_address}search.html?q={query}#{query}")
    page.wait_for_timeout(150)
    assert page.locator('[data-hb="search-page"] [data-hb="search-input"]').count() == 1


def test_the_index_needs_no_script(site: Path) -> None:
    """All entries by pinyin, scoring forms among them."""
    page = (site / "index-az.html").read_text("utf-8")
    assert "branch-building/branch-election.html" in page
    assert "forms/yongxi-flag.html" in page
