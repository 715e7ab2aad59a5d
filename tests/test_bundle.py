"""A bundle works without a network, is the same wherever it is made, and tells of every change to it."""

import io
import json
import random
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from command import run
from handbook.problems import Report
from handbook.stages.bundling import Edition, bundle
from handbook.stages.bundling.asking import asked_by_script, asked_by_style
from handbook.stages.bundling.checks import check_site
from handbook.stages.bundling.finishing import quieted
from handbook.stages.bundling.verifying import verify

EDITION = Edition("样例手册", "样例单位", "第 1 版", "2026-11-21", "2026-11-21T00:00:00Z", "7K2M9Q")
PAGE = "<!doctype html><title>x</title><h1 id=top-of-all>x</h1>\n"


def codes(report: Report) -> list[tuple[str, str]]:
    """Give code and place of every problem."""
    return [(problem.code, str(problem.place)) for problem in report]


def found(path: Path) -> list[tuple[str, str]]:
    """Give what ``verify`` says of a path: code and file."""
    report = Report()
    verify(path, report)
    return [(problem.code, problem.place.path) for problem in report]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bundle unpacked."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text(PAGE + '<a href="a/b.html#here">b</a>', "utf-8")
    (site / "a" / "b.html").write_text(PAGE + '<p id=here><a href="../index.html">home</a>', "utf-8")
    made = bundle(site, EDITION, Report())
    assert made is not None
    for name, content in made.files.items():
        (site / name).write_bytes(content)
    return site


@pytest.fixture
def archive(folder: Path, tmp_path: Path) -> Path:
    """A bundle as a zip."""
    made = bundle(folder, EDITION, Report())
    assert made is not None
    (tmp_path / "bundle.zip").write_bytes(made.as_zip())
    return tmp_path / "bundle.zip"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<a href="gone.html">x</a>', "bundle-link"),
        ('<a href="a/">x</a>', "bundle-link"),
        ('<a href="../index.html">x</a>', "bundle-link"),
        ('<img src="gone.png" alt="">', "bundle-link"),
        ('<a href="index.html#gone">x</a>', "bundle-anchor"),
        ('<a href="#gone">x</a>', "bundle-anchor"),
        ('<svg><a href="#gone"><text>x</text></a></svg>', "bundle-anchor"),
        ('<a href="https://example.org/">x</a>', "bundle-leads-outside"),
        ('<img src="//example.org/x.png" alt="">', "bundle-outside"),
        ('<img srcset="index.html 1x, https://example.org/2.png 2x" alt="">', "bundle-outside"),
        ('<script src="http://example.org/x.js"></script>', "bundle-outside"),
        ("<script>x('https://example.org/y')</script>", "bundle-outside"),
        ('<p style="background:url(https://example.org/z)">x</p>', "bundle-outside"),
        ("<style>@import 'https://example.org/z'</style>", "bundle-outside"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "bundle-outside"),
        ('<form action="https://example.org/"></form>', "bundle-outside"),
        ('<base href="/elsewhere/">', "bundle-outside"),
        ('<svg><use xlink:href="https://example.org/s.svg#x"/></svg>', "bundle-outside"),
    ],
)
def test_a_dead_link_or_a_question_to_the_outside_is_named_with_its_line(text: str, code: str) -> None:
    """Whatever way a page asks, it is found on the line where it does."""
    report = Report()
    check_site({"index.html": f"{PAGE}\n\n{text}\n".encode()}, report)
    assert [(found, place.split(":")[1]) for found, place in codes(report)] == [(code, "4")]


def test_what_a_page_carries_itself_is_no_question() -> None:
    """Pictures in the address, links that open a program, anchors, and the top of the page."""
    text = '<img src="data:," alt=""><a href="tel:1">1</a><a href="#">a</a><a href="#top">b</a><a href="?q=1">c</a>'
    report = Report()
    check_site({"index.html": (PAGE + text + '<a href="%69ndex.html#top-of-all">d</a>').encode()}, report)
    assert codes(report) == []


def test_style_sheets_and_scripts_are_read_with_their_escapes() -> None:
    """An address hidden behind an escape or split by case is an address."""
    style = "a{}\nb{background:u\\72l(https://x.example/1)}\n@media print{c{src:URL('//x.example/2')}}"
    assert [(each.text, each.line) for each in asked_by_style(style)] == [
        ("https://x.example/1", 2),
        ("//x.example/2", 3),
    ]
    script = "/*! see https://x.example/licence */\nf('http://www.w3.org/2000/svg');g(`https://${x}/y`)"
    assert [(each.text, each.line) for each in asked_by_script(script)] == [("https://${x}/y", 2)]
    assert quieted(script.encode()).decode().endswith("g(`data:,${x}/y`)")


