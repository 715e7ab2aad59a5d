"""The small types that every entry is made of.

Nothing here knows a stage or a file: a type says what a single value may be, and its
description is what an author reads in the editor.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """The base of every entry: unknown keys and silent conversions are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=False)


SLUG_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Slug = Annotated[
    str,
    Field(pattern=SLUG_PATTERN, max_length=60, description="短名：小写字母、数字和连字符，例如 branch-election"),
]
"""A kebab-case name: a file's name, an address, a node or field id."""

Line = Annotated[str, Field(pattern=r"\S", max_length=120, description="一行文字，不含格式")]
"""One line of plain words (at most 120 characters): titles, names, labels."""

Prose = Annotated[
    str,
    Field(
        pattern=r"\S",
        max_length=2000,
        description="一段话；可用 **加粗** 和 [文字](procedure:短名) 这样的站内链接",
    ),
]
"""One paragraph of light Markdown (at most 2,000 characters)."""

Basis = Annotated[
    str,
    Field(
        pattern=r"\S",
        max_length=120,
        description=(
            "依据：写“法规短名 条号”，例如 election-2020 第十九条；做法来自案例的写“case:案例短名”；"
            "没有统一规定、由本单位决定的写 unit"
        ),
    ),
]
"""Where a statement comes from: ``<regulation> <article>``, ``case:<slug>`` or ``unit``."""

Day = Annotated[date, Field(strict=False, description="日期，写成 2026-11-20")]
"""A calendar date written as ISO 8601 (YYYY-MM-DD)."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description="颜色，写成 #b0321e 这样")]
"""A colour in hexadecimal, ``#rrggbb``."""

RoleId = Annotated[str, Field(pattern=SLUG_PATTERN, max_length=60, description="角色短名，见 content/roles.yml")]
"""The id of a role in ``content/roles.yml``."""
