"""The scorer agrees with an oracle written from the schemes' texts: at random, and at every boundary."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from handbook import scoring
from scoring import oracle
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


def ladder_case(points: oracle.Points, post: str, earlier: list[oracle.Points]) -> tuple[list[str], dict[str, Any]]:
    """A ladder's files and what is right."""
    texts = [sheet("chengzhuang-ladder", points, post=post)]
    texts += [sheet("chengzhuang-ladder", one, post=post) for one in earlier]
    return texts, oracle.chengzhuang(points, post, earlier)


def test_the_ladder() -> None:
    """At random with history, and around 60, 70, 80, 90, 40 and 35."""
    random = Random(1)

    def points() -> oracle.Points:
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
        cases.append(([sheet("fengxian-points", points, flags=flags)], oracle.fengxian(points, flags)))
    for total in (60, 80, 90):
        for near in ("-0.01", "0", "0.01"):
            edge = {"base": D(20), "task": total - D(25) + D(near), "bonus": D(5), "extra": D(0)}
            cases.append(([sheet("fengxian-points", edge)], oracle.fengxian(edge, [])))
    assert agree("fengxian-points", cases) == 3009


def test_the_flag() -> None:
    """Ten sections at random, and around 85 and 95."""
    random = Random(3)
    cases = []
    for _ in range(2000):
        points = {name: number(random, 7, 10) for name in SECTIONS}
        cases.append(([sheet("yongxi-flag", points)], oracle.yongxi(points)))
    for share in ("8.5", "9.5"):
        for near in ("-0.01", "0", "0.01"):
            edge = {name: D(share) for name in SECTIONS} | {"party": D(share) + D(near)}
            cases.append(([sheet("yongxi-flag", edge)], oracle.yongxi(edge)))
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
        cases.append(([text], oracle.qitaihe(total, base)))
    assert agree("qitaihe-assessment", cases) == 2000


def test_the_year() -> None:
    """One to four quarters."""
    random = Random(5)
    cases = []
    for _ in range(1000):
        quarters = [number(random, 60, 110) if random.random() < 0.8 else None for _ in range(4)]
        if any(quarters):
            names = {f"q{place}": one for place, one in enumerate(quarters, 1)}
            cases.append(([sheet("shanxi-onebook", names)], oracle.shanxi(quarters)))
    assert agree("shanxi-onebook", cases) > 900
