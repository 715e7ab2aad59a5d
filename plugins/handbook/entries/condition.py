"""Conditions: which branches a thing is for, and the reason told to the others.

All that a condition names must hold. What a branch has not told of itself never speaks against it.
"""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from .fields import Basis, Line, Model, Slug


class Bounds(Model):
    """A number of people, from ``min`` to ``max``, both included."""

    min: int | None = Field(None, ge=0, le=1000, description="最少几人，含这个数")
    max: int | None = Field(None, ge=0, le=1000, description="最多几人，含这个数")


class Condition(Model):
    """What a branch must be. ``why`` is told to the branches that are not."""

    committee: bool | None = Field(None, description="支部委员会：true 只给设支委会的支部，false 只给不设的")
    groups: bool | None = Field(None, description="党小组：true 只给划分党小组的支部，false 只给没有的")
    members: Bounds | None = Field(None, description="正式党员人数，例如 {min: 7}；预备党员不算")
    probationary: Bounds | None = Field(None, description="预备党员人数，例如 {min: 1}")
    units: list[Slug] = Field(
        default_factory=list, description="只给这些单位类型的支部，见 content/unit-types.yml；不写就是不论单位"
    )
    branches: list[Literal["regular", "joint", "temporary"]] = Field(
        default_factory=list,
        description="只给这些支部：regular 单独组建的、joint 联合党支部、temporary 临时党支部；不写就是不论哪种",
    )
    why: Line = Field(
        description="别的支部看到的理由，一句话，接在“因为”后面，不写句号，例如：没有党小组的支部不开党小组会"
    )
    basis: list[Basis] = Field(default_factory=list, description="依据；来自规定的必写")


class Conditions(Model):
    """The file ``content/conditions.yml``: conditions that several entries share."""

    conditions: dict[Slug, Condition] = Field(min_length=1, description="共用的适用条件；键是短名，别处写 only: 短名")


def _form(value: Any) -> str:
    return "name" if isinstance(value, str) else "list" if isinstance(value, list) else "own"


One = Annotated[Annotated[Slug, Tag("name")] | Annotated[Condition, Tag("own")], Discriminator(_form)]
"""A shared condition by its name, or one written out."""

Only = Annotated[
    Annotated[Slug, Tag("name")]
    | Annotated[Condition, Tag("own")]
    | Annotated[list[One], Field(min_length=1), Tag("list")],
    Discriminator(_form),
    Field(
        description=(
            "只适用于哪些支部：写 content/conditions.yml 里的短名，或者直接写条件；要同时合几个条件、理由各不相同的，"
            "写成列表。不写就是都适用，拿不准就不写"
        )
    ),
]
"""One condition, or several that must all hold, each with its own reason."""
