"""A layer, and an edition to lie beneath it, are trusted in nothing: what may do harm is refused with its place."""

import zipfile
from pathlib import Path

import pytest

from command import run
from layering import HARMLESS, problems


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("content/images/a.svg", HARMLESS.replace("<path", "<script>alert(1)</script><path"), "image-unsafe"),
        ("base/content/images/a.svg", HARMLESS.replace("<path", '<path onclick="alert(1)"'), "image-unsafe"),
        (
            "content/images/a.svg",
            HARMLESS.replace('"M0 0h9"', '"M0 0h9" fill="url(\'https://x.example/a\')"'),
            "image-unsafe",
        ),
        ("content/images/a.svg", HARMLESS.replace("<path", '<use href="javascript:alert(1)"/><path'), "image-unsafe"),
        (
            "content/images/a.svg",
            HARMLESS.replace("<path", '<animate attributeName="href" to="javascript:x"/><path'),
            "image-unsafe",
        ),
        ("content/images/a.svg", '<?xml-stylesheet href="https://x.example/a"?>' + HARMLESS, "image-unsafe"),
        (
            "content/images/a.svg",
            '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + HARMLESS.replace("<path", "<text>&a;</text><path"),
            "image-unsafe",
        ),
        ("content/images/a.svg", '<html xmlns="http://www.w3.org/1999/xhtml"/>', "image-unsafe"),
        ("content/images/a.svg", HARMLESS + " " * 1_000_000, "file-too-large"),
        ("content/images/a.png", "<script>alert(1)</script>", "image-kind"),
        ("content/images/a.html", "<script>alert(1)</script>", "image-kind"),
        ("content/demo/a.html", "<script>alert(1)</script>", "file-not-used"),
        ("base/content/a.md", "<script>alert(1)</script>", "file-not-used"),
        ("cases/huge.yml", "a: '" + "长" * 3_400_000 + "'", "file-too-large"),
        ("cases/deep.yml", "a: " + "[" * 1000 + "]" * 1000, "yaml-depth"),
    ],
)
def test_a_hostile_file_of_a_layer_is_refused_with_its_place(small: Path, name: str, content: str, code: str) -> None:
    """Scripts, addresses outside, what unfolds, ten megabytes, a thousand levels, a page where a picture belongs."""
    path = small / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    assert (code, name) in problems(small)


def test_a_link_in_a_layer_is_refused_with_its_place(small: Path, tmp_path: Path) -> None:
    """A file, a folder and a picture that lead out of the unit's folder: nothing of what they lead to is read."""
    (tmp_path / "secret.yml").write_text("a: 1", "utf-8")
    (tmp_path / "secret.svg").write_text(HARMLESS, "utf-8")
    links = {"cases/secret.yml": "secret.yml", "base/flows/more": ".", "content/images/secret.svg": "secret.svg"}
    for name, target in links.items():
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        (small / name).symlink_to(tmp_path / target)
    assert [each for each in problems(small) if each[0] == "file-outside"] == [
        ("file-outside", name) for name in sorted(links)
    ]


def test_words_of_a_layer_are_never_markup(small: Path) -> None:
    """A script in a text is shown as it was typed, in the page, its title and the data of the scripts."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    file = small / "content" / "handbook.yml"
    contact = f"contacts:\n  - {{about: '{evil}', who: '{evil}', how: '{evil}'}}\ntitle: '{evil}'\n"
    file.write_text(file.read_text("utf-8").replace("unit: '某单位'", f"unit: '{evil}'") + contact, "utf-8")
    made = run("build", "-d", small / "out", folder=small)
    assert made.returncode == 0, made.stderr
    for page in (small / "out").rglob("*.html"):
        html = page.read_text("utf-8")
        assert "<script>alert" not in html and "<img src=x" not in html, page.name


def test_only_what_belongs_to_a_handbook_gets_into_the_site(small: Path) -> None:
    """Pages, pictures and our own files: nothing that merely lay in the folder."""
    (small / "content" / "images").mkdir()
    for name in ("images/a.svg", "index.md", "notes.html", "demo/script.js"):
        path = small / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HARMLESS, "utf-8")
    assert run("build", "-d", small / "out", folder=small).returncode == 0
    assert (small / "out" / "images" / "a.svg").is_file()
    for name in ("index.md", "notes.html", "demo/script.js"):
        assert not (small / "out" / name).exists(), name
    assert "某单位" in (small / "out" / "index.html").read_text("utf-8")


def zipped(folder: Path, file: Path, more: dict[str, str] | None = None) -> Path:
    """Zip a handbook's folder as people do: with the folder itself at the top."""
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.write(path, f"edition-2/{path.relative_to(folder).as_posix()}")
        for name, text in (more or {}).items():
            archive.writestr(name, text)
    return file


