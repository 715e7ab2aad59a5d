"""The rules once more, in Python and by other ways: counting up from nought instead of dividing."""

import string
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from command import ROOT
from handbook.desk.votes import calculator_of, work_all
from handbook.locale import words
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import Entries, check
from handbook.stages.reading import read

SAY: dict[str, str] = words()["votes"]["script"]["say"]


@cache
def entries() -> Entries:
    """The real handbook's entries."""
    return check(read(Settings.at(ROOT), Report()), Report())


def model(slug: str) -> dict[str, Any]:
    """A calculator as the page has it."""
    return calculator_of(entries().calculators[slug].model)


def work(slug: str, sheets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Work out many sheets with the site's own script; every sentence must have all that it fills in."""
    typed = [{box: str(value) for box, value in sheet.items()} for sheet in sheets]
    results = work_all([(model(slug), typed)])[0]
    for result in results:
        for key, parts in zip(result["said"], result["parts"], strict=True):
            blanks = {name for _, name, _, _ in string.Formatter().parse(SAY[key]) if name}
            assert blanks <= set(parts), f"{key} is left with a blank"
    return results


def fulfils(number: int, of: int, share: str, sense: str) -> bool:
    """Whether a number of people obeys a rule."""
    part = Fraction(share) * of
    return {"at-least": number >= part, "more-than": number > part, "at-most": number <= part}[sense]


@cache
def needed(of: int, share: str, sense: str) -> int:
    """The smallest number that obeys a rule, or for a limit the largest."""
    fit = [number for number in range(of + 2) if fulfils(number, of, share, sense)]
    return fit[-1] if sense == "at-most" else fit[0]


def due(income: Decimal, bands: list[tuple[Decimal | None, Decimal]]) -> tuple[Decimal, str, str]:
    """What is paid on an income: exactly, and in whole cents rounded half up and cut off."""
    rate = next(per_cent for top, per_cent in bands if top is None or income <= top)
    exact = income * rate / 100
    cent = Decimal("0.01")
    return exact, plain(exact.quantize(cent, ROUND_HALF_UP)), plain(exact.quantize(cent, ROUND_DOWN))


def plain(number: Decimal) -> str:
    """A decimal without trailing zeros."""
    return f"{number.normalize():f}"


def elected(due_: int, seats: int, votes: list[int]) -> dict[str, Any]:
    """Tell who is elected by asking of each alone how many have as many votes or more."""
    over = [place for place, count in enumerate(votes) if 2 * count > due_]

    def rivals(place: int, *, level: bool) -> int:
        return sum(votes[one] > votes[place] or (level and votes[one] == votes[place]) for one in over)

    sure = [place for place in over if rivals(place, level=True) <= seats]
    tied = [place for place in over if place not in sure and rivals(place, level=False) < seats]
    names = sorted(sure, key=lambda place: (-votes[place], place))
    missing = max(0, seats - len(over))
    verdict = "tie" if tied else "few" if missing else "many" if len(over) > seats else "full"
    told = {"elected": ",".join(str(place + 1) for place in names), "tied": ",".join(str(place + 1) for place in tied)}
    return {"verdict": verdict, "missing": missing, "over": len(over), **told}