def test_a_search_entry_that_leads_nowhere_is_found() -> None:
    """What the search carries as data is held as the pages' links are."""
    report = Report()
    script = b'__hb_search_part("entries-1",[["x","a/b.html#here"],["y","gone.html"]])\n'
    check_site({"a/b.html": b"<p id=there>", "assets/search/entries-1.js": script}, report)
    assert {code for code, _ in codes(report)} == {"bundle-anchor", "bundle-link"}


def test_two_clones_give_the_same_zip(minimal: Path, tmp_path: Path) -> None:
    """Byte for byte, wherever the handbook lies and whenever it is bundled; every file is in the manifest."""
    other = shutil.copytree(minimal, tmp_path / "elsewhere" / "deeper")
    for handbook in (minimal, other):
        made = run("bundle", "-o", handbook / "out.zip", folder=handbook)
        assert made.returncode == 0, made.stdout + made.stderr
    assert (minimal / "out.zip").read_bytes() == (other / "out.zip").read_bytes()
    with zipfile.ZipFile(minimal / "out.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        listed = json.loads(archive.read("manifest.json"))["files"]
    assert names == sorted(names) and set(names) - set(listed) == {"manifest.json", "manifest.sha256", "manifest.sm3"}
    assert {"index.html", "server/nginx.conf", "server/htaccess.txt", "server/web.config"} <= set(names)
    assert run("verify", minimal / "out.zip", folder=tmp_path).returncode == 0


def test_the_time_of_the_files_can_be_given(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``SOURCE_DATE_EPOCH`` sets it; otherwise it is the edition's day."""
    assert run("bundle", "-o", "a.zip", folder=minimal).returncode == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert run("bundle", "-o", "b.zip", folder=minimal).returncode == 0
    with zipfile.ZipFile(minimal / "a.zip") as a, zipfile.ZipFile(minimal / "b.zip") as b:
        assert b.infolist()[0].date_time == (2027, 1, 15, 8, 0, 0) != a.infolist()[0].date_time


def test_other_tools_agree_on_the_checksums(archive: Path) -> None:
    """The manifest's own checksum is what ``sha256sum`` and ``openssl dgst -sm3`` compute."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(archive.parent / "out")
    out = archive.parent / "out"
    assert subprocess.run(["sha256sum", "--check", "--quiet", "manifest.sha256"], cwd=out, check=False).returncode == 0
    command = ["openssl", "dgst", "-sm3", "-r", "manifest.json"]
    said = subprocess.run(command, cwd=out, capture_output=True, text=True, check=True).stdout
    assert said.split()[0] == (out / "manifest.sm3").read_text("ascii").split()[0]


def test_verify_names_what_is_missing_changed_and_added(folder: Path) -> None:
    """All three at once; nothing else is named."""
    assert found(folder) == []
    (folder / "a" / "b.html").unlink()
    (folder / "index.html").write_bytes((folder / "index.html").read_bytes() + b" ")
    (folder / "a" / "new.html").write_text("x", "utf-8")
    assert found(folder) == [
        ("verify-missing", "a/b.html"), ("verify-added", "a/new.html"), ("verify-changed", "index.html"),
    ]  # fmt: skip


def test_any_byte_changed_in_a_folder_is_named(folder: Path) -> None:
    """A byte of any file, the manifest and its seals not left out."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for place in random.Random(1).sample(range(len(whole)), min(20, len(whole))):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            name = path.relative_to(folder).as_posix()
            assert name in {name for _, name in found(folder)}, place
        path.write_bytes(whole)
    assert found(folder) == []


def test_any_byte_changed_in_a_zip_is_noticed(archive: Path) -> None:
    """Every single byte: of the files, of their headers, of the directory."""
    whole = archive.read_bytes()
    for place in range(len(whole)):
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert found(archive) != [], place
    archive.write_bytes(whole + b"smuggled")
    assert found(archive) != []


def test_a_server_s_sample_may_stand_beside_the_pages(folder: Path) -> None:
    """IIS and Apache read their configuration from the folder itself; any other content there is named."""
    made = {"server/web.config": b"<sample/>"}
    (folder / "server").mkdir()
    (folder / "server" / "web.config").write_bytes(made["server/web.config"])
    resealed = bundle(folder, EDITION, Report())
    assert resealed is not None
    for name, content in resealed.files.items():
        (folder / name).write_bytes(content)
    (folder / "web.config").write_bytes(made["server/web.config"])
    assert found(folder) == []
    (folder / "web.config").write_bytes(b"<other/>")
    assert found(folder) == [("verify-added", "web.config")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil.html", "verify-leads-out"),
        ("a/../../evil.html", "verify-leads-out"),
        ("/etc/evil", "verify-leads-out"),
        ("..\\evil.html", "verify-leads-out"),
        ("C:evil.html", "verify-leads-out"),
        ("a\x1b[2J.html", "verify-leads-out"),
    ],
)
def test_a_zip_that_leads_out_of_its_folder_is_refused(archive: Path, name: str, code: str) -> None:
    """By whatever way it is written; the place is named, and printed harmlessly."""
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(name, "evil")
    (only,) = found(archive)
    assert only[0] == code and only[1].startswith("bundle.zip/") and only[1].isprintable()


def test_a_zip_with_a_link_or_a_bomb_or_two_of_a_name_is_refused(archive: Path, tmp_path: Path) -> None:
    """A link leads anywhere, a bomb fills the memory, of two equal names each program takes another."""
    whole = archive.read_bytes()
    link = zipfile.ZipInfo("a/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(link, "/etc/passwd")
    assert found(archive) == [("verify-link", "bundle.zip/a/link")]
    archive.write_bytes(whole)
    with zipfile.ZipFile(archive, "a") as opened, pytest.warns(UserWarning, match="Duplicate name"):
        opened.writestr("index.html", "other")
    assert found(archive) == [("verify-twice", "bundle.zip/index.html")]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened, opened.open("zeros", "w") as stream:
        for _ in range(1 << 6):
            stream.write(bytes(1 << 24))
        stream.write(b"0")
    (tmp_path / "bomb.zip").write_bytes(made.getvalue())
    assert found(tmp_path / "bomb.zip") == [("verify-too-large", "bomb.zip/zeros")]


def test_a_link_in_a_folder_is_refused(folder: Path) -> None:
    """It is not followed: what it leads to is nobody's edition."""
    (folder / "a" / "link").symlink_to("/etc")
    assert ("verify-link", "a/link") in found(folder)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"no zip", "verify-no-zip"), (b"", "verify-no-zip"), (b"PK\x05\x06" + bytes(18), "verify-no-manifest")],
)
def test_what_is_no_bundle_is_said_to_be_none(tmp_path: Path, content: bytes, code: str) -> None:
    """Neither a traceback nor a clean bill of health."""
    (tmp_path / "x.zip").write_bytes(content)
    assert found(tmp_path / "x.zip") == [(code, "x.zip")]


