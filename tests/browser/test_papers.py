"""The papers of a case: typed once, previewed, taken away as Word files and as one zip, blocked by a broken rule."""

import base64
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.engines.old import OldChromium, Visit
from command import ROOT
from documents import bare, views, words_of
from handbook.filling import fill

Opener = Callable[..., Page]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DAY = "2027-01-08"
BRANCH, HARD = "中共𠮷㛃支部", "甲 {{branch}} <w:p> &amp; ＂\n乙 " + "长" * 10_000


def papers_of(open_page: Opener, address: str, slug: str, width: int = 1280) -> Page:
    """Start a case of a procedure and open its papers."""
    page = open_page(f"{address}desk.html#start={slug}", width=width)
    page.locator("[data-hb=desk] input[type=date]").last.fill(DAY)
    page.click("[data-do=begin]")
    page.click("a[href$='tab=papers']")
    page.wait_for_selector(".hb-papers__card")
    return page


def opened(page: Page, slug: str) -> Locator:
    """Open the card of a paper."""
    card = page.locator(f"[data-paper={slug}]")
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    return card


def taken(page: Page, button: Locator) -> bytes:
    """Press a button that hands over a file; give the file."""
    with page.expect_download() as coming:
        button.click()
    return Path(coming.value.path()).read_bytes()


def broken_election(page: Page) -> None:
    """Six candidates are wanted for five seats; put in five."""
    page.fill("[data-hb=papers-facts] [data-field=seats]", "５")
    opened(page, "election-request").locator("[data-field=candidates]").fill("5")
    expect(page.locator("[data-hb=papers-broken]").first).to_contain_text("不少于应选人数的 20%")
    expect(page.locator("[data-hb=papers-broken]").first).to_contain_text("《选举工作条例》第十三条")


@pytest.fixture(params=["file", pytest.param("strict", marks=pytest.mark.sweep)])
def address(request: pytest.FixtureRequest) -> str:
    """The handbook on a web server with the policy of its sample, and as a double-click opens it."""
    return str(request.getfixturevalue(f"{request.param}_address"))


def test_what_is_typed_once_stands_in_every_paper_and_in_the_files(address: str, open_page: Opener) -> None:
    """The page's file says what the preview says and what ``handbook paper`` writes; all is there after a reload."""
    page = papers_of(open_page, address, "branch-election")
    page.fill("[data-hb=papers-facts] [data-field='known:branch']", BRANCH)
    card = opened(page, "election-request")
    card.locator("[data-field=not-counted]").fill(HARD)
    card.locator("[data-field=sign-on]").fill("2026-11-25")
    card.locator("[data-field=deputies]").fill("１")
    expect(card.locator(".hb-preview")).to_contain_text(BRANCH)
    expect(card.locator(".hb-preview")).to_contain_text("2026年11月25日")
    expect(opened(page, "member-roster").locator(".hb-preview")).to_contain_text(BRANCH)
    page.reload()
    page.wait_for_selector(".hb-papers__card")
    card = opened(page, "election-request")
    made = taken(page, card.locator("[data-do='papers.word']"))
    typed = {"branch": BRANCH, "meeting-on": DAY, "not-counted": HARD, "sign-on": "2026-11-25", "deputies": "１"}
    wanted = fill(views()["election-request"], typed)
    assert words_of(made) == words_of(wanted.docx)
    assert bare(card.locator(".hb-preview").inner_text()) == bare(words_of(made)) == bare(wanted.text)


def test_a_broken_rule_blocks_the_pack_until_it_is_asked_for_all_the_same(address: str, open_page: Opener) -> None:
    """The rule is named with its article; a pack taken all the same says so first; Windows can read its names."""
    page = papers_of(open_page, address, "branch-election")
    broken_election(page)
    page.click("[data-do='papers.pack']")
    expect(page.locator("[data-hb=papers-told]")).to_contain_text("没有打包")
    packed = zipfile.ZipFile(BytesIO(taken(page, page.locator("[data-do='papers.anyway']"))))
    names = packed.namelist()
    assert len(names) == 23 and names[0].startswith("00 ") and "05 选举办法.docx" in names
    assert all(each.flag_bits & 0x800 for each in packed.infolist())
    assert "不少于应选人数的 20%" in packed.read(names[0]).decode("utf-8-sig")
    assert "名额" in words_of(packed.read("04 换届选举请示.docx")) and packed.testzip() is None
    opened(page, "election-request").locator("[data-field=candidates]").fill("6")
    expect(page.locator("[data-hb=papers-broken]")).to_have_count(0)
    whole = zipfile.ZipFile(BytesIO(taken(page, page.locator("[data-do='papers.pack']"))))
    assert [name for name in whole.namelist() if not name.endswith(".docx")] == []
    blank = zipfile.ZipFile(BytesIO(taken(page, page.locator("[data-do='papers.blanks']"))))
    assert "＿＿＿" in words_of(blank.read("04 换届选举请示.docx")) and len(blank.namelist()) == 22


