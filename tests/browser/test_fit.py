"""Pages trim themselves to the reader's branch, and say so: what is folded, why, and how to see it all the same."""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.engines.old import OldChromium, Visit
from command import ROOT
from fitting.rules import CHAPTERS, Profile, conditions, entries, grid, parts, reason

Open = Callable[..., Page]
ELECTION, SMALL = "branch-building/branch-election.html", "branch-building/small-branch-election.html"
DIVISION = "branch-building/committee-division.html"
BRANCH: Profile = {
    "unit": "soe",
    "branch": "regular",
    "name": "𠮷样例支部",
    "full": 5,
    "probationary": 0,
    "committee": False,
    "superior": "",
    "termEnd": "",
    "groups": 0,
}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOLDED = """() => [...document.querySelectorAll('[data-hb=unfit]')].flatMap((fold) => {
  const own = [...fold.lastElementChild.children].filter((part) => part.dataset.what);
  const item = fold.closest('li[data-what]');
  const why = fold.firstElementChild.textContent;
  return (own.length ? own : item ? [item] : []).map((part) => [part.dataset.what, why]);
})"""
TOLD = "[...document.querySelectorAll('[data-hb=fit-left] li')].map((line) => line.textContent)"


def keep(profile: Profile) -> str:
    """Give the script that keeps a profile as the desk keeps it."""
    kept = json.dumps({"text": json.dumps(profile, ensure_ascii=False), "time": "", "mark": "test"}, ensure_ascii=False)
    return f"localStorage.setItem('hb-desk:profile', {json.dumps(kept, ensure_ascii=False)})"


def of_branch(page: Page, address: str, name: str, profile: Profile = BRANCH) -> Page:
    """Open a page with a profile kept before."""
    page.evaluate(keep(profile))
    page.goto(address + name)
    return page


def test_a_branch_told_at_the_desk_is_led_to_its_own_election(open_page: Open, address: str) -> None:
    """Five full members: the election with a committee is not for it, the other is."""
    page = open_page(address + "desk.html#me")
    for field, text in {"full": "５", "groups": "0", "name": "𠮷样例支部"}.items():
        page.locator(f"[data-hb=desk-profile] input[data-field={field}]").fill(text)
    page.locator("[data-hb=desk-profile] select[data-field=committee]").select_option("no")
    page.keyboard.press("Tab")
    page.goto(address + ELECTION)
    head = page.locator("[data-hb=fit]")
    expect(head.locator("[data-hb=fit-not]")).to_contain_text("不足 7 人")
    expect(head.locator("[data-hb=fit-not]")).to_contain_text("《支部工作条例》第二十条")
    expect(head.locator("[data-hb=fit-line]")).to_contain_text("𠮷样例支部 · 正式党员 5 人 · 不设支委会 · 没有党小组")
    head.locator("[data-hb=fit-instead] a:visible").click()
    page.wait_for_url("**/" + SMALL)
    expect(page.locator("[data-hb=fit]")).to_be_visible()
    expect(page.locator("[data-hb=fit-not]")).to_be_hidden()
    page.locator("[data-hb=fit-line] ~ a").click()
    expect(page.locator("[data-hb=desk-profile] input[data-field=full]")).to_have_value("5")


def test_lists_paper_and_the_wall_mark_what_is_not_for_the_branch(open_page: Open, file_address: str) -> None:
    """The navigation and the search's hits; prints and decks leave nothing out and say so at its place."""
    page = of_branch(open_page(file_address + "changes.html"), file_address, ELECTION)
    marked = page.locator(".hb-nav__entries a", has=page.locator(".hb-unfit__tag"))
    expect(marked.first).to_contain_text("党支部换届选举")
    expect(page.locator(".hb-nav__entries a[href$='small-branch-election.html'] .hb-unfit__tag")).to_have_count(0)
    page.goto(file_address + "search.html?q=%E6%8D%A2%E5%B1%8A%E9%80%89%E4%B8%BE")
    expect(page.locator("[data-hb=search-hit][data-slug=branch-election] .hb-unfit__tag").first).to_have_text("不适用")
    page.goto(file_address + "print/branch-building.html")
    expect(page.locator("[data-hb=fit-note]")).to_contain_text("𠮷样例支部")
    notes = page.locator(".hb-unfit__note")
    expect(page.locator("[data-hb=fit-note]")).to_contain_text(f"有 {notes.count()} 处不适用")
    expect(page.locator("#branch-election .hb-unfit__note").first).to_contain_text("《支部工作条例》第二十条")
    page.goto(file_address + "present/committee-division.html#/step-call-committee")
    slide = page.locator("[data-hb=present-slide][data-node=call-committee]").first
    expect(slide.locator("[data-hb=present-unfit]")).to_contain_text("不设支部委员会的支部没有委员")


