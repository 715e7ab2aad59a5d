"""One case study: how some branch really did it."""

from pydantic import Field

from .fields import Day, Line, Model, Prose, Slug


class Practice(Model):
    """One part of what they did."""

    title: Line = Field(description="做法的名称")
    points: list[Prose] = Field(min_length=1, description="具体怎么做，一条一句")


class Figure(Model):
    """One number worth remembering."""

    value: Line = Field(description="数字，带单位，例如：18 个")
    label: Line = Field(description="这个数字说的是什么")


class Borrow(Model):
    """What another branch may take over."""

    unit_types: list[Slug] = Field(min_length=1, description="适合哪类支部，见 content/unit-types.yml")
    text: Prose = Field(description="可以借鉴什么、怎么借鉴")


class Case(Model):
    """One case study; the file's name is its slug."""

    title: Line = Field(description="案例名称")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    unit: Line = Field(description="哪个单位（不写个人姓名）")
    unit_type: Slug = Field(description="单位类型，见 content/unit-types.yml")
    themes: list[Line] = Field(min_length=1, description="主题词")
    topic: Slug | None = Field(None, description="案例库里归在哪个主题，见 content/topics.yml")
    solves: list[Slug] = Field(default_factory=list, description="想解决哪些问题，见 content/topics.yml")
    problem: Prose = Field(description="想解决什么问题")
    summary: Prose = Field(description="一句话说清亮点")
    background: list[Prose] = Field(min_length=1, description="背景")
    practice: list[Practice] = Field(min_length=1, description="做法")
    figures: list[Figure] = Field(default_factory=list, description="关键数字")
    flow: Slug | None = Field(None, description="这个案例的流程图短名（在 flows/ 里）")
    results: list[Prose] = Field(default_factory=list, description="成效")
    borrow: list[Borrow] = Field(min_length=1, description="借鉴点")
    watch: list[Prose] = Field(min_length=1, description="借鉴时要注意什么；原文的缺漏和矛盾照实说")
    discussion: list[Prose] = Field(min_length=2, description="讨论题，至少 2 道")
    procedures: list[Slug] = Field(default_factory=list, description="相关办事流程短名")
    forms: list[Slug] = Field(default_factory=list, description="相关计分表短名")
    diagrams: list[Slug] = Field(default_factory=list, description="相关图解短名")
    source: Prose = Field(description="来源说明：根据什么材料、年份是否可考")
    reviewed: Day = Field(description="复核日期")