@pytest.mark.parametrize("manifest", [b"{", b"[]", b"[" * 100_000, b'{"format": 1}', b'{"format": 1, "made": 3}'])
def test_a_broken_manifest_answers_for_nothing(folder: Path, manifest: bytes) -> None:
    """Whatever stands in it."""
    (folder / "manifest.json").write_bytes(manifest)
    assert ("verify-bad-manifest", "manifest.json") in found(folder)


def test_the_exit_codes_keep_the_contract(minimal: Path, tmp_path: Path) -> None:
    """0 whole, 1 changed, 2 no such path; an error of the content bundles nothing."""
    assert run("bundle", "-o", "x.zip", folder=minimal).returncode == 0
    (tmp_path / "deployed").mkdir()
    with zipfile.ZipFile(minimal / "x.zip") as opened:
        opened.extractall(tmp_path / "deployed")
    assert run("verify", tmp_path / "deployed", folder=tmp_path).returncode == 0
    (tmp_path / "deployed" / "index.html").unlink()
    refused = run("verify", tmp_path / "deployed", folder=tmp_path)
    assert refused.returncode == 1 and "index.html" in refused.stderr and "缺少" in refused.stderr
    assert run("verify", tmp_path / "nowhere", folder=tmp_path).returncode == 2
    flow = minimal / "flows" / "hold-meeting.yml"
    flow.write_text(flow.read_text("utf-8").replace("是: discuss", "是: nowhere"), "utf-8")
    before = (minimal / "x.zip").read_bytes()
    assert run("bundle", "-o", "x.zip", folder=minimal).returncode == 1
    assert (minimal / "x.zip").read_bytes() == before
