"""The scorer agrees with an oracle written from the schemes' texts: at random, and at every boundary."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from handbook import scoring
from scoring import schemes
from scoring.forms import form_of

D = Decimal
POSTS = ("一线", "二线", "地面")
SECTIONS = ("party", "poverty", "family", "security", "safety", "civil", "clean", "stability", "finance", "stationed")


def number(random: Random, low: int, high: int) -> Decimal:
    """A number of points with none to two decimal places."""
    places = random.randrange(3)
    scale: int = 10**places
    return D(random.randint(low * scale, high * scale)) / scale


def sheet(form: str, sections: Mapping[str, Decimal | None], **more: Any) -> str:
    """An answers file; numbers are written as they are."""
    shown = ", ".join(f'"{name}": {"null" if points is None else points}' for name, points in sections.items())
    rest = "".join(f', "{key}": {json.dumps(value, default=str)}' for key, value in more.items())
    return f'{{"form": "{form}", "sections": {{{shown}}}{rest}}}'


def agree(form: str, cases: Iterable[tuple[list[str], dict[str, Any]]]) -> int:
    """Hold every case; gives how many there were."""
    held = list(cases)
    text = scoring.form_text(form, form_of(form))
    results = scoring.score_all((text, texts) for texts, _ in held)
    for (texts, expected), result in zip(held, results, strict=True):
        assert {key: result.get(key) for key in expected} == expected, (texts, result)
    return len(held)


def ladder_case(points: schemes.Points, post: str, earlier: list[schemes.Points]) -> tuple[list[str], dict[str, Any]]:
    """A ladder's files and what is right."""
    texts = [sheet("chengzhuang-ladder", points, post=post)]
    texts += [sheet("chengzhuang-ladder", one, post=post) for one in earlier]
    return texts, schemes.chengzhuang(points, post, earlier)


def test_the_ladder() -> None:
    """At random with history, and around 60, 70, 80, 90, 40 and 35."""
    random = Random(1)

    def points() -> schemes.Points:
        return {
            "key": number(random, 28, 45),
            "base": number(random, 10, 55),
            "innov": number(random, 0, 12),
        }

    cases = [
        ladder_case(points(), random.choice(POSTS), [points() for _ in range(random.randrange(4))]) for _ in range(3000)
    ]
    for total in (60, 70, 80, 90):
        for near in ("-0.01", "0", "0.01"):
            cases.append(ladder_case({"key": D(44), "base": total - D(44) + D(near), "innov": D(0)}, "一线", []))
    for key in (35, 40):
        for near in ("-0.01", "0", "0.01"):
            cases.append(ladder_case({"key": key + D(near), "base": D(50), "innov": D(0)}, "二线", []))
    assert agree("chengzhuang-ladder", cases) == 3018


def test_the_points() -> None:
    """At random, with flags, and around 60, 80 and 90."""
    random = Random(2)
    cases = []
    for _ in range(3000):
        points = {
            "base": number(random, 0, 20),
            "task": number(random, 20, 75),
            "bonus": number(random, 0, 14),
            "extra": number(random, 0, 8),
        }
        flags = [flag for flag in ("violation", "exempt") if random.random() < 0.1]
        cases.append(([sheet("fengxian-points", points, flags=flags)], schemes.fengxian(points, flags)))
    for total in (60, 80, 90):
        for near in ("-0.01", "0", "0.01"):
            edge = {"base": D(20), "task": total - D(25) + D(near), "bonus": D(5), "extra": D(0)}
            cases.append(([sheet("fengxian-points", edge)], schemes.fengxian(edge, [])))
    assert agree("fengxian-points", cases) == 3009


def test_the_flag() -> None:
    """Ten sections at random, and around 85 and 95."""
    random = Random(3)
    cases = []
    for _ in range(2000):
        points = {name: number(random, 7, 10) for name in SECTIONS}
        cases.append(([sheet("yongxi-flag", points)], schemes.yongxi(points)))
    for share in ("8.5", "9.5"):
        for near in ("-0.01", "0", "0.01"):
            edge = {name: D(share) for name in SECTIONS} | {"party": D(share) + D(near)}
            cases.append(([sheet("yongxi-flag", edge)], schemes.yongxi(edge)))
    assert agree("yongxi-flag", cases) == 2006


def test_the_deviation() -> None:
    """Bases of many kinds, and exactly ten and thirty percent."""
    random = Random(4)
    cases = []
    for number_of in range(2000):
        base = number(random, 50, 200)
        share = random.choice((D("0.9"), D("1.1"), D("1.3"), D("0.7"))) if number_of % 4 == 0 else None
        total = base * share if share else number(random, 30, 300)
        text = sheet("qitaihe-assessment", {"total": total}).replace(
            '"sections"', f'"parameters": {{"base": {base}}}, "sections"'
        )
        cases.append(([text], schemes.qitaihe(total, base)))
    assert agree("qitaihe-assessment", cases) == 2000


def test_the_year() -> None:
    """One to four quarters."""
    random = Random(5)
    cases = []
    for _ in range(1000):
        quarters = [number(random, 60, 110) if random.random() < 0.8 else None for _ in range(4)]
        if any(quarters):
            names = {f"q{place}": one for place, one in enumerate(quarters, 1)}
            cases.append(([sheet("shanxi-onebook", names)], schemes.shanxi(quarters)))
    assert agree("shanxi-onebook", cases) > 900


def near(*edges: str) -> list[Decimal]:
    """Each edge, a hundredth below and a hundredth above."""
    return [D(edge) + D(step) for edge in edges for step in ("-0.01", "0", "0.01")]


