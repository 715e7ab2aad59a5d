"""Chinese numerals, up to 999."""

import re

DIGITS = "零一二三四五六七八九"
ARTICLE = re.compile(r"第([一二三四五六七八九十百零]+)条")


def chinese(number: int) -> str:
    """Write a number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def value(numeral: str) -> int:
    """Read a Chinese numeral from 1 to 999."""
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


def article_number(label: str) -> int | None:
    """Give the number of an article's label such as 第十九条; None if it is something else."""
    found = ARTICLE.fullmatch(label)
    return value(found[1]) if found else None
