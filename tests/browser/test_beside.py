"""Editions that lie side by side: the way from one to the other, and what each says of the others."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit
from command import ROOT, run
from handbook.neighbours import refuse_foreign, tell_all
from handbook.problems import Report
from handbook.stages.bundling.verifying import verify
from handbook.swapping import ForeignFolderError
from webserver import SUB_PATH, Quiet, serving

PAGE = "demo/hold-meeting.html"


def change(path: Path, before: str, after: str) -> None:
    """Change a text of a file."""
    text = path.read_text("utf-8")
    assert before in text, before
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that a server shows, with two editions of the smallest handbook in it; the newer one has a page less."""
    root = tmp_path_factory.mktemp("beside")
    handbook = shutil.copytree(ROOT / "tests" / "sites" / "minimal", root / "handbook")
    beside = root / "web" / SUB_PATH
    beside.mkdir(parents=True)
    for command in (["publish", beside, "--beside"], ["edition"]):
        done = run(*command, folder=handbook)
        assert done.returncode == 0, done.stderr
    change(handbook / "content" / "handbook.yml", "第 1 版, date: 2026-11-21", "第 2 版, date: 2027-03-01")
    change(handbook / "content" / "demo" / "hold-meeting.yml", "半数以上", "三分之二以上")
    (handbook / "flows" / "diagrams" / "cycle-sample.yml").unlink()
    change(handbook / "content" / "demo" / "hold-meeting.yml", "diagrams: [cycle-sample]\n", "")
    done = run("publish", beside, "--beside", folder=handbook)
    assert done.returncode == 0, done.stderr
    return root / "web"


@pytest.fixture(scope="module")
def beside(web: Path) -> Path:
    """The folder of the editions."""
    return web / SUB_PATH


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, web: Path, beside: Path) -> Iterator[str]:
    """Its address."""
    if request.param == "file":
        yield f"{beside.as_uri()}/"
        return
    with serving(web, Quiet) as address:
        yield address


def test_an_older_edition_leads_to_the_same_page_of_the_current_one(root: str, open_page: Callable[..., Page]) -> None:
    """And back; to the entry page where the other has no such page. No request fails: ``open_page`` holds it."""
    page = open_page(f"{root}1/{PAGE}#step-count")
    notice = page.locator('[data-hb="older"]')
    notice.wait_for()
    assert "第 1 版" in notice.inner_text() and "第 2 版" in notice.inner_text()
    notice.locator("a").click()
    page.wait_for_url(f"{root}2/{PAGE}#step-count")
    ways = page.locator('[data-hb="editions"]')
    ways.wait_for()
    assert page.locator('[data-hb="older"]').is_hidden()
    assert ways.locator("[aria-current]").inner_text() == "第 2 版·现行（正在看）"
    ways.locator("a").click()
    page.wait_for_url(f"{root}1/{PAGE}#step-count")
    page = open_page(f"{root}1/flows/cycle-sample.html")
    page.locator('[data-hb="older"] a').click()
    page.wait_for_url(f"{root}2/index.html")
    page = open_page(f"{root}index.html", java_script_enabled=False)
    assert [each.get_attribute("href") for each in page.locator("main a").all()] == ["2/index.html", "1/index.html"]


def test_the_oldest_browser_is_told_the_same(old_chromium: OldChromium, root: str) -> None:
    """Without a complaint; it finds the other edition's pages."""
    shown = "new Promise((done) => setTimeout(() => done(document.querySelector('[data-hb=older]').textContent), 500))"
    found = (
        "new Promise((done) => { window.hbAddresses = (all) => done(all.indexOf(document.querySelector("
        "'[data-hb=editions]').dataset.address) >= 0); const one = document.createElement('script');"
        "one.src = document.querySelector('[data-hb=older] a').href.replace('index.html', 'assets/addresses.js');"
        "document.head.appendChild(one); })"
    )
    (sight,) = old_chromium.look([Visit(f"{root}1/{PAGE}", {"shown": shown, "found": found})])
    assert sight.complaints == [] and "第 2 版" in sight.values["shown"] and sight.values["found"] is True


def test_a_reader_is_told_what_changed_on_a_page_since_the_last_time(root: str, open_page: Callable[..., Page]) -> None:
    """Read in the old edition, opened in the new one: a notice leads to what changed on it; it is told once."""
    page = open_page(f"{root}1/{PAGE}")
    assert page.locator('[data-hb="page-changed"]').is_hidden()
    page = open_page(f"{root}2/{PAGE}")
    page.click('[data-hb="page-changed"] a')
    page.wait_for_selector(".hb-change.hb-is-own")
    assert "改了 3 处" in page.inner_text('[data-hb="changes-said"]')
    page = open_page(f"{root}1/{PAGE}")
    page = open_page(f"{root}2/{PAGE}")
    assert page.locator('[data-hb="page-changed"]').is_hidden()


def test_the_codes_of_covers_are_told_current_or_not(root: str, open_page: Callable[..., Page]) -> None:
    """Of the whole handbook and of a printed chapter; the code of an edition stands on its home page too."""
    covers = {}
    for edition in "12":
        for name in ("index", "demo"):
            page = open_page(f"{root}{edition}/print/{name}.html")
            covers[edition, name] = page.locator(".hb-title-page__facts dd").last.inner_text()
        assert covers[edition, "index"] in open_page(f"{root}{edition}/index.html").inner_text(".hb-hero__edition")
    page = open_page(f"{root}2/changes.html")
    for edition, said in (("1", "改了"), ("2", "是现行的")):
        for name in ("index", "demo"):
            page.fill('[data-hb="changes-code"]', covers[edition, name])
            page.keyboard.press("Enter")
            page.wait_for_function(
                "([code, said]) => [code, said].every((one) =>"
                " document.querySelector('[data-hb=changes-said]').textContent.includes(one))",
                arg=[covers[edition, name], said],
            )


def test_the_slides_of_the_changes_tell_what_was_and_what_is(root: str, open_page: Callable[..., Page]) -> None:
    """Reached from the record; entry by entry, at the end what to print again."""
    page = open_page(f"{root}2/changes.html")
    page.click(".hb-projection a")
    page.wait_for_selector("[data-hb=present][data-ready]")
    texts = []
    for _ in range(6):
        texts.append(page.inner_text("section.present"))
        page.keyboard.press("ArrowRight")
    assert "第 2 版" in texts[0]
    assert any("原来" in text and "现在" in text and "三分之二以上" in text for text in texts)
    assert any("打印件" in text for text in texts)


def test_what_is_told_of_the_others_is_sealed_too(beside: Path, tmp_path: Path) -> None:
    """A list that is not what lies there is a changed file; the command puts it right."""
    root = shutil.copytree(beside, tmp_path / "root")

    def wrong(name: str) -> list[str]:
        report = Report()
        verify(root / name, report)
        return [problem.place.path for problem in report]

    assert wrong("1") == wrong("2") == []
    change(root / "1" / "assets" / "editions.js", "2027-03-01", "2020-03-01")
    assert wrong("1") == ["assets/editions.js"]
    tell_all(root)
    assert wrong("1") == []
    shutil.rmtree(root / "2")
    assert wrong("1") == ["assets/editions.js"]
    listed = run("publish", root, "--beside", "--list", folder=tmp_path)
    assert listed.stdout.split("\t")[:2] == ["现行", "第 1 版"] and len(listed.stdout.splitlines()) == 1
    assert wrong("1") == []
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("<p>别的网站</p>", "utf-8")
    with pytest.raises(ForeignFolderError):
        refuse_foreign(tmp_path / "other")
