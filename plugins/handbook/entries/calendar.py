"""The branch's year: what comes round, and the days that matter. Frequencies stay with the procedures."""

from typing import Annotated

from pydantic import Field

from .fields import Basis, Line, Model, Prose, RoleId, Slug

Month = Annotated[int, Field(ge=1, le=12)]
"""A month of the year, 1 to 12."""
DayOfMonth = Annotated[int, Field(ge=1, le=28)]
"""A day that every month has, 1 to 28."""


class Recurring(Model):
    """Something that comes round; how often, how binding and on what basis is told by a deadline of its procedure."""

    task: Line = Field(description="要做的事，例如：开党员大会")
    procedure: Slug = Field(description="办事流程短名")
    step: Slug = Field(description="这件事的频次写在哪一步：流程节点短名，那一步要有 kind: every 的期限")
    nth: int = Field(1, ge=1, le=20, description="这一步有几条 every 期限时，用第几条；不写就是第 1 条")
    months: list[Month] = Field(min_length=1, description="排在哪几个月；这是建议，由本单位定")
    day: DayOfMonth | None = Field(None, description="排在几号；不写就由支部自己定")
    note: Line | None = Field(None, description="安排时要注意什么")


class Milestone(Model):
    """A day or month of the year that calls for something."""

    task: Line = Field(description="节点，例如：七一前后")
    month: Month = Field(description="在哪个月")
    day: DayOfMonth | None = Field(None, description="在几号；不写就是整个月")
    does: list[RoleId] = Field(min_length=1, description="谁来办：角色短名")
    text: Prose = Field(description="做什么")
    procedures: list[Slug] = Field(min_length=1, description="要用到的办事流程短名")
    basis: list[Basis] = Field(min_length=1, description="依据；本单位定的写 unit")


class Themes(Model):
    """One unit's themes by month, as an example."""

    case: Slug = Field(description="这套主题出自哪个案例")
    note: Line = Field(description="怎样看待这套主题")
    months: dict[Annotated[str, Field(pattern=r"^(1[0-2]|[1-9])$")], Line] = Field(
        min_length=1, description="各月主题；键是月份，写成 '4'"
    )


class Calendar(Model):
    """The file ``content/calendar.yml``."""

    recurring: list[Recurring] = Field(min_length=1, description="每月、每季、每半年、每年都要做的事")
    milestones: list[Milestone] = Field(default_factory=list, description="全年的节点")
    themes: Themes | None = Field(None, description="主题月历的例子")
