"""The handover file: everything in one file, the same again elsewhere, and nothing lost to a bad one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.deskpage import ELECTION, FILE_FIRST, begin, handed, kept, read_in, states, tick, write
from browser.engines.old import OldChromium, Visit

SHEET = "handbook/forms/chengzhuang-ladder/"
EVERYTHING = "() => Object.keys(localStorage).filter((key) => /^(hb-desk:|handbook.forms)/.test(key)).sort()"


@pytest.fixture
def successor(open_page: Callable[..., Page]) -> Page:
    """A window on another computer."""
    return open_page("about:blank", reduced_motion="no-preference")


def put_sheet(desk: Page, unit: str, text: str) -> None:
    """Keep a scoring sheet as the form's page does."""
    name = SHEET + json.dumps([unit, "2026Q3"], ensure_ascii=False, separators=(",", ":"))
    value = json.dumps({"text": text, "time": "", "mark": "1"}, ensure_ascii=False)
    desk.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, value])


def filled(desk: Page, address: str) -> str:
    """A profile, a case with ticks and a note, a scoring sheet; gives the case's id."""
    desk.goto(f"{address}desk.html#me")
    desk.fill("[data-field=name]", "𠮷祥㛃支部")
    desk.fill("[data-field=full]", "12")
    id_ = begin(desk, address, term_end="2027-02-28", meeting_day="2027-01-31")
    tick(desk, "plan", "能")
    tick(desk, "request", "problem")
    desk.fill(".hb-task[data-step=request] textarea", "<img src=x onerror=alert(1)>\n__proto__ 1e309")
    put_sheet(desk, "甲队", '{"form": "chengzhuang-ladder", "edition": "1",\n"unit": "甲队",\n"items": {"a": 1.10}}')
    desk.reload()
    desk.goto(f"{address}desk.html#case={id_}&tab=archive")
    desk.check("[data-key=election-request] input")
    fill_more(desk, address, id_)
    return id_


def fill_more(desk: Page, address: str, id_: str) -> None:
    """A calculator, a paper twice with a name on the second, a day of a long run for the case, and one for none."""
    desk.goto(f"{address}desk.html#case={id_}&step=quorum")
    desk.click("[data-sum='quorum/election-turnout'] > summary")
    desk.fill("[data-sum='quorum/election-turnout'] [data-field=present]", "１９")
    desk.goto(f"{address}desk.html#case={id_}&tab=papers")
    desk.click("[data-paper=candidate-introduction] > summary")
    desk.click("[data-paper=candidate-introduction] [data-do='papers.add_copy']")
    desk.fill("[data-field=copy-name]", "样例𠮷")
    desk.goto(f"{address}desk.html#run=term&for={id_}")
    desk.fill("[data-moment='committee-division/date:elected']", "2027-02-01")
    desk.goto(f"{address}desk.html#run=membership")
    desk.fill("[data-moment='membership-application/date:letter-date']", "2026-11-02")


def test_everything_is_the_same_on_another_computer(desk: Page, successor: Page, address: str, tmp_path: Path) -> None:
    """Profile, case, ticks, notes, days and sheets: the file of the second computer is the file of the first."""
    id_ = filled(desk, address)
    first = handed(desk, address, tmp_path / "first.json")
    read_in(successor, address, tmp_path / "first.json")
    assert successor.evaluate(EVERYTHING) == []
    successor.click("[data-do=take_in]")
    successor.wait_for_selector("[data-hb=desk-taken]")
    second = handed(successor, address, tmp_path / "second.json")
    assert {**first, "saved": ""} == {**second, "saved": ""}
    assert kept(successor, id_) == kept(desk, id_)
    assert first["profile"]["name"] == "𠮷祥㛃支部"
    (own,) = first["cases"]
    assert own["sums"] == {"quorum/election-turnout": {"full": "12", "present": "１９"}}
    assert own["papers"]["candidate-introduction--2"]["name"] == "样例𠮷"
    assert own["runs"] == {"term": {"committee-division/date:elected": "2027-02-01"}}
    assert first["runs"] == {"membership": {"membership-application/date:letter-date": "2026-11-02"}}
    assert list(first["sheets"].values()) == [
        '{"form": "chengzhuang-ladder", "edition": "1",\n"unit": "甲队",\n"items": {"a": 1.10}}'
    ]
    successor.goto(f"{address}desk.html#case={id_}")
    successor.wait_for_selector("[data-hb=desk-tasks]")
    assert states(successor)["request"] == "problem"
    successor.click("[data-do=jump]")
    assert successor.input_value(".hb-task[data-step=request] textarea").startswith("<img src=x onerror")
    read_in(successor, address, tmp_path / "second.json")
    expect(successor.locator("[data-hb=desk-arrivals]")).to_contain_text("一模一样")


