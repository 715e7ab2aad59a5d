"""The desk: a case is started, done step by step, kept, told of when it cannot be kept, and filed."""

from pathlib import Path

from playwright.sync_api import Page, expect

from browser.deskpage import ELECTION, HTTP_FIRST, begin, kept, states, tick
from browser.engines.old import OldChromium, Visit

ROOT = Path(__file__).parents[2]
FLOWS = ROOT / "flows"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SMALL = """() => Array.from(document.querySelector('.hb-desk').querySelectorAll('button, input, select, nav a'))
  .map((one) => one.closest('.hb-task__row, label') || one)
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width && box.height < 43.5; })
  .map((one) => one.outerHTML)"""


def test_a_case_outlives_the_window(desk: Page, address: str) -> None:
    """From the button on the procedure's page to ticks, a note and the days, read again in another window."""
    desk.goto(f"{address}branch-building/{ELECTION}.html")
    desk.click("text=办这件事")
    desk.wait_for_selector("[data-do=begin]")
    desk.fill("[data-field=title]", "2027 年换届 𠮷")
    desk.fill("[data-field=meeting-day]", "2199-12-20")
    desk.click("[data-do=begin]")
    tick(desk, "plan", "能")
    tick(desk, "request", "doing")
    desk.fill(".hb-task[data-step=request] textarea", "等上级 <b>看</b>")
    other = desk.context.new_page()
    desk.goto("about:blank")
    other.goto(f"{address}desk.html")
    card = other.locator("[data-hb=desk-cases] li")
    expect(card).to_contain_text("2027 年换届 𠮷")
    for said in ("办完 1 步，共 12 步", "下一步：第 3 步 报换届请示", "2199-12-20", "选举大会召开之日"):
        expect(card).to_contain_text(said)
    card.locator("a").click()
    other.wait_for_selector("[data-hb=desk-tasks]")
    assert {name: states(other)[name] for name in ("plan", "request", "approved")} == {
        "plan": "done",
        "request": "doing",
        "approved": "blocked",
    }
    other.click("[data-do=jump]")
    assert other.input_value(".hb-task[data-step=request] textarea") == "等上级 <b>看</b>"
    other.close()


def test_what_cannot_be_done_yet_names_what_comes_first(desk: Page, file_address: str) -> None:
    """The missing step is named and linked; a way that was not chosen blocks nothing; going back is asked."""
    begin(desk, file_address)
    assert [name for name, state in states(desk).items() if state == "todo"] == ["plan"]
    blocked = desk.locator(".hb-task[data-step=quorum]")
    expect(blocked).to_contain_text("暂不能做")
    blocked.locator("a").click()
    expect(desk.locator(".hb-task[data-step=plan] .hb-task__open")).to_have_attribute("aria-expanded", "true")
    tick(desk, "plan", "能")
    assert states(desk)["move-date"] == "unneeded"
    expect(desk.locator(".hb-task[data-step=move-date]")).to_contain_text("能按期换届吗")
    tick(desk, "request")
    tick(desk, "approved", "退回")
    desk.click("[data-do=again]")
    assert states(desk)["request"] == "todo"
    assert states(desk)["approved"] == "blocked"
    assert states(desk)["plan"] == "done"
    desk.click(".hb-task[data-step=approved] .hb-task__open")
    note = desk.locator(".hb-task[data-step=approved] textarea")
    expect(note).to_have_value(f"{today(desk)} 定的是“退回”，退回重办")


def today(desk: Page) -> str:
    """Today as the page's computer has it."""
    day: str = desk.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)")
    return day


def test_rows_open_by_keys_and_anywhere_in_them(desk: Page, file_address: str) -> None:
    """Enter and Space on the name, a click on the far side of the row; a status is no button."""
    begin(desk, file_address)
    opened = desk.locator(".hb-task[data-step=plan] .hb-task__open")
    opened.focus()
    desk.keyboard.press("Enter")
    assert opened.get_attribute("aria-expanded") == "true"
    desk.keyboard.press("Space")
    assert opened.get_attribute("aria-expanded") == "false"
    place = desk.locator(".hb-task[data-step=plan] .hb-task__status").bounding_box()
    assert place is not None
    desk.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    assert opened.get_attribute("aria-expanded") == "true"
    assert desk.locator(".hb-task__status:is(button, a, [role=button])").count() == 0


