"""A chapter's state is obeyed: of an unreleased one nothing is left behind, one on trial says so wherever it is met."""

import gzip
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from command import ROOT, run

CHAPTER = "branch-life"
MARK = "藏柒玖"
"""Put into every title of the chapter: whatever was made from one carries it."""
PAPERS = ("makes", "uses", "papers")
"""The fields under which a procedure names its papers."""
ALSO = ("glossary", "topics")
"""The files whose own entries may be called as a procedure is."""


def with_state(root: Path, state: str) -> None:
    """Give a chapter another state."""
    path = root / "content" / "handbook.yml"
    text = path.read_text("utf-8")
    place = text.index("state: ", text.index(f"  {CHAPTER}:\n"))
    path.write_text(text[:place] + re.sub(r"^state: \S+", f"state: {state}", text[place:]), "utf-8")


def mark(path: Path) -> None:
    """Mark the names an entry's pages, hits and links are made from."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^(title|title_en): *(['\"]?)", rf"\1: \2{MARK}", text, flags=re.M), "utf-8")


def names(value: Any, key: str) -> set[str]:
    """All slugs that stand anywhere under a key of an entry."""
    if isinstance(value, dict):
        own = value.get(key) or []
        return (set(own) if isinstance(own, list) else set()).union(*(names(part, key) for part in value.values()))
    return set().union(*(names(part, key) for part in value)) if isinstance(value, list) else set()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real handbook in which every title of one chapter is marked."""
    root = tmp_path_factory.mktemp("real")
    for name in ("content", "flows", "cases"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site_config.yml", root)
    for path in (root / "content" / CHAPTER).glob("*.yml"):
        mark(path)
        mark(root / "flows" / path.name)
    return root


def texts(site: Path) -> dict[str, str]:
    """Every file of a site as text, packed ones unpacked."""
    found = {}
    for path in (path for path in site.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        if path.suffix == ".gz":
            raw = gzip.decompress(raw)
        if path.suffix in (".docx", ".xlsx", ".zip"):
            with zipfile.ZipFile(path) as packed:
                raw = b"\n".join(packed.read(name) for name in packed.namelist())
        found[path.relative_to(site).as_posix()] = raw.decode("utf-8", "replace")
    return found


def test_of_an_unreleased_chapter_nothing_is_left_behind(real: Path) -> None:
    """No page, link, hit, picture, paper or file: neither a title nor an address, in HTML, scripts or other files."""
    with_state(real, "not-yet")
    files = (real / "content" / CHAPTER).glob("*.yml")
    chapter = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in files}
    others = [path for path in (real / "content").glob("*/*.yml") if path.parent.name not in (CHAPTER, "papers")]
    used = set().union(*(names(yaml.safe_load(path.read_text("utf-8")), key) for path in others for key in PAPERS))
    own = set().union(*(names(entry, key) for entry in chapter.values() for key in PAPERS)) - used
    for slug in own:
        mark(real / "content" / "papers" / f"{slug}.yml")
    assert len(chapter) > 5 and len(own) > 5
    assert run("build", folder=real).returncode == 0
    every = texts(real / "site")
    around = re.compile(f".{{0,60}}{MARK}.{{0,60}}")
    assert {name: around.findall(text)[0] for name, text in every.items() if MARK in text} == {}
    addresses = re.compile("|".join([f"{CHAPTER}/", *(f"(?:flows|present|print)/{slug}\\b" for slug in chapter)]))
    assert {name: found[0] for name, text in every.items() if (found := addresses.findall(text))} == {}
    free = "".join((real / "content" / f"{name}.yml").read_text("utf-8") for name in ALSO)
    slugs = {slug for slug in {*chapter, *own} if not re.search(rf"^\s*{slug}:", free, flags=re.M)}
    assert len(slugs) > len(chapter)
    quoted = re.compile("|".join(f'["/]{slug}["#.]' for slug in slugs))
    assert {name: set(hits) for name, text in every.items() if (hits := quoted.findall(text))} == {}
    assert [name for name in every if Path(name).stem in {*chapter, *own}] == []



@pytest.mark.parametrize(("state", "word"), [("trial", "试用"), ("draft", "修订中")])
def test_a_chapter_that_is_not_simply_released_says_so(real: Path, state: str, word: str) -> None:
    """On its own page and its procedures, on what only they use, on the wall and on paper, in navigation and search."""
    with_state(real, state)
    assert run("build", folder=real).returncode == 0
    pages = sorted((real / "site" / CHAPTER).glob("*.html"))
    assert len(pages) > 5
    for page in pages:
        text = page.read_text("utf-8")
        assert f'data-hb="standing" data-state="{state}"' in text and f"<small>{word}</small>" in text, page.name
    other = (real / "site" / "branch-building" / "branch-election.html").read_text("utf-8")
    assert 'data-hb="standing"' not in other and f"<small>{word}</small>" in other
    site = real / "site"
    for slug in sorted(page.stem for page in pages if page.stem != "index"):
        assert f' data-state="{word}">' in (site / "present" / f"{slug}.html").read_text("utf-8"), slug
        assert f'"state":"{word}"' in (site / "assets" / "drill" / f"{slug}.js").read_text("utf-8"), slug
        assert f'"state":"{word}"' in (site / "assets" / "desk" / f"{slug}.js").read_text("utf-8"), slug
        assert f"<b class=\"hb-wall__state\">{word}</b>" in (site / "print" / f"card-{slug}.html").read_text("utf-8")
    told = {path.parent.name for path in site.glob("*/*.html") if 'data-hb="standing"' in path.read_text("utf-8")}
    assert told >= {"papers", "flows", "print", CHAPTER} and not told & {"branch-building", "regulations"}
    shared = site / "papers" / "assembly-minutes.html"
    assert shared.is_file() and 'data-hb="standing"' not in shared.read_text("utf-8")
    entries = "".join(path.read_text("utf-8") for path in (real / "site" / "assets" / "search").glob("entries-*.js"))
    assert entries.count(f'"state":"{word}"') > entries.count(f'"chapter":"{CHAPTER}"') > 50
    assert re.search(rf'"kind":"paper","slug":"appraisal-form"[^}}]*"state":"{word}"', entries)
