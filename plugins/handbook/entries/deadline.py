"""Typed deadlines: how long before or after what."""

from typing import Literal

from pydantic import Field

from .condition import Only
from .fields import Basis, Line, Model, Slug


class Anchor(Model):
    """The moment a deadline counts from: a step of the procedure or one of its named dates."""

    step: Slug | None = Field(None, description="从哪一步办完算起：流程节点的短名")
    date: Slug | None = Field(None, description="从哪个日期算起：本流程 dates 里的短名")


class Deadline(Model):
    """A period of time that a step must keep.

    ``amount`` and ``unit`` give the length. ``kind`` gives its sense: ``within`` and ``at-most``
    are upper bounds, ``at-least-before`` and ``at-least-after`` lower bounds, ``every`` a
    frequency, ``valid-for`` how long a result stays good. How days are counted: decisions/0015.
    """

    kind: Literal["within", "at-least-before", "at-least-after", "at-most", "every", "valid-for"] = Field(
        description=(
            "期限的种类：within 之后多久以内；at-least-before 至少提前多久；at-least-after 至少满多久之后；"
            "at-most 时长最多多久；every 每隔多久一次；valid-for 有效多久"
        )
    )
    amount: int = Field(
        ge=0, le=1000, description="数量，整数；0 就是当天：at-most 最晚在那一天，at-least-after 最早在那一天"
    )
    unit: Literal["day", "workday", "week", "month", "quarter", "half-year", "year"] = Field(
        description="单位：day 天、workday 工作日、week 周、month 月、quarter 季度、half-year 半年、year 年"
    )
    times: int = Field(1, ge=1, le=100, description="只用于 every：每个周期至少几次，不写就是 1 次")
    anchor: Anchor | None = Field(None, description="从哪里算起；every 可以不写")
    limits: Anchor | None = Field(
        None, description="期限管的不是写它的这一步办完的日子时才写：管的是哪一步，或者 dates 里的哪个日期"
    )
    force: Literal["must", "usual", "practice", "unit"] = Field(
        description="分量：must 应当、必须；usual 一般；practice 实务做法，不是条文；unit 由本单位定"
    )
    text: Line = Field(description="给读者看的一句话，例如：批复一般不超过 1 个月")
    missed: Line | None = Field(None, description="超期怎么办")
    only: Only | None = Field(None, description="这个期限只给哪些支部；不写就是都适用")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")