@pytest.mark.parametrize(
    "choice", ["both", *(pytest.param(one, marks=pytest.mark.sweep) for one in ("replace", "skip"))]
)
def test_what_is_here_already_is_asked_about(
    desk: Page, successor: Page, file_address: str, tmp_path: Path, choice: str
) -> None:
    """A case and a sheet that differ from those of the same name: both, the file's, or none of it."""
    id_ = filled(desk, file_address)
    handed(desk, file_address, tmp_path / "first.json")
    read_in(successor, file_address, tmp_path / "first.json")
    successor.click("[data-do=take_in]")
    successor.goto(f"{file_address}desk.html#case={id_}")
    tick(successor, "plan", "不能")
    put_sheet(successor, "甲队", '{"form": "chengzhuang-ladder", "unit": "甲队", "items": {"a": 2}}')
    read_in(successor, file_address, tmp_path / "first.json")
    assert (
        successor.locator("[data-arrival] input:checked").evaluate_all("all => all.map((one) => one.value)")
        == ["both"] * 2
    )
    for box in successor.locator(f"[data-arrival] input[value={choice}]").all():
        box.check()
    successor.click("[data-do=take_in]")
    successor.wait_for_selector("[data-hb=desk-taken]")
    found = handed(successor, file_address, tmp_path / "second.json")
    answers = sorted(case["steps"]["plan"]["answer"] for case in found["cases"])
    assert answers == {"both": ["不能", "能"], "replace": ["能"], "skip": ["不能"]}[choice]
    points = sorted(json.loads(text)["items"]["a"] for text in found["sheets"].values())
    assert points == {"both": [1.1, 2], "replace": [1.1], "skip": [2]}[choice]
    units = sorted(json.loads(text)["unit"] for text in found["sheets"].values())
    assert units == (["甲队", "甲队（交接来的）"] if choice == "both" else ["甲队"])


def sound() -> dict[str, Any]:
    """A small file that is read."""
    case = {"id": "c-1", "procedure": ELECTION, "edition": "1", "title": "换届", "begun": "2026-11-21", "dates": {}}
    case |= {"steps": {"plan": {"state": "done", "note": "", "day": "2026-11-21", "answer": "能"}}, "facts": {}}
    case |= {"papers": {}, "archive": {}, "filed": ""}
    top = {"format": "handbook-handover", "version": 1, "edition": "2026 年第 1 版", "saved": "2026-11-21T00:00:00Z"}
    return {**top, "profile": None, "cases": [case], "sheets": {}}


def spoilt(**change: Any) -> dict[str, Any]:
    """The same file with something wrong in its case."""
    file = sound()
    file["cases"][0].update(change)
    return file


