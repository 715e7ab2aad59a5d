"""A unit's folder lies over the real handbook: every kind of file can be, is marked, looks as it wants."""

import re
import shutil
from pathlib import Path

import pytest

from command import ROOT, run
from handbook import colours
from handbook.pipeline import Made, make_pages
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.reading.files import KIND_FOLDERS, SINGLE_FILES
from handbook.stages.rendering import RenderedPage
from layering import HARMLESS, problems

SAMPLE = ROOT / "tests" / "sites" / "unit"


@pytest.fixture(scope="session")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of a unit's layer over this handbook, as ``handbook init`` puts it there."""
    folder = tmp_path_factory.mktemp("layer") / "unit"
    assert run("init", folder, folder=ROOT).returncode == 0
    return shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def made(unit: Path) -> Made:
    """All its pages; not even a warning comes up."""
    report = Report()
    made = make_pages(Settings.at(unit), report)
    assert made is not None and len(report) == 0, report.explain()
    return made


def page_of(made: Made, address: str) -> RenderedPage:
    """Give the page with an address."""
    return next(page for page in made.pages.pages if page.address == address)


def test_the_sample_lays_over_every_kind_of_file() -> None:
    """What authors may write, a unit may lay over; only its own rules are written as regulations of its own."""
    files = {path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yml")}
    assert {f"content/{name}" for name in SINGLE_FILES} <= files
    folders = {str(Path(name).parent) for name in files}
    assert folders >= {f"content/{name}" for name in KIND_FOLDERS if name != "regulations"}
    assert folders >= {"flows", "flows/diagrams", "cases", "content/branch-life"}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("papers/voter-check.html", "正文"),
        ("forms/yongxi-flag.html", "原文没写清的地方"),
        ("courses/discipline.html", ""),
        ("flows/who-may-vote.html", ""),
        ("cases/safety-post.html", "整页"),
        ("glossary.html", "党员安全岗"),
        ("calendar.html", "安全生产月"),
    ],
)
def test_a_page_names_what_the_unit_set(made: Made, address: str, said: str) -> None:
    """Each kind of page carries the unit's mark and says which parts; pages the unit left alone say nothing."""
    (note,) = page_of(made, address).laid
    assert note.marks == ("layer-unit",) and said in note.text and note.text
    assert page_of(made, "papers/member-roster.html").laid == ()


def test_small_things_carry_the_mark_themselves(made: Made) -> None:
    """A term, a day of the year, a rule of a calculator's page, a step: there where they stand."""
    for address, words in (
        ("glossary.html", "党员安全岗"),
        ("calendar.html", "安全生产月"),
        ("branch-life/heart-to-heart-talk.html", "查排班表"),
    ):
        html = page_of(made, address).html
        behind = html[html.rindex(words) :]
        assert 0 < behind.index("hb-mark--layer-unit") < 1500, address


def test_a_step_stands_behind_the_one_it_follows(made: Made) -> None:
    """Not at the end, because its file came last."""
    html = page_of(made, "branch-life/heart-to-heart-talk.html").html
    order = re.findall(r'data-hb="step" data-node="([a-z-]+)"', html)
    assert order.index("ask-shift") == order.index("arrange") + 1, order


def test_what_the_unit_wrote_is_in_use(made: Made) -> None:
    """Its run, its condition, its words for the search, its procedure with deck, drill and card."""
    plan = made.plan
    assert "safety" in plan.desk["_index"]["runs"]
    assert {page.address for page in plan.decks} >= {"present/safety-briefing.html"}
    assert {page.slug for page in plan.prints} >= {"card-safety-briefing"}
    assert any("班组晨会" in group for group in plan.search.contents["groups"])
    told = {**made.pages.files, **made.pages.scripts}
    assert [name for name, text in told.items() if "conditions" in name and "只有车间的支部开班前安全会" in text]