def test_the_archive_is_the_last_row_and_never_ticked_for_you(desk: Page, file_address: str) -> None:
    """All steps done, nothing is filed until a person says so; what is missing is counted."""
    id_ = begin(desk, file_address)
    for step in states(desk):
        if states(desk)[step] not in ("todo", "doing"):
            continue
        desk.click(f".hb-task[data-step={step}] .hb-task__open")
        done = desk.locator(f".hb-task[data-step={step}] input[value=done]")
        (done if done.count() else desk.locator(f".hb-task[data-step={step}] input[type=radio]").first).check()
    last = desk.locator("[data-hb=desk-tasks] > li").last
    expect(last).to_contain_text("归档、上报")
    expect(last).to_contain_text("缺")
    assert kept(desk, id_)["filed"] == ""
    assert kept(desk, id_)["archive"] == {}
    last.locator("a").click()
    desk.wait_for_selector("[data-hb=desk-archive]")
    idle = desk.locator(".hb-archive-list__idle").count()
    assert desk.locator("[data-hb=desk-archive] input:checked").count() == 0
    count = desk.locator("[data-hb=desk-archive] input").count() - idle
    expect(desk.locator("[data-hb=desk-missing]")).to_have_text(f"缺 {count} 份")
    desk.evaluate("document.querySelectorAll('[data-hb=desk-archive] input').forEach((one) => one.click())")
    expect(desk.locator("[data-hb=desk-missing]")).to_have_text("一份不缺")
    desk.click("[data-do=file]")
    assert kept(desk, id_)["filed"] == today(desk)
    desk.goto(f"{file_address}desk.html#cases")
    expect(desk.locator("[data-hb=desk-filed] li")).to_have_count(1)
    expect(desk.locator("[data-hb=desk-cases] li")).to_have_count(0)


def test_the_archive_list_goes_on_a_sheet_of_paper(desk: Page, file_address: str) -> None:
    """Print shows the list and who checked it, and nothing to press."""
    id_ = begin(desk, file_address)
    desk.goto(f"{file_address}desk.html#case={id_}&tab=archive")
    desk.check("[data-key=election-request] input")
    desk.emulate_media(media="print")
    for shown in ("[data-hb=desk-archive]", "[data-hb=desk-missing]", ".hb-desk__sign"):
        expect(desk.locator(shown)).to_be_visible()
    for gone in (".hb-desk__rooms", ".hb-desk__tabs", "[data-do=print]", "[data-do=file]", ".hb-header"):
        expect(desk.locator(gone).first).to_be_hidden()
    expect(desk.locator("[data-key=election-request] .hb-desk__mark")).to_have_text("有")
    desk.goto(f"{file_address}desk.html#case={id_}")
    expect(desk.locator(".hb-task[data-step=request] .hb-task__open")).to_be_visible()
    desk.emulate_media(media="screen")


def test_an_opened_paper_goes_on_its_own_sheets(desk: Page, file_address: str) -> None:
    """Printed from the desk: the opened paper and nothing else, no case's name over it and no empty sheet after it."""
    id_ = begin(desk, file_address)
    desk.goto(f"{file_address}desk.html#case={id_}&tab=papers")
    desk.click("[data-paper=election-reply] > summary")
    desk.wait_for_selector("[data-paper=election-reply] .hb-preview__sheet")
    desk.emulate_media(media="print")
    expect(desk.locator(".hb-papers__card:visible")).to_have_count(1)
    for gone in (".hb-desk__title", ".hb-preview__page", ".hb-preview__count", ".hb-papers__fields", ".hb-footer"):
        assert not desk.locator(gone).first.is_visible(), gone
    desk.emulate_media(media="null")
    assert desk.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_the_profile_is_kept_and_trims_the_tasks(desk: Page, file_address: str) -> None:
    """What cannot be taken is said beside the field and not kept; full-width digits are."""
    desk.goto(f"{file_address}desk.html#me")
    desk.fill("[data-field=name]", "第一党支部")
    desk.fill("[data-field=full]", "１２")
    desk.fill("[data-field=probationary]", "很多")
    desk.keyboard.press("Tab")
    expect(desk.locator("#fault-probationary")).to_contain_text("整数")
    desk.fill("[data-field=probationary]", "2")
    desk.select_option("[data-field=committee]", "no")
    desk.goto("about:blank")
    desk.goto(f"{file_address}desk.html#me")
    assert desk.input_value("[data-field=full]") == "12"
    assert desk.input_value("[data-field=committee]") == "no"
    desk.goto(f"{file_address}desk.html#start=committee-meeting")
    expect(desk.locator("[data-hb=desk-unfit]")).to_contain_text("因为")