STEP = {"state": "done", "note": "", "day": ""}
BAD: dict[str, tuple[str, Any]] = {
    "cut short": ("damaged", json.dumps(sound())[:-40]),
    "empty": ("damaged", ""),
    "not text": ("damaged", "\x00\x01PK\x03\x04"),
    "a list": ("foreign", []),
    "a scoring sheet": ("foreign", {"form": "chengzhuang-ladder", "items": {}}),
    "newer": ("newer", {**sound(), "version": 2}),
    "a proto at the top": ("foreign", json.dumps(sound())[:-1] + ', "__proto__": {"polluted": 1}}'),
    "a proto among the steps": ("unfit", json.dumps(spoilt()).replace('"plan"', '"__proto__"')),
    "a constructor among the dates": ("unfit", spoilt(dates={"constructor": "2026-01-01"})),
    "a number past all numbers": (
        "unfit",
        json.dumps({**sound(), "profile": {"full": 1}}).replace('"full": 1', '"full": 1e309'),
    ),
    "a half person": ("unfit", {**sound(), "profile": {"full": 2.5}}),
    "a name of 10,000 characters": ("unfit", spoilt(title="长" * 10_000)),
    "a branch of 10,000 characters": ("unfit", {**sound(), "profile": {"name": "长" * 10_000}}),
    "markup for an id": ("unfit", spoilt(id="<img src=x onerror=alert(1)>")),
    "markup for a step": ("unfit", spoilt(steps={"<img src=x onerror=alert(1)>": STEP})),
    "a way out of the folder": ("unfit", spoilt(procedure="../../evil")),
    "a state that is none": ("unfit", spoilt(steps={"plan": {**STEP, "state": "won"}})),
    "a day that is none": ("unfit", spoilt(begun="2026-02-30")),
    "an answer that is no text": ("unfit", spoilt(steps={"plan": {**STEP, "answer": {}}})),
    "a sum that is no text": ("unfit", spoilt(sums={"quorum/election-turnout": {"full": 30}})),
    "a proto among the sums": ("unfit", json.dumps(spoilt(sums={"x": {}})).replace('"x"', '"__proto__"')),
    "a day of a run that is none": ("unfit", spoilt(runs={"term": {"branch-election/date:term-end": "soon"}})),
    "a long run that is none": ("unfit", {**sound(), "runs": {"../evil": {}}}),
    "a copy with a long name": ("unfit", spoilt(papers={"x--2": {"facts": {}, "done": False, "name": "长" * 201}})),
    "two cases of one id": ("unfit", {**sound(), "cases": [*sound()["cases"], *sound()["cases"]]}),
    "deep beyond reason": ("damaged", "[" * 200_000),
}


def test_a_bad_file_is_refused_in_words_and_nothing_is_lost(desk: Page, file_address: str, tmp_path: Path) -> None:
    """Damaged, foreign, hostile: each with its reason; what is kept here stays as it is, and nothing runs."""
    begin(desk, file_address)
    before = desk.evaluate("() => JSON.stringify(localStorage)")
    for name, (why, value) in BAD.items():
        read_in(desk, file_address, write(tmp_path / "bad.json", value))
        told = desk.locator("[data-hb=desk-arrivals] [data-why]")
        assert told.get_attribute("data-why") == why, name
        assert "没有动" in told.inner_text(), name
        assert len(told.inner_text()) < 200, name
    assert desk.evaluate("() => JSON.stringify(localStorage)") == before
    assert desk.evaluate("({}).polluted === undefined")
    read_in(desk, file_address, write(tmp_path / "good.json", sound()))
    expect(desk.locator("[data-do=take_in]")).to_be_visible()


def test_a_file_of_50_megabytes_is_refused_unread(desk: Page, file_address: str, tmp_path: Path) -> None:
    """At once, and the page goes on."""
    (tmp_path / "large.json").write_bytes(b'{"format": "handbook-handover", "pad": "' + b"x" * 50_000_000 + b'"}')
    read_in(desk, file_address, tmp_path / "large.json")
    assert desk.get_attribute("[data-why]", "data-why") == "large"


def test_markup_in_a_text_is_text(desk: Page, file_address: str, tmp_path: Path) -> None:
    """Titles and notes may hold anything; it is shown as it is and does nothing."""
    hostile = '<img src=x onerror="window.hacked=1">'
    left = {"gone": {"state": "doing", "note": hostile, "day": "", "title": hostile}}
    read_in(
        desk,
        file_address,
        write(tmp_path / "file.json", spoilt(title=hostile, steps=left, archive={f"={hostile}": True})),
    )
    desk.click("[data-do=take_in]")
    desk.wait_for_selector("[data-hb=desk-taken]")
    for place in ("#cases", "#case=c-1", "#case=c-1&tab=archive"):
        desk.goto(f"{file_address}desk.html{place}")
        desk.wait_for_selector(f"text={hostile}")
        assert desk.evaluate("window.hacked === undefined && !document.querySelector('.hb-desk img')"), place