def test_folded_steps_say_why_and_one_click_shows_them_for_the_visit(open_page: Open, address: str) -> None:
    """A step of a committee that the branch does not have; the next page remembers the choice."""
    page = of_branch(open_page(address + "changes.html"), address, DIVISION)
    step = page.locator("#step-call-committee")
    expect(step).to_be_hidden()
    fold = page.locator("[data-hb=unfit]", has=step).locator("> button")
    expect(fold).to_contain_text("不适用于你的支部：")
    expect(fold).to_contain_text("04 通知开支委会")
    expect(fold).to_contain_text("因为不设支部委员会的支部没有委员")
    expect(page.locator("#step-assign-helpers")).to_be_visible()
    expect(page.locator("#node-call-committee")).to_have_class("hb-node hb-node-step hb-lane-1 hb-dim")
    page.get_by_role("button", name="全部显示").click()
    expect(step).to_be_visible()
    page.goto(address + "branch-life/committee-meeting.html")
    expect(page.locator("#step-set-agenda")).to_be_visible()
    page.get_by_role("button", name="只看适用的").click()
    expect(page.locator("#step-set-agenda")).to_be_hidden()


def test_a_link_into_a_folded_step_opens_it(open_page: Open, file_address: str) -> None:
    """From another page, from the picture and from the table."""
    page = of_branch(open_page(file_address + "changes.html"), file_address, f"{DIVISION}#step-discuss-vote")
    expect(page.locator("#step-discuss-vote")).to_be_in_viewport()
    page.goto(file_address + "changes.html")
    page.goto(file_address + DIVISION)
    page.locator('tr[data-step="write-table"] a').first.click()
    expect(page.locator("#step-write-table")).to_be_in_viewport()


def test_lists_put_away_what_is_not_for_the_branch_and_name_it(open_page: Open, file_address: str) -> None:
    """Under the cards stands what was taken out, each with its reason and its link."""
    page = of_branch(open_page(file_address + "changes.html"), file_address, "branch-building/index.html")
    expect(page.locator('a.hb-card[href$="committee-by-election.html"]')).to_be_hidden()
    expect(page.locator('a.hb-card[href$="small-branch-election.html"]')).to_be_visible()
    page.locator("[data-hb=unfit] > button").first.click()
    away = page.locator("[data-hb=unfit] a", has_text="补选支部委员")
    expect(away).to_contain_text("没有委员")
    away.click()
    expect(page.locator("h1")).to_have_text("补选支部委员")


def test_paper_has_the_trimmed_page_and_the_list_of_what_is_left_out(open_page: Open, file_address: str) -> None:
    """What is folded stays folded on paper; what is otherwise folded away is opened as before."""
    page = of_branch(open_page(file_address + "changes.html"), file_address, DIVISION)
    expect(page.locator("[data-hb=fit-left]")).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-hb=fit-left]")).to_be_visible()
    expect(page.locator("[data-hb=fit-left] li").first).to_contain_text("04 通知开支委会")
    expect(page.locator("#step-call-committee")).to_be_hidden()
    expect(page.locator("#step-assign-helpers .hb-note p")).to_be_visible()


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["no profile", "no script"])
def test_without_a_profile_or_a_script_everything_shows(open_page: Open, file_address: str, options: Any) -> None:
    """Nothing is folded and nothing is said of it."""
    page = open_page(file_address + DIVISION, **options)
    expect(page.locator("[data-hb=fit]")).to_be_hidden()
    expect(page.locator("[data-hb=unfit]")).to_have_count(0)
    assert page.locator("section[data-hb=step]:visible").count() == 12


def test_a_damaged_profile_shows_everything(open_page: Open, file_address: str) -> None:
    """A page is never the worse for what is kept."""
    page = open_page(file_address + "changes.html")
    for kept in ("{", '{"text":"[]","time":"","mark":"m"}', '{"text":"{\\"full\\":\\"x\\"}","time":"","mark":"m"}'):
        page.evaluate("kept => localStorage.setItem('hb-desk:profile', kept)", kept)
        page.goto(file_address + DIVISION)
        expect(page.locator("[data-hb=fit]")).to_be_hidden()


def test_blocked_storage_shows_everything(browser: Browser, file_address: str) -> None:
    """What the shell complains of is its own: a page of ours is never the worse for it."""
    page = browser.new_context().new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})")
    page.goto(file_address + DIVISION)
    assert page.locator("section[data-hb=step]:visible").count() == 12
    page.context.close()