def test_the_unit_s_looks_are_on_every_page(small: Path, tmp_path: Path) -> None:
    """Its colours in a style sheet after ours, the pictures of both layers in the site, whom to ask on page one."""
    looks = (SAMPLE / "content" / "handbook.yml").read_text("utf-8")
    file = small / "content" / "handbook.yml"
    own = re.findall(r"(?m)^(?:contacts:|  - {about.*|colours.*|mascots.*)$", looks)
    file.write_text(file.read_text("utf-8") + "\n".join(own).replace("}]", "}") + "\n", "utf-8")
    for folder, name in ((small, "asks.svg"), (small / "base", "below.svg"), (small / "base", "asks.svg")):
        path = folder / "content" / "images" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HARMLESS.replace("0h9", "0h8" if folder == small else "0h7"), "utf-8")
    assert run("bundle", "-o", tmp_path / "unit.zip", folder=small).returncode == 0
    site = tmp_path / "site"
    shutil.unpack_archive(tmp_path / "unit.zip", site)
    assert "--hb-red:#1f4e9c" in (site / "assets" / "unit.css").read_text("utf-8")
    for name in ("index.html", "demo/hold-meeting.html", "present/hold-meeting.html", "drill.html", "desk.html"):
        html = (site / name).read_text("utf-8")
        ours = max(html.find(f"assets/{each}.css") for each in ("handbook", "present", "drill"))
        assert 0 < ours < html.index("assets/unit.css"), name
    assert "0h8" in (site / "images" / "asks.svg").read_text("utf-8")
    assert "0h7" in (site / "images" / "below.svg").read_text("utf-8")
    home = (site / "index.html").read_text("utf-8")
    assert "党委组织科" in home and 'src="images/asks.svg"' in home


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    """What the contrast is held against is what the pages are drawn with."""
    tokens = (ROOT / "plugins" / "handbook" / "browser" / "css" / "tokens.css").read_text("utf-8")
    light, dark = tokens.split("slate", 1)
    for text, grounds, on in (
        (light, colours.LIGHT, colours.ON_LIGHT),
        (dark, colours.DARK, colours.ON_DARK),
    ):
        names = ("paper", "card", "sunk", "amber-tint")
        assert tuple(re.findall(rf"--hb-{name}: (#\w+);", text)[0] for name in names) == grounds
        assert re.findall(r"--hb-on-red: (#\w+);", text) == [on]


@pytest.mark.parametrize("colour", ["#000000", "#1f4e9c", "#7a1f6b", "#b0321e", "#ffcc00", "#ffffff", "#808080"])
def test_every_colour_has_shades_that_can_be_read(colour: str) -> None:
    """The one derived for the dark, and the one offered for paper; black on white has the most contrast."""
    for grounds in (colours.LIGHT, colours.DARK):
        shade = colours.readable(colour, grounds)
        assert all(colours.contrast(shade, ground) >= colours.LEAST for ground in grounds)
    assert round(colours.contrast("#000000", "#ffffff"), 6) == 21


RULE = "articles:\n  - {article: 第十一条, force: article, facts: [{text: 三分之一到会, confidence: verified}]}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/regulations/rule-2018.yml", RULE),
        ("content/demo/hold-meeting.yml", "steps:\n  count: {basis: [unit]}\n"),
        ("content/demo/hold-meeting.yml", "steps:\n  count: {how: [清点到会人数，三分之一到会即可。]}\n"),
        ("content/demo/hold-meeting.yml", "pitfalls:\n  - {wrong: 甲, right: 乙, step: count, basis: [unit]}\n"),
        ("flows/hold-meeting.yml", "nodes:\n  count: {text: 三分之一到会？}\n"),
    ],
)
def test_a_rule_cannot_be_bent(small: Path, name: str, text: str) -> None:
    """A regulation's words, a basis, a number, a list that leaves one out, a flow's question: each at its place."""
    path = small / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert ("layer-contradicts", name) in problems(small)


def test_other_words_for_the_same_are_no_contradiction(small: Path) -> None:
    """A comma, a question mark, one's own advice where no rule stands."""
    (small / "content" / "demo").mkdir()
    own = "steps:\n  count: {how+: [签到表存档。]}\n  notify: {when: 本厂提前两天}\n"
    (small / "content" / "demo" / "hold-meeting.yml").write_text(own, "utf-8")
    (small / "flows" / "hold-meeting.yml").write_text("nodes:\n  count: {text: 半数以上到会?}\n", "utf-8")
    assert problems(small) == []


def test_the_industry_s_rule_binds_the_unit(small: Path) -> None:
    """Three layers: what the middle one decides for itself the upper one may add to, not change."""
    industry = small / "industry"
    hint = "hints+:\n  - {text: 行业规定提前 3 天报, step: notify, basis: [unit]}\n"
    (industry / "content" / "demo").mkdir(parents=True)
    (industry / "content" / "demo" / "hold-meeting.yml").write_text(hint, "utf-8")
    file = small / "content" / "handbook.yml"
    layers = "  - {folder: base, level: national}\n"
    file.write_text(
        file.read_text("utf-8").replace(layers, f"{layers}  - {{folder: industry, level: industry}}\n"), "utf-8"
    )
    assert problems(small) == []
    own = small / "content" / "demo" / "hold-meeting.yml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("hints:\n  - {text: 不用报, step: notify, basis: [unit]}\n", "utf-8")
    assert [code for code, _ in problems(small)] == ["layer-contradicts"]
