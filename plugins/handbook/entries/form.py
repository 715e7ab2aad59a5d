"""One scoring form: sections, items, bands and what follows from a score.

Numbers may be written as integers or decimals; they are exact: 0.1 is one tenth. Where a scheme's own
text gives no value, ``sample`` says so and the page marks it.
"""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Basis, Day, Line, Model, Prose, Slug

Points = Annotated[int | float, Field(ge=-100000, le=100000, description="分值，可写小数")]
"""A number of points, exact."""


class Option(Model):
    """One of the fixed steps an item may score."""

    label: Line = Field(description="档次的名称，例如：全部完成")
    points: Points = Field(description="这一档得几分")


class Item(Model):
    """One line of the form."""

    name: Line = Field(description="考什么")
    standard: Prose = Field(description="考核标准：怎样得分、怎样扣分")
    kind: Literal["range", "steps", "deduct", "per-occurrence", "unscored"] = Field(
        description=(
            "计分方式：range 在最低分和最高分之间打分；steps 按固定档次；deduct 从满分里扣；"
            "per-occurrence 按次加或扣；unscored 只登记、不计分"
        )
    )
    maximum: Points = Field(description="最高得几分（按次扣分的写 0）")
    minimum: Points = Field(0, description="最低得几分，可以是负数")
    each: Points | None = Field(None, description="只用于 per-occurrence：每次加几分，扣分写负数")
    options: list[Option] = Field(default_factory=list, description="只用于 steps：各档")
    not_applicable: Literal["redistribute", "zero", "fail", "not-allowed"] = Field(
        "not-allowed",
        description="不适用时：redistribute 从满分剔除、zero 记 0 分、fail 整表不合格、not-allowed 不许选不适用",
    )
    department: Line | None = Field(None, description="牵头考核部门")
    evidence: Line | None = Field(None, description="看什么材料")
    sample: bool = Field(False, description="true：分值是本手册举的例子，不是原办法的规定")


class Section(Model):
    """A group of items with its own maximum."""

    title: Line = Field(description="分区名称")
    maximum: Points = Field(description="分区满分")
    floor: Points = Field(0, description="分区最低分，扣完为止写 0")
    counts: bool = Field(True, description="是否计入总分")
    items: dict[Slug, Item] = Field(default_factory=dict, description="各项；键是短名")
    note: Prose | None = Field(None, description="这一区怎么算")
    sample: bool = Field(False, description="true：满分是本手册举的例子")


class Parameter(Model):
    """A number the unit sets for itself."""

    label: Line = Field(description="名称")
    default: Points = Field(description="默认值")
    minimum: Points | None = Field(None, description="最小值")
    maximum: Points | None = Field(None, description="最大值")
    sample: bool = Field(False, description="true：默认值是本手册举的例子")


class Band(Model):
    """A grade and the scores it covers; both ends say whether they belong to it."""

    title: Line = Field(description="等次名称")
    lower: Points | None = Field(None, description="下限；不写就是没有下限")
    lower_included: bool = Field(True, description="下限本数算不算这一档")
    upper: Points | None = Field(None, description="上限；不写就是没有上限")
    upper_included: bool = Field(False, description="上限本数算不算这一档")
    coefficient: Points | None = Field(None, description="系数")


class Condition(Model):
    """A test on a score: exactly one of a comparison, a flag, or a combination of others."""

    of: Literal["total", "section", "rank-from-last", "band"] | None = Field(
        None, description="比什么：total 总分、section 某分区、rank-from-last 倒数名次、band 等次"
    )
    section: Slug | None = Field(None, description="of: section 时写分区短名")
    compare: Literal["<", "<=", "=", ">=", ">"] | None = Field(None, description="怎么比")
    value: Points | Slug | None = Field(None, description="和多少比；of: band 时写等次短名")
    flag: Slug | None = Field(None, description="某个标记是否打开")
    every: list["Condition"] = Field(default_factory=list, description="同时满足")
    some: list["Condition"] = Field(default_factory=list, description="满足任意一条")


class Action(Model):
    """What follows when a condition holds."""

    title: Line = Field(description="后果，例如：诫勉谈话")
    when: Condition = Field(description="什么情况下")
    consecutive: int = Field(1, ge=1, le=40, description="连续几期满足才算，1 就是当期")
    cumulative: int = Field(1, ge=1, le=40, description="当年累计满足几次才算，1 就是当期")
    decided_by: Literal["form", "person"] = Field(description="form 自动得出；person 由人认定，页面显示“待认定”")
    coefficient: Points | None = Field(None, description="满足时系数改为多少，优先于等次的系数")
    band: Slug | None = Field(None, description="满足时直接定为哪个等次，优先于分数")
    basis: list[Basis] = Field(min_length=1, description="依据")


class Rater(Model):
    """A group of raters and its weight."""

    title: Line = Field(description="评议人，例如：党员群众")
    weight: Points = Field(description="权重，按百分数写")
    sample: bool = Field(False, description="true：权重是本手册举的例子")


class Example(Model):
    """A worked example: shown to trainers and run as a test."""

    title: Line = Field(description="例子说明什么")
    answers: dict[str, Points | Line | dict[str, Points]] = Field(description="填了什么")
    result: dict[str, Points | Line | list[Line] | None] = Field(description="应得什么")


class Form(Model):
    """One scoring form; the file's name is its slug."""

    title: Line = Field(description="计分表名称")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    edition: Line = Field(description="表的版次；改了分值就换版次")
    subject: Line = Field(description="给谁打分")
    period: Literal["month", "two-months", "quarter", "half-year", "year", "once"] = Field(
        description="多久一次：month 月、two-months 两个月、quarter 季、half-year 半年、year 年、once 一次性"
    )
    purpose: Prose = Field(description="做什么用")
    case: Slug | None = Field(None, description="出自哪个案例：案例短名")
    procedures: list[Slug] = Field(default_factory=list, description="用在哪些办事流程")
    sections: dict[Slug, Section] = Field(min_length=1, description="各分区；键是短名")
    parameters: dict[Slug, Parameter] = Field(default_factory=dict, description="由单位设定的数")
    flags: dict[Slug, Line] = Field(default_factory=dict, description="标记，例如 violation: 有违纪违法行为")
    posts: dict[Line, Points] = Field(default_factory=dict, description="岗位和提取额，例如 一线: 3000")
    bands: dict[Slug, Band] = Field(default_factory=dict, description="等次；键是短名")
    actions: dict[Slug, Action] = Field(default_factory=dict, description="后果；键是短名")
    raters: dict[Slug, Rater] = Field(default_factory=dict, description="评议人和权重")
    readings: list[Prose] = Field(default_factory=list, description="原文没写清的地方，本表按什么理解")
    examples: list[Example] = Field(default_factory=list, description="算例")
    basis: list[Basis] = Field(min_length=1, description="依据")
    reviewed: Day = Field(description="复核日期")
