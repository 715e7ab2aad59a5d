"""Every page has its own address, every link leads somewhere, and what authors write stays words."""

import html.parser
import re
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.bundling.finishing import SAMPLES
from handbook.stages.drawing import draw
from handbook.stages.planning import Plan, plan
from handbook.stages.planning.facts import arranged
from handbook.stages.planning.inline import Inline
from handbook.stages.planning.numerals import article_number, chinese
from handbook.stages.rendering import Pages, render
from handbook.views.parts import Fact
from handbook.views.shell import MOST_ENTRIES, NavigationChapter, NavigationEntry


def planned(folder: Path) -> tuple[Plan, Report]:
    """Plan the handbook in a folder; its own problems come with it."""
    report = Report()
    handbook = check_handbook(Settings.at(folder), report)
    assert handbook is not None, report.explain()
    return plan(draw(handbook, report), report), report


@pytest.fixture
def pages(minimal: Path) -> Pages:
    """All pages of the smallest handbook."""
    return render(planned(minimal)[0], minimal / ".cache", Report())


class Anchors(html.parser.HTMLParser):
    """Gathers what a page links to and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the tag's anchor and its link."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value and tag == "a":
                self.hrefs.append(value)


def test_the_contract_keeps_its_addresses(pages: Pages) -> None:
    """Printed codes and other programs rely on these."""
    addresses = {page.address for page in pages.pages}
    assert {"index.html", "glossary.html", "demo/index.html", "demo/hold-meeting.html"} <= addresses
    assert {"flows/cycle-sample.html", "cases/sample.html", "papers/notice.html"} <= addresses
    assert {"regulations/rule-2018.html", "flows/index.html", "papers/index.html"} <= addresses
    decks = {deck.address for deck in pages.decks}
    assert {"present/hold-meeting.html", "present/sample.html", "present/demo.html"} <= decks


def test_every_link_leads_to_a_page_and_a_place_in_it(pages: Pages) -> None:
    """Links are relative; the icons and the mascots are the only names that stand outside a page."""
    found = {page.address: Anchors(page.html) for page in (*pages.pages, *pages.bare)}
    found |= {f"server/{sample.name}": Anchors("") for sample in SAMPLES.iterdir()}  # written when the site is finished
    found |= {address: Anchors("") for address in pages.documents}
    for address, anchors in found.items():
        assert len(anchors.ids) == len(set(anchors.ids)), address
        for href in anchors.hrefs:
            path, _, anchor = href.partition("#")
            target = (Path("/site") / address).parent / path if path else Path("/site") / address
            name = target.resolve().relative_to("/site").as_posix()
            assert name in found, f"{address}: {href}"
            assert not anchor or anchor in found[name].ids, f"{address}: {href}"


def test_the_outline_names_places_in_the_page(pages: Pages) -> None:
    """A line of the outline that leads nowhere would be a dead link."""
    for page in pages.pages:
        ids = Anchors(page.html).ids
        assert [heading.id for heading in page.outline if heading.id not in ids] == [], page.address


def test_every_procedure_is_two_clicks_from_home(pages: Pages) -> None:
    """Home itself, or a page that home links to, links to it."""
    found = {page.address: Anchors(page.html).hrefs for page in pages.pages}
    near = set(found["index.html"])
    second = {href for address in near if address in found for href in found[address]}
    for page in pages.pages:
        if page.kind == "procedure":
            assert page.address in near or Path(page.address).name in second, page.address


def test_a_step_card_keeps_its_order(pages: Pages) -> None:
    """Time, people, content, requirements, cautions, papers, bases: as the contract of the page says."""
    page = next(page for page in pages.pages if page.slug == "hold-meeting")
    for card in re.findall(r'<section class="hb-step.*?</section>', page.html, re.DOTALL):
        names = re.findall(r"<dt>(.*?)</dt>", card)
        order = ["时间", "主体", "内容", "要求", "注意", "文书", "依据", "下一步"]
        assert names == [name for name in order if name in names]
        assert 'data-hb="step" data-node="' in card


def test_two_pages_cannot_share_an_address(minimal: Path) -> None:
    """A diagram called index would overwrite the overview of the diagrams."""
    diagrams = minimal / "flows" / "diagrams"
    shutil.copy(diagrams / "cycle-sample.yml", diagrams / "index.yml")
    _, report = planned(minimal)
    (problem,) = [problem for problem in report if problem.severity == "error"]
    assert (problem.code, str(problem.place)) == ("address-repeated", "flows/diagrams/index.yml:1:1")
    assert problem.message() == "网址“flows/index.html”有两个页面要用：图解一览。"
    assert problem.message("en") == "Two pages want the address “flows/index.html”: the other is 图解一览."


@pytest.fixture
def inline() -> Inline:
    """The light Markdown of a page one folder down, in a handbook that has everything but ``later``."""
    return Inline(lambda kind, slug: "" if slug == "later" else f"../{kind}/{slug}.html")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一段话，没有格式。", "一段话，没有格式。"),
        ("通知**议题**。", "通知<strong>议题</strong>。"),
        ("注意**“五分之四”**不是过半", "注意<strong>“五分之四”</strong>不是过半"),
        ("看**[请示](paper:request)**", '看<strong><a href="../paper/request.html">请示</a></strong>'),
        ("见[换届](procedure:branch-election)。", '见<a href="../procedure/branch-election.html">换届</a>。'),
        ("见[以后](procedure:later)。", '见<span class="hb-later">以后</span>（这一部分还没有发布）。'),
        ("点[这里](javascript:alert(1))", "点[这里](javascript:alert(1))"),
        ("点[这里](https://example.org)", "点[这里](https://example.org)"),
        ("点[这里](procedure:../../x)", "点[这里](procedure:../../x)"),
        ("**没有写完", "**没有写完"),
        ("****", "****"),
        ("5 * 3 = 15，_下划线_，`代码`", "5 * 3 = 15，_下划线_，`代码`"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("&amp; \" ' ]]>", "&amp;amp; &#34; &#39; ]]&gt;"),
        ("![图](paper:request)", '!<a href="../paper/request.html">图</a>'),
    ],
)
def test_light_markdown(inline: Inline, text: str, expected: str) -> None:
    """Bold and links inside the handbook, wherever Chinese puts its punctuation; all else is text."""
    assert inline(text) == expected


def test_chinese_numerals() -> None:
    """The numbers of chapters are written, those of articles read."""
    assert [chinese(number) for number in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]
    labels = ("第三条", "第十条", "第十九条", "第二十条", "第一百二十三条", "第一百零五条", "实务口径", "第三章")
    assert [article_number(label) for label in labels] == [3, 10, 19, 20, 123, 105, None, None]


def test_facts_stand_in_pairs() -> None:
    """A short fact with nothing beside it takes the whole line, and so does a long one."""
    keys = ("code", "edition", "owner", "applies", "reviewed")
    facts = arranged(Fact(key, Markup()) for key in keys)
    assert [fact.wide for fact in facts] == [False, False, True, True, True]


@pytest.mark.parametrize(("place", "first"), [(0, 0), (50, 35), (99, 70)])
def test_a_long_chapter_shows_the_neighbours(place: int, first: int) -> None:
    """Every page carries the navigation, so that it may not list a thousand entries."""
    entries = tuple(NavigationEntry(f"第 {index} 件", f"c/{index}.html", f"p{index}") for index in range(100))
    chapter = NavigationChapter("c", "一", "章", "c/index.html", "published", entries)
    shown = chapter.around(f"p{place}")
    assert len(shown) == MOST_ENTRIES
    assert shown[0].slug == f"p{first}"
    assert any(entry.slug == f"p{place}" for entry in shown)


def test_a_unit_may_use_mascots_of_its_own(minimal: Path) -> None:
    """The drawing lies in ``content/images/``; what lies elsewhere is refused (``tests/problems/image-unknown``)."""
    (minimal / "content" / "images").mkdir()
    (minimal / "content" / "images" / "小王.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    file = minimal / "content" / "handbook.yml"
    text = file.read_text("utf-8")
    asks = re.search(r"asks: ([^,}\n]+)", text)
    assert asks is not None
    file.write_text(text.replace(asks[0], f"{asks[0]}, asks_image: 小王.png"), "utf-8")
    book = planned(minimal)[0].book
    assert book.asks_image == "images/%E5%B0%8F%E7%8E%8B.png"
    assert book.answers_image == ""