def test_one_paper_may_say_it_otherwise_and_is_marked_as_done(site: Path, open_page: Opener) -> None:
    """Only that paper changes; the archive's list learns that it is filled in; faults are told at the field."""
    page = papers_of(open_page, f"{site.as_uri()}/", "branch-election")
    page.fill("[data-hb=papers-facts] [data-field='known:branch']", "甲支部")
    card = opened(page, "election-request")
    card.locator(".hb-papers__shared summary").click()
    card.locator("[data-do='papers.apart']").first.click()
    card.locator(".hb-papers__shared [data-field=branch]").fill("乙支部")
    expect(card.locator(".hb-preview")).to_contain_text("乙支部")
    expect(opened(page, "election-rules").locator(".hb-preview")).to_contain_text("甲支部")
    card.locator("[data-do='papers.together']").click()
    expect(card.locator(".hb-preview")).to_contain_text("甲支部")
    card.locator("[data-field=deputies]").fill("很多")
    expect(card.locator("[data-field=deputies]")).to_have_attribute("aria-invalid", "true")
    expect(card.locator("summary").first).to_contain_text("1 处填得不对")
    card.locator("[data-done=election-request]").check()
    page.click("a[href$='tab=archive']")
    expect(page.locator("[data-hb=desk-archive] tr[data-key=election-request] small").last).to_be_visible()


def test_a_paper_may_be_needed_several_times(site: Path, open_page: Opener) -> None:
    """A copy has what is shared and its own facts; its name stands in the name of its file; it can go again."""
    page = papers_of(open_page, f"{site.as_uri()}/", "branch-election")
    page.on("dialog", lambda dialog: dialog.accept())
    page.fill("[data-hb=papers-facts] [data-field='known:branch']", "甲支部")
    first = opened(page, "candidate-introduction")
    first.locator("[data-do='papers.add_copy']").click()
    opened(page, "count-sheet").locator("[data-do='papers.add_copy']").click()
    tally = page.locator("[data-paper=count-sheet--2]")
    tally.locator(".hb-papers__shared summary").click()
    for name, label, number in (("valid", "有效票", "20"), ("returned", "收回选票", "19")):
        tally.get_by_role("button", name=f"{label}：这份另写").click()
        tally.locator(f"[data-field={name}]").fill(number)
    expect(page.locator("[data-hb=papers-broken] li li").first).to_contain_text("第 2 份")
    tally.locator("[data-do='papers.remove_copy']").click()
    expect(page.locator("[data-hb=papers-broken]")).to_have_count(0)
    copy = page.locator("[data-paper=candidate-introduction--2]")
    copy.locator("[data-field=copy-name]").fill("样例㛃")
    copy.locator("[data-field=career]").fill("只在第二份")
    expect(copy.locator("summary").first).to_contain_text("候选人情况介绍（样例㛃）")
    expect(copy.locator(".hb-preview")).to_contain_text("只在第二份")
    expect(copy.locator(".hb-preview")).to_contain_text("甲支部")
    expect(first.locator(".hb-preview")).not_to_contain_text("只在第二份")
    packed = zipfile.ZipFile(BytesIO(taken(page, page.locator("[data-do='papers.pack']"))))
    (name,) = [each for each in packed.namelist() if each.endswith("候选人情况介绍（样例㛃）.docx")]
    assert "只在第二份" in words_of(packed.read(name)) and len(packed.namelist()) == 23
    page.click("a[href$='tab=archive']")
    expect(page.locator("tr[data-key=candidate-introduction]")).to_contain_text("共 2 份")
    page.go_back()
    opened(page, "candidate-introduction--2").locator("[data-do='papers.remove_copy']").click()
    expect(copy).to_have_count(0)