def test_the_next_edition_drops_in_beneath_and_can_be_taken_back(small: Path, minimal: Path, tmp_path: Path) -> None:
    """From a zip, with what no longer fits told; the unit's own files are as they were, other things stay out."""
    own = small / "content" / "demo" / "hold-meeting.yml"
    own.parent.mkdir()
    own.write_text("hints+:\n  - {text: 先订会议室。, step: notify, basis: [unit]}\n", "utf-8")
    below = minimal / "content" / "demo" / "hold-meeting.yml"
    was = below.read_text("utf-8")
    below.write_text(was.replace("把人召集起来", "第二版：把人召集起来"), "utf-8")
    file = zipped(minimal, tmp_path / "edition-2.zip")
    renewed = run("renew", file, folder=small)
    assert renewed.returncode == 0, renewed.stdout + renewed.stderr
    base = small / "base"
    assert "第二版" in (base / "content" / "demo" / "hold-meeting.yml").read_text("utf-8")
    assert sorted(path.name for path in base.iterdir()) == ["cases", "content", "flows"]
    assert "先订会议室" in own.read_text("utf-8")
    below.write_text(was.replace("step: notify", "step: count").replace("  notify:", "  invite:"), "utf-8")
    assert run("renew", zipped(minimal, tmp_path / "edition-3.zip"), folder=small).returncode == 1
    assert run("renew", small / ".base.before", folder=small).returncode == 0
    assert "第二版" in (base / "content" / "demo" / "hold-meeting.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"../evil.yml": "a: 1"}, "verify-leads-out"),
        ({"edition-2/content/../../../evil.yml": "a: 1"}, "verify-leads-out"),
        ({"edition-2/content/handbook.yml": "a: 1"}, "verify-twice"),
        ({"/etc/evil": "a: 1"}, "verify-leads-out"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_zip_changes_nothing(
    small: Path, minimal: Path, tmp_path: Path, more: dict[str, str], code: str
) -> None:
    """Refused with its place before a file is written, beneath or anywhere else."""
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    refused = run("renew", zipped(minimal, tmp_path / "evil.zip", more), folder=small)
    assert (
        refused.returncode == 1 and f"evil.zip/{next(iter(more))}" in refused.stderr and f"[{code}]" in refused.stderr
    )
    (tmp_path / "evil.zip").unlink()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_is_no_handbook_is_not_laid_beneath(small: Path, minimal: Path, tmp_path: Path) -> None:
    """A folder without one, a file that is no zip, a folder with a link, a place that no one started."""
    (tmp_path / "other").mkdir()
    (tmp_path / "no.zip").write_text("no zip", "utf-8")
    assert run("renew", tmp_path / "other", folder=small).returncode == 2
    assert run("renew", tmp_path / "no.zip", folder=small).returncode == 1
    assert run("renew", minimal, folder=minimal).returncode == 2
    (minimal / "cases" / "link.yml").symlink_to("/etc/hostname")
    assert run("renew", minimal, folder=small).returncode == 1
    assert (small / "base" / "content" / "handbook.yml").is_file()