def test_any_procedure_can_be_found_and_started(desk: Page, file_address: str) -> None:
    """The chooser shows all by chapter and finds by what people call them; an unknown name leads back to it."""
    desk.goto(f"{file_address}desk.html#start=no-such-thing")
    expect(desk.locator("[role=alert]:has-text('手册里没有这件事')")).to_be_visible()
    written = {path.stem for path in (ROOT / "content").glob("*/*.yml")} & {path.stem for path in FLOWS.glob("*.yml")}
    links = desk.locator("[data-hb=desk-choices] a").evaluate_all("all => all.map((one) => one.hash)")
    assert sorted(links) == sorted(f"#start={slug}" for slug in written)
    desk.fill("[data-hb=desk-filter]", "选支委")
    expect(desk.locator("[data-hb=desk-choices] a").first).to_contain_text("换届")
    desk.fill("[data-hb=desk-filter]", "没有这样的")
    expect(desk.locator("[data-hb=desk-choices] a")).to_have_count(0)


def test_everyone_can_use_the_desk(desk: Page, file_address: str) -> None:
    """No violation of the accessibility rules in any room, light and dark; what is pressed is large enough."""
    id_ = begin(desk, file_address)
    tick(desk, "plan", "能")
    places = ("#cases", "#start", f"#start={ELECTION}", "#me", "#handover", f"#case={id_}&tab=archive", f"#case={id_}")
    desk.set_viewport_size({"width": 390, "height": 800})
    desk.evaluate(AXE.read_text("utf-8"))
    for place in places:
        desk.evaluate("(place) => { location.hash = place; }", place)
        desk.wait_for_function("document.querySelector('[data-hb=desk-room] h2')")
        desk.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        desk.evaluate("document.querySelectorAll('.hb-task__open[aria-expanded=false]').forEach((one) => one.click())")
        for scheme in ("default", "slate"):
            desk.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            found = desk.evaluate("axe.run('.hb-desk', {resultTypes: ['violations'], preload: false})")["violations"]
            assert [(one["id"], one["nodes"][0]["target"]) for one in found] == [], place
        assert desk.evaluate(SMALL) == [], place
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390, place


UNTIL = """const $ = (selector) => document.querySelector(selector);
  const until = async (selector) => {
    for (let i = 0; i < 200 && !$(selector); i++) await new Promise((on) => setTimeout(on, 25));
    return $(selector);
  };"""
JOURNEY = (
    """(async () => {"""
    + UNTIL
    + """
  (await until('[data-do=begin]')).click();
  (await until('.hb-task[data-step=plan] .hb-task__open')).click();
  $('.hb-task[data-step=plan] input[value="能"]').click();
  $('.hb-task[data-step=request] .hb-task__open').click();
  $('.hb-task[data-step=request] input[value=done]').click();
  const note = $('.hb-task[data-step=request] textarea');
  note.value = '㛃';
  note.dispatchEvent(new Event('input'));
  return location.hash;
})()"""
)
AGAIN = (
    """(async () => {"""
    + UNTIL
    + """
  (await until('[data-hb=desk-cases] a')).click();
  (await until('.hb-task[data-step=request] .hb-task__open')).click();
  return [$('.hb-task[data-step=request] textarea').value,
    ...['plan', 'request', 'approved', 'quorum'].map((id) => $(`.hb-task[data-step=${id}]`).dataset.status),
    document.querySelectorAll('[data-what]').length];
})()"""
)


@HTTP_FIRST
def test_a_case_outlives_the_window_in_chromium_79(old_chromium: OldChromium, address: str) -> None:
    """Started, ticked and noted; the page loaded anew shows it as it was."""
    journey = {"begun": JOURNEY, "away": f"{address}index.html", "back": f"{address}desk.html", "again": AGAIN}
    (sight,) = old_chromium.look([Visit(f"{address}desk.html#start={ELECTION}", journey)])
    assert sight.engine.startswith("HeadlessChrome/79.")
    assert sight.complaints == []
    assert sight.values["begun"].startswith("#case=c-")
    assert sight.values["again"] == ["㛃", "done", "done", "todo", "blocked", 0]
