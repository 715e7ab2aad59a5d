"""Calculators in a browser: folded in their steps, answering in sentences, remembered for the visit, read aloud."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.deskpage import begin, kept
from browser.engines.old import OldChromium, Visit
from command import ROOT

Opener = Callable[..., Page]
ELECTION = "branch-building/branch-election.html"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def opened(page: Page, name: str) -> Locator:
    """Open a calculator and wait for its boxes."""
    calculator = page.locator(f"#calc-{name}")
    calculator.locator("> summary").click()
    expect(calculator.locator("form")).to_be_visible()
    return calculator


def fill(calculator: Locator, **boxes: object) -> None:
    """Type into boxes; a box's name has a line for a hyphen."""
    for name, text in boxes.items():
        calculator.locator(f'[data-field="{name.replace("_", "-")}"]').fill(str(text))


def answer(calculator: Locator) -> Locator:
    """Where a calculator answers."""
    return calculator.locator("[data-hb=calculator-answer]")


def test_a_quorum_is_worked_out_in_its_step(open_page: Opener, address: str) -> None:
    """Full-width digits; the sentence, the verdict, the article; those who may be left out only once agreed."""
    page = open_page(address + ELECTION)
    assert page.locator("script[src*='votes']").count() == 0
    calculator = opened(page, "quorum-election-turnout")
    expect(answer(calculator)).to_have_attribute("role", "status")
    fill(calculator, full="１４", present="11")
    told = answer(calculator)
    expect(told).to_contain_text("应到会 14 人，五分之四是 11.2 人，至少要到 12 人。")
    expect(told).to_contain_text("现到 11 人，还差 1 人，不能选。")
    expect(told.locator("a")).to_have_text(["《选举工作条例》第十九条"])
    page.goto(str(told.locator("a").evaluate("link => link.href")))
    expect(page.locator("#article-19")).to_contain_text("五分之四")
    page.go_back()
    calculator = opened(page, "quorum-election-turnout")
    expect(calculator.locator('[data-field="full"]')).to_have_value("１４")
    calculator.locator(".hb-calculator__out > summary").click()
    fill(calculator, out_bedridden="1")
    expect(answer(calculator)).to_contain_text("先照算在内")
    calculator.get_by_label("不计入的名单，上级党组织已同意，党员大会已通过").check()
    expect(answer(calculator)).to_contain_text("应到会 13 人，五分之四是 10.4 人，至少要到 11 人。")
    expect(answer(calculator)).to_have_attribute("data-verdict", "enough")
    calculator.locator("[data-hb=calculator-reset]").click()
    expect(answer(calculator)).to_have_text("填上“正式党员总数（预备党员不算）”就能往下算。")


def test_nonsense_is_told_at_its_box(open_page: Opener, file_address: str) -> None:
    """Letters; more people than there are; more ballots back than went out."""
    page = open_page(file_address + ELECTION)
    calculator = opened(page, "quorum-election-turnout")
    fill(calculator, full="十四")
    expect(answer(calculator)).to_contain_text("要写整数")
    expect(calculator.locator('[data-field="full"]')).to_have_attribute("aria-invalid", "true")
    fill(calculator, full="14", present="15")
    expect(answer(calculator)).to_contain_text("比应到会 14 人多 1 人")
    calculator = opened(page, "result-ballots")
    fill(calculator, issued="20", returned="22")
    expect(answer(calculator)).to_contain_text("收回的票比发出的多 2 张")
    expect(answer(calculator)).to_contain_text("条号待核")
    expect(answer(calculator)).to_have_attribute("data-verdict", "void")


def test_who_is_elected_by_name(open_page: Opener, file_address: str) -> None:
    """A tie for the last seat is named; a fifth candidate has a row of his own; a script in a name is a name."""
    page = open_page(file_address + ELECTION)
    calculator = opened(page, "result-committee-elected")
    fill(calculator, due=20, seats=3, valid=20)
    for place, (name, votes) in enumerate([("甲某", 19), ("<b>乙某", 17), ("丙某", 11), ("丁某", 11)], 1):
        fill(calculator, **{f"name_{place}": name, f"votes_{place}": votes})
    expect(answer(calculator)).to_contain_text("当选：甲某、<b>乙某。")
    expect(answer(calculator)).to_contain_text("丙某、丁某都是 11 票，争 1 个名额，定不下来。")
    calculator.locator("[data-hb=calculator-add]").click()
    expect(calculator.locator('[data-field="name-5"]')).to_be_focused()


def test_dues_and_the_page_of_all(open_page: Opener, file_address: str) -> None:
    """An address opens its calculator; each group of members has its own box; odd cents are told, not rounded."""
    page = open_page(file_address + "calculators.html#calc-dues")
    calculator = page.locator("#calc-dues")
    calculator.locator("select").select_option("wage")
    fill(calculator, income="5001")
    expect(answer(calculator)).to_contain_text("5001 元乘 1.5%，每月交 75.015 元。")
    expect(answer(calculator)).to_contain_text("四舍五入到分是 75.02 元")
    calculator.locator("select").select_option("retired")
    expect(calculator.get_by_label("实际领取的离退休费或养老金总额（元）")).to_have_value("5001")
    expect(answer(calculator)).to_contain_text("5001 元乘 1%，每月交 50.01 元。")
    calculator.locator("select").select_option("student")
    expect(calculator.locator('[data-field="income"]')).to_be_hidden()
    expect(answer(calculator)).to_contain_text("每月交 0.2 元。")
    assert page.locator("[data-hb=calculator]").count() >= 15
    page.emulate_media(media="print")
    expect(answer(calculator)).to_be_visible()
    expect(page.locator("#calc-ballots")).to_be_hidden()