def wanted(slug: str, procedure: Any, profile: Profile) -> set[str]:
    """Give what a procedure's page must leave out, with the reasons, by the tests' own evaluator."""
    return {f"{what}|{why}" for what, several in parts(slug, procedure) if (why := reason(several, profile))}


def hold_pages(page: Page, address: str, cases: list[tuple[str, Any, Profile]]) -> None:
    """Hold what pages really fold against the evaluator."""
    for slug, procedure, profile in cases:
        of_branch(page, address, f"{CHAPTERS[slug]}/{slug}.html", profile)
        shown = dict(page.evaluate(FOLDED))
        told = dict(each.split("|", 1) for each in wanted(slug, procedure, profile))
        assert set(shown) == set(told), (slug, profile)
        assert all(f"因为{why}" in shown[what] for what, why in told.items()), (slug, profile)
        whole = reason(conditions(procedure.get("only")), profile)
        assert page.locator("[data-hb=fit-not]:visible").count() == (whole is not None), (slug, profile)


def drawn(count: int) -> list[tuple[str, Any, Profile]]:
    """Draw branches for procedures that have conditions."""
    chance = random.Random(9)
    branches = list(grid([None, 3, 6, 7, 20], crossed=True))
    own = {slug: each for slug, each in entries("procedures").items() if each.get("only") or parts(slug, each)}
    return [(slug, own[slug], chance.choice(branches)) for slug in chance.choices(list(own), k=count)]


def test_pages_fold_what_the_evaluator_says(open_page: Open, file_address: str) -> None:
    """A few drawn branches and procedures in the browser; the sweep draws many."""
    hold_pages(open_page(file_address + "changes.html"), file_address, drawn(6))


@pytest.mark.sweep
def test_many_pages_fold_what_the_evaluator_says(open_page: Open, file_address: str) -> None:
    """Every procedure that has conditions many times over."""
    hold_pages(open_page(file_address + "changes.html"), file_address, drawn(150))


def broken(page: Page, address: str, names: tuple[str, ...], scheme: str) -> list[Any]:
    """Give the rules of accessibility that trimmed pages break, and the pages that run out of the window."""
    found: list[Any] = []
    for name in names:
        of_branch(page, address, name)
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        page.evaluate(AXE.read_text("utf-8"))
        asked = {"resultTypes": ["violations"], "preload": False, "runOnly": RULES}
        told = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
        found += [(name, each["id"], each["nodes"][0]["target"]) for each in told]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((name, "wide"))
    return found


def test_a_trimmed_page_can_be_used_by_everyone(open_page: Open, file_address: str) -> None:
    """Dark and narrow, where most can go wrong; the sweep looks at every kind of page, light and wide too."""
    page = open_page(file_address + "changes.html", width=390)
    assert broken(page, file_address, (DIVISION,), "slate") == []


@pytest.mark.sweep
@pytest.mark.parametrize(("scheme", "width"), [("default", 1280), ("slate", 390)])
def test_trimmed_pages_can_be_used_by_everyone(open_page: Open, file_address: str, scheme: str, width: int) -> None:
    """Every kind of page that trims itself."""
    page = open_page(file_address + "changes.html", width=width)
    kinds = (DIVISION, ELECTION, "index.html", "branch-building/index.html", "papers/index.html", "forms/index.html")
    assert broken(page, file_address, (*kinds, "papers/ballot-committee.html"), scheme) == []


def test_chromium_79_folds_the_same(old_chromium: OldChromium, address: str) -> None:
    """The floor of what offices run, from a folder and over http."""
    again = """new Promise((done) => {
      const script = document.createElement('script');
      script.src = document.querySelector('script[src*="handbook.js"]').src;
      script.onload = () => done(true);
      document.head.append(script);
    })"""
    asked = {
        "kept": keep(BRANCH) or "",
        "again": again,
        "line": "document.querySelector('[data-hb=fit-line]').textContent",
        "folded": "document.querySelector('#step-call-committee').closest('[data-hb=unfit]').lastElementChild.hidden",
        "told": TOLD,
        "clicked": "document.querySelector('[data-hb=fit-all]').click()",
        "shown": "document.querySelector('#step-call-committee').getBoundingClientRect().height > 50",
    }
    (sight,) = old_chromium.look([Visit(address + DIVISION, asked)])
    assert sight.complaints == []
    assert "𠮷样例支部" in sight.values["line"]
    assert sight.values["folded"] is True and sight.values["shown"] is True
    assert any("04 通知开支委会" in each and "没有委员" in each for each in sight.values["told"])