def test_a_file_of_another_edition_maps_and_keeps_the_rest(desk: Page, file_address: str, tmp_path: Path) -> None:
    """Steps that are still there go on; those that are not are listed before, shown after, and handed on."""
    old = spoilt(edition="2020 年第 1 版", dates={"old-day": "2026-01-01"}, archive={"old-paper": True})
    old["edition"] = "2020 年第 1 版"
    old["cases"][0]["steps"]["old-step"] = {"state": "done", "note": "旧话", "day": "2026-01-02", "title": "旧的一步"}
    old["cases"][0]["papers"] = {"old-form--2": {"facts": {"who": "旧的一格"}, "done": False, "name": ""}}
    old["cases"][0]["sums"] = {"old-step/old-sum": {"full": "一十九"}}
    old["cases"].append({**old["cases"][0], "id": "c-2", "procedure": "no-more", "title": "不再收的事"})
    read_in(desk, file_address, write(tmp_path / "old.json", old))
    shown = desk.locator("[data-hb=desk-arrivals]")
    for text in ("2020 年第 1 版", "旧的一步", "旧话", "old-day", "old-paper", "不再收的事", "旧的一格", "一十九"):
        expect(shown).to_contain_text(text)
    desk.click("[data-do=take_in]")
    desk.wait_for_selector("[data-hb=desk-taken]")
    desk.goto(f"{file_address}desk.html#case=c-1")
    desk.wait_for_selector("[data-hb=desk-tasks]")
    assert states(desk)["plan"] == "done"
    expect(desk.locator("[data-hb=desk-orphans]")).to_contain_text("旧的一步")
    tick(desk, "request", "doing")
    desk.goto(f"{file_address}desk.html#case=c-2")
    expect(desk.locator("[data-hb=desk-orphans]")).to_contain_text("旧话")
    found = handed(desk, file_address, tmp_path / "again.json")
    again = next(case for case in found["cases"] if case["id"] == "c-1")
    assert again["steps"].pop("request")["state"] == "doing"
    assert again == old["cases"][0]


SAVE = """new Promise((done) => {
  URL.createObjectURL = (blob) => { new Response(blob).text().then(done); return '#'; };
  document.querySelector('[data-do=hand]').click();
})"""
READ = """((text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], 'handover.json'));
  const input = document.querySelector('[data-hb=desk-file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
})"""
TAKE = """(async () => {
  const find = () => document.querySelector('[data-do=take_in]');
  for (let i = 0; i < 200 && !find(); i++) await new Promise((on) => setTimeout(on, 25));
  find().click();
  return document.querySelector('[data-hb=desk-taken]').textContent;
})()"""


@FILE_FIRST
def test_the_file_goes_into_chromium_79_and_out_again(
    desk: Page, old_chromium: OldChromium, address: str, tmp_path: Path
) -> None:
    """What today's browser handed over, the oldest hands on as it was, and refuses a bad file as well."""
    filled(desk, address)
    first = handed(desk, address, tmp_path / "first.json")
    bad = json.dumps(sound()).replace('"plan"', '"__proto__"')
    wait = "new Promise((on) => setTimeout(on, 300))"
    steps = {
        "bad": f"{READ}({json.dumps(bad)})",
        "wait": wait,
        "why": "document.querySelector('[data-why]').dataset.why",
    }
    steps |= {"read": f"{READ}({json.dumps(json.dumps(first))})", "taken": TAKE, "saved": SAVE}
    (sight,) = old_chromium.look([Visit(f"{address}desk.html#handover", steps)])
    assert sight.complaints == []
    assert sight.values["why"] == "unfit"
    assert {**json.loads(sight.values["saved"]), "saved": ""} == {**first, "saved": ""}