def test_the_letters() -> None:
    """At random, and around 60, 80 and 90."""
    random = Random(6)
    names = list(form_of("jingyuan-standard").sections)
    drawn = [{name: number(random, 10, 20) for name in names} for _ in range(1000)]
    edges = [
        dict.fromkeys(names[1:], edge // 5) | {names[0]: edge - 4 * (edge // 5)} for edge in near("60", "80", "90")
    ]
    edges = [points for points in edges if all(point <= 20 for point in points.values())]
    cases = [([sheet("jingyuan-standard", points)], schemes.jingyuan(points)) for points in drawn + edges]
    assert agree("jingyuan-standard", cases) >= 1008


def test_the_weighted() -> None:
    """Four schemes that weigh several raters, at random and around every boundary."""
    random = Random(7)
    for form, oracle_of in (("jingyuan-points", schemes.jingyuan_points), ("oilgas-responsibility", schemes.oilgas)):
        names = list(form_of(form).sections)
        drawn = [{name: number(random, 0, 100) for name in names} for _ in range(1000)]
        assert agree(form, [([sheet(form, points)], oracle_of(points)) for points in drawn]) == 1000
    names = ["masses", "delegates", "merchants"]
    drawn = [{name: number(random, 40, 100) for name in names} for _ in range(1000)]
    drawn += [
        {**dict.fromkeys(names, edge), "masses": edge + D(step)} for edge in near("60", "90") for step in (0, "0.03")
    ]
    assert agree("liling-theme-day", [([sheet("liling-theme-day", one)], schemes.liling(one)) for one in drawn]) == 1012


def test_where_members_live() -> None:
    """At random, with every mix of flags."""
    random = Random(8)
    names, cases = ["daily", "quarterly", "members", "masses", "leaders"], []
    for _ in range(1000):
        points = {name: number(random, 0, 100) for name in names}
        flags = [flag for flag in ("not-commended", "under-four", "breach", "serious") if random.random() < 0.3]
        cases.append(([sheet("dayao-residential", points, flags=flags)], schemes.dayao(points, flags)))
    assert agree("dayao-residential", cases) == 1000


def test_tiers_by_place() -> None:
    """Tables of one to thirty branches, with ties and vetoes."""
    random = Random(9)
    text = scoring.form_text("oilgas-responsibility", form_of("oilgas-responsibility"))
    tables, expected = [], []
    for many in range(1, 31):
        totals = [D(random.randrange(60, 100)) for _ in range(many)]
        vetoed = {number for number in range(many) if random.random() < 0.2}
        files = []
        for number_of, total in enumerate(totals):
            points = dict.fromkeys(("members", "peers", "organs", "inspection"), total)
            flags = ["veto"] if number_of in vetoed else []
            files.append(
                {
                    "name": str(number_of),
                    "text": sheet("oilgas-responsibility", points, unit=str(number_of), flags=flags),
                }
            )
        tables.append((text, files))
        expected.append(schemes.oilgas_tiers(totals, vetoed))
    for table, tiers in zip(scoring.rank_all(tables), expected, strict=True):
        assert {row["unit"]: row["band"] for row in table["rows"]} == {str(n): tier for n, tier in enumerate(tiers)}


def months(of: str, codes: Mapping[str, int]) -> dict[str, Any]:
    """A year's months as answers."""
    return {f"month-{place}": codes[one] for place, one in enumerate(of, 1)}


def test_absences() -> None:
    """Years of attendance, the year before beside them."""
    random = Random(10)
    codes, cases = {"缺": 0, "假": 1, "到": 2}, []
    for _ in range(2000):
        now = "".join(random.choices("缺假到", (5, 1, 3), k=random.randrange(1, 13)))
        before = "".join(random.choices("缺假到", (5, 1, 3), k=12)) if random.random() < 0.6 else ""
        texts = [sheet("haizhou-attendance", {}, period="2026", items=months(now, codes))]
        texts += [sheet("haizhou-attendance", {}, period="2025", items=months(before, codes))] if before else []
        cases.append((texts, schemes.haizhou(now, before)))
    assert agree("haizhou-attendance", cases) == 2000


def test_late_months() -> None:
    """Twelve months, late or in time."""
    random = Random(11)
    cases = []
    for _ in range(500):
        year, careless = "".join(random.choices("迟按", (1, 5), k=12)), random.random() < 0.2
        flags = ["careless"] if careless else []
        text = sheet("taiqian-attendance", {}, items=months(year, {"迟": 0, "按": 1}), flags=flags)
        cases.append(([text], schemes.taiqian(year, careless)))
    assert agree("taiqian-attendance", cases) == 500


def test_setting_up() -> None:
    """Every mix of the three conditions a hundredth around each."""
    cases = []
    for days in near("15", "16"):
        for people in near("20"):
            for members in near("5", "6"):
                for special in (False, True):
                    answers = {"days": float(days), "people": float(people), "members": float(members)}
                    text = sheet("yangtze-setup", {}, items=answers, flags=["special"] if special else [])
                    cases.append(([text], schemes.yangtze(days, people, members, special)))
    assert agree("yangtze-setup", cases) == 216


def test_frequencies() -> None:
    """Meetings held, some periods not over yet, one to three groups."""
    random = Random(12)
    names = [
        f"{kind}-{n}"
        for kind, many in (("assembly", 4), ("committee", 12), ("group", 12), ("lecture", 4))
        for n in range(1, many + 1)
    ]
    cases = []
    for _ in range(1000):
        groups = random.randrange(1, 4)
        held = {name: random.choices((0, 1, 2, 3, None), (1, 12, 4, 4, 3))[0] for name in names}
        answers = {name: count for name, count in held.items() if count is not None}
        text = sheet("guotong-frequency", {}, items=answers, parameters={"groups": groups})
        cases.append(([text], schemes.guotong(held, groups)))
    assert agree("guotong-frequency", cases) == 1000