def test_one_s_own_branch_is_filled_in_and_storage_may_be_blocked(open_page: Opener, file_address: str) -> None:
    """The profile's full members stand there and say where they come from; without any storage all works."""
    page = open_page(file_address + ELECTION)
    kept = {"text": json.dumps({"full": 23}), "time": "", "mark": "1"}
    page.evaluate("kept => localStorage.setItem('hb-desk:profile', kept)", json.dumps(kept))
    calculator = opened(page, "quorum-election-turnout")
    expect(calculator.locator('[data-field="full"]')).to_have_value("23")
    expect(calculator).to_contain_text("我的支部")
    expect(answer(calculator)).to_contain_text("至少要到 19 人")
    blocked = """for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });"""
    other = page.context.new_page()
    other.add_init_script(blocked)
    other.goto(file_address + ELECTION)
    calculator = opened(other, "quorum-election-turnout")
    fill(calculator, full="10", present="8")
    expect(answer(calculator)).to_contain_text("够了，可以选")


def test_a_task_of_the_desk_works_it_out_and_the_case_keeps_it(desk: Page, file_address: str) -> None:
    """In the step of a case; the next step with the same calculator begins with it; nothing waits for a pause."""
    id_ = begin(desk, file_address)
    desk.click(".hb-task[data-step=request] .hb-task__open")
    calculator = desk.locator("#sum-request-committee-slate")
    calculator.locator("> summary").click()
    fill(calculator, seats="5", candidates="5")
    assert kept(desk, id_)["sums"] == {"request/committee-slate": {"seats": "5", "candidates": "5"}}
    expect(answer(calculator)).to_contain_text("应选 5 名，20% 是 1 名")
    expect(answer(calculator)).to_contain_text("是等额，还差 1 名")
    desk.reload()
    desk.click(".hb-task[data-step=request] .hb-task__open")
    expect(answer(calculator)).to_contain_text("是等额，还差 1 名")
    desk.click(".hb-task[data-step=nominate] .hb-task__open")
    other = desk.locator("#sum-nominate-committee-slate")
    other.locator("> summary").click()
    expect(other.locator("[data-field=candidates]")).to_have_value("5")
    calculator.locator("[data-hb=calculator-reset]").click()
    other.locator("[data-hb=calculator-reset]").click()
    assert "sums" not in kept(desk, id_)
    calculator.locator(".hb-calculator__body > p a").click()
    expect(desk.locator("#calc-committee-slate form")).to_be_visible()


def sort_names(page: Page, text: str) -> list[str]:
    """Paste names, sort them, and give the list once the table of strokes is there."""
    page.fill("[data-hb=names-text]", text)
    page.click("[data-hb=names-sort]")
    expect(page.locator("[data-hb=names-said]")).to_contain_text("排好了")
    return page.input_value("[data-hb=names-list]").split("\n")


def test_names_are_sorted_by_strokes_and_doubt_is_said(open_page: Opener, file_address: str) -> None:
    """The table comes with the first sorting and its kinds decide; doubt is marked, rare characters are told."""
    page = open_page(file_address + "calculators.html")
    assert page.locator("script[src*='stroke-order']").count() == 0
    methods = page.evaluate("Object.getOwnPropertyNames(String.prototype).join()")
    pasted = "王小明\n丁 一\n王明、陈某\n杨某\n𠮷田某\n申某\n欧阳某\n苏某\n叶某\n李某\n田某\n㛃某\n王一明"
    assert sort_names(page, pasted) == [
        *["丁一", "王明", "王一明", "王小明", "申某", "叶某", "田某"],
        *["苏某", "李某", "杨某", "陈某", "欧阳某", "𠮷田某", "㛃某"],
    ]
    assert page.evaluate("Object.getOwnPropertyNames(String.prototype).join()") == methods
    said = page.locator("[data-hb=names-said]")
    expect(said).to_contain_text("排好了 14 人")
    expect(said).to_contain_text("请查字典自己填：𠮷田某、㛃某。")
    expect(page.locator(".hb-names__tied td:nth-child(3)")).to_have_text(["申", "叶", "𠮷", "㛃"])
    page.get_by_label("把叶某上移一位").click()
    assert page.input_value("[data-hb=names-list]").split("\n")[4:6] == ["叶某", "申某"]
    for name, strokes, place in (("𠮷田某", "６", 7), ("㛃某", "7", 12)):
        page.get_by_label(f"{name}的姓几画").fill(strokes)
        page.get_by_label(f"{name}的姓几画").press("Enter")
        assert page.input_value("[data-hb=names-list]").split("\n")[place] == name
    expect(said).not_to_contain_text("㛃某")
    expect(said).to_contain_text("有 2 组的先后定不下来")