def test_the_preview_tells_where_a_page_ends(site: Path, open_page: Opener) -> None:
    """22 lines of 28 points stand on a page of a letter: sixty short paragraphs of its body are three pages or four."""
    page = papers_of(open_page, f"{site.as_uri()}/", "branch-election")
    card = opened(page, "election-request")
    card.locator("[data-field=not-counted]").fill("\n".join("行" * 3 for _ in range(60)))
    marks = card.locator(".hb-preview__page")
    expect(marks.nth(2)).to_be_attached()
    tops = marks.evaluate_all("all => all.map((one) => one.offsetTop)")
    pitch = card.locator(".hb-preview__sheet").evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    assert abs((tops[2] - tops[1]) / pitch - 22) < 0.2
    expect(card.locator(".hb-preview__count")).to_contain_text(f"约 {len(tops) + 1} 页")


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.sweep)])
def test_axe_finds_nothing_and_nothing_sticks_out(width: int, site: Path, open_page: Opener) -> None:
    """With a card open, a rule broken and the preview shown, wide and narrow."""
    page = papers_of(open_page, f"{site.as_uri()}/", "branch-election", width)
    broken_election(page)
    opened(page, "member-roster")
    page.evaluate(AXE.read_text("utf-8"))
    asked = "axe.run(document.querySelector('.hb-desk'), {preload: false}).then(r => r.violations.map(v => v.id))"
    assert page.evaluate(asked) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = "Array.from(document.querySelectorAll('[data-tab=papers] button, [data-tab=papers] summary'))"
    assert page.evaluate(f"{small}.every((one) => !one.offsetHeight || one.getBoundingClientRect().height >= 43.5)")


OLD = """new Promise(async (done) => {
  const rest = () => new Promise((go) => setTimeout(go, 100));
  const until = async (look) => { for (let n = 0; n < 100 && !look(); n += 1) await rest(); return look(); };
  const one = (name) => document.querySelector(name);
  const type = (box, text) => { box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); };
  location.hash = '#start=branch-election';
  (await until(() => one('[data-do=begin]'))).click();
  (await until(() => one("a[href$='tab=papers']"))).click();
  type(await until(() => one("[data-field='known:branch']")), TYPED);
  one('[data-paper=election-request] summary').click();
  type(await until(() => one('[data-paper=election-request] [data-field=not-counted]')), HARD);
  await until(() => one('[data-paper=election-request] .hb-preview').innerText.indexOf(TYPED) > 0 &&
    one('[data-paper=election-request] .hb-preview').innerText.indexOf('长长') > 0);
  const preview = one('[data-paper=election-request] .hb-preview').innerText;
  const marks = document.querySelectorAll('[data-paper=election-request] .hb-preview__page').length;
  one("[data-paper=election-request] [data-do='papers.add_copy']").click();
  type(one('[data-field=copy-name]'), '乙');
  const copied = () => one('[data-paper=election-request--2] summary').textContent;
  await until(() => copied().indexOf('（乙）') > 0);
  const named = copied();
  let file = null;
  URL.createObjectURL = (blob) => { file = blob; return '#'; };
  one("[data-paper=election-request] [data-do='papers.word']").click();
  await until(() => file);
  const reader = new FileReader();
  reader.onload = () => done([preview, reader.result, marks, named]);
  reader.readAsDataURL(file);
})"""


def test_the_floor_s_browser_makes_the_same_file(address: str, old_chromium: OldChromium) -> None:
    """Chromium 79, from a folder and over plain http."""
    script = OLD.replace("TYPED", json.dumps(BRANCH)).replace("HARD", json.dumps(HARD))
    sight = old_chromium.look([Visit(f"{address}desk.html", {"made": script})])[0]
    assert sight.complaints == []
    preview, file, marks, copied = sight.values["made"]
    assert marks > 15 and "换届选举请示（乙）" in copied
    made = base64.b64decode(file.partition(",")[2])
    wanted = fill(views()["election-request"], {"branch": BRANCH, "not-counted": HARD})
    assert words_of(made) == words_of(wanted.docx)
    assert bare(preview) == bare(wanted.text)