def test_without_the_table_of_strokes_numbers_are_typed(open_page: Opener, file_address: str) -> None:
    """A copy without that file says so and sorts by what is typed."""
    page = open_page(file_address + "calculators.html")
    page.evaluate("void (document.head.appendChild = (script) => script.onerror())")
    assert sort_names(page, "陈某\n王某") == ["陈某", "王某"]
    expect(page.locator("[data-hb=names-said]")).to_contain_text("笔画字表没有打开")
    for name, strokes in (("陈某", "7"), ("王某", "4")):
        page.get_by_label(f"{name}的姓几画").fill(strokes)
        page.get_by_label(f"{name}的姓几画").press("Enter")
    assert page.input_value("[data-hb=names-list]").split("\n") == ["王某", "陈某"]


@pytest.mark.parametrize(("scheme", "width"), [("default", 1280), ("slate", 390)])
def test_axe_finds_nothing_and_nothing_runs_over(open_page: Opener, file_address: str, scheme: str, width: int) -> None:
    """With every calculator of the page of all opened, an answer in each colour, and names sorted."""
    page = open_page(file_address + "calculators.html", width=width)
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    expect(page.locator("#calc-dues form")).to_be_visible()
    page.locator("#calc-election-turnout .hb-calculator__out > summary").click()
    fill(page.locator("#calc-election-turnout"), full="14", present="11", out_watched="1")
    fill(page.locator("#calc-ballots"), issued="2", returned="2")
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    sort_names(page, "申某\n叶某")
    page.evaluate(AXE.read_text("utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    asked = {"resultTypes": ["violations"], "preload": False, "runOnly": rules}
    found = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
    assert [(violation["id"], violation["nodes"][0]["target"]) for violation in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


OLD = """new Promise((done) => {
  const calculator = document.querySelector('#calc-%s');
  calculator.open = true;
  const wait = setInterval(() => {
    const boxes = %s;
    if (!calculator.querySelector('form')) return;
    clearInterval(wait);
    Object.keys(boxes).forEach((name) => { calculator.querySelector(`[data-field="${name}"]`).value = boxes[name]; });
    calculator.querySelector('form').dispatchEvent(new Event('change'));
    done(calculator.querySelector('[data-hb="calculator-answer"]').textContent);
  }, 50);
})"""


def test_the_oldest_browser_answers_the_same(old_chromium: OldChromium, file_address: str) -> None:
    """Chromium 79 from a folder: a quorum, dues, names by strokes, and a quorum that a case keeps."""
    quorum = OLD % ("quorum-election-turnout", json.dumps({"full": "１４", "present": "11"}))
    dues = OLD % ("dues", json.dumps({"payer": "wage", "income": "5001"}))
    names = """new Promise((done) => {
      document.querySelector('[data-hb="names-text"]').value = '陈某\\n王小明\\n丁一\\n王明\\n李某';
      document.querySelector('[data-hb="names-sort"]').click();
      const wait = setInterval(() => {
        const list = document.querySelector('[data-hb="names-list"]').value;
        if (list) { clearInterval(wait); done(list); }
      }, 50);
    })"""
    case = """(async () => {
      const until = async (name) => {
        for (let n = 0; n < 100 && !document.querySelector(name); n++) await new Promise((on) => setTimeout(on, 50));
        return document.querySelector(name);
      };
      (await until('[data-do=begin]')).click();
      (await until('.hb-task[data-step=quorum] .hb-task__open')).click();
      (await until('#sum-quorum-election-turnout > summary')).click();
      const box = await until('#sum-quorum-election-turnout [data-field=present]');
      document.querySelector('#sum-quorum-election-turnout [data-field=full]').value = '30';
      box.value = '24';
      box.dispatchEvent(new Event('change', { bubbles: true }));
      return [document.querySelector('[data-hb="calculator-answer"]').textContent,
        Object.keys(localStorage).map((name) => localStorage[name]).join('')];
    })()"""
    seen = old_chromium.look(
        [
            Visit(file_address + ELECTION, {"quorum": quorum}),
            Visit(file_address + "calculators.html", {"dues": dues, "names": names}),
            Visit(file_address + "desk.html#start=branch-election", {"case": case}),
        ]
    )
    assert [sight.complaints for sight in seen] == [[], [], []]
    assert "现到 11 人，还差 1 人，不能选。" in seen[0].values["quorum"]
    answered, stored = seen[2].values["case"]
    assert "现到 24 人，够了" in answered and "quorum/election-turnout" in stored
    assert "每月交 75.015 元。" in seen[1].values["dues"]
    assert seen[1].values["names"].split("\n") == ["丁一", "王明", "王小明", "李某", "陈某"]


def test_without_scripts_the_rules_stand_in_the_page(site: Path) -> None:
    """What a calculator goes by, and its article, are words of the page."""
    page = (site / ELECTION).read_text("utf-8")
    assert "有选举权的到会人数不少于应到会人数的五分之四，会议方为有效" in page
    assert page.count('data-slug="election-turnout"') == 2
