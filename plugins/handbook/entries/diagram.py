"""One concept diagram: a tree, a division of duties, a timeline, a comparison, a cycle or a map."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Basis, Day, Line, Model, Prose, Slug


class Link(Model):
    """Where a part of a diagram leads."""

    procedure: Slug | None = Field(None, description="办事流程短名")
    diagram: Slug | None = Field(None, description="图解短名")
    regulation: Slug | None = Field(None, description="依据短名")


class Branch(Model):
    """One box of a tree and what hangs below it."""

    text: Line = Field(description="框里的文字")
    note: Line | None = Field(None, description="框里的小字")
    link: Link | None = Field(None, description="点开去哪里")
    children: list["Branch"] = Field(default_factory=list, description="下一级")


class Part(Model):
    """One party of a division of duties."""

    title: Line = Field(description="谁，例如：组织委员")
    points: list[Line] = Field(min_length=1, description="负责什么，一条一句")
    link: Link | None = Field(None, description="点开去哪里")


class Moment(Model):
    """One point of a timeline."""

    when: Line = Field(description="什么时候，例如：第四季度")
    text: Line = Field(description="做什么")
    note: Line | None = Field(None, description="补充说明")
    link: Link | None = Field(None, description="点开去哪里")


class Row(Model):
    """One line of a comparison: an aspect and what each column says of it."""

    aspect: Line = Field(description="比什么")
    cells: list[Line] = Field(min_length=1, description="各栏的内容，与 columns 一一对应")


class Stage(Model):
    """One stage of a cycle."""

    text: Line = Field(description="这一环做什么")
    note: Line | None = Field(None, description="补充说明")
    link: Link | None = Field(None, description="点开去哪里")


class Place(Model):
    """One box of a map."""

    text: Line = Field(description="框里的文字")
    note: Line | None = Field(None, description="框里的小字")
    tone: Literal["plain", "strong", "soft"] = Field("plain", description="plain 普通、strong 突出、soft 淡")
    link: Link | None = Field(None, description="点开去哪里")


class Path(Model):
    """One arrow of a map."""

    start: Slug = Field(description="从哪个框出发")
    end: Slug = Field(description="到哪个框")
    text: Line | None = Field(None, description="箭头上的字")


class Picture(Model):
    """What every diagram says of itself."""

    title: Line = Field(description="图解名称")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    answers: Line = Field(description="这张图回答培训时的哪个问题")
    summary: Prose = Field(description="一句话说明看点")
    points: list[Prose] = Field(default_factory=list, description="看图要点")
    procedures: list[Slug] = Field(default_factory=list, description="与哪些办事流程有关")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")
    note: Prose | None = Field(None, description="讲解提示，给培训人看")
    reviewed: Day = Field(description="复核日期")


class Tree(Picture):
    """Who stands under whom."""

    kind: Literal["tree"] = Field(description="树形：组织设置")
    root: Branch = Field(description="最上面的框")


class Division(Picture):
    """Who does what under one head."""

    kind: Literal["division"] = Field(description="分工：一个中心、几方职责")
    centre: Line = Field(description="中心写什么")
    parts: list[Part] = Field(min_length=2, max_length=8, description="各方职责")


class Timeline(Picture):
    """What comes when."""

    kind: Literal["timeline"] = Field(description="时间线")
    moments: list[Moment] = Field(min_length=2, max_length=16, description="各个时点，按先后写")


class Comparison(Picture):
    """How things differ, side by side."""

    kind: Literal["comparison"] = Field(description="对比")
    columns: list[Line] = Field(min_length=2, max_length=5, description="比较的几样东西")
    rows: list[Row] = Field(min_length=2, max_length=12, description="逐项比较")


class Cycle(Picture):
    """What comes round again."""

    kind: Literal["cycle"] = Field(description="循环")
    stages: list[Stage] = Field(min_length=3, max_length=8, description="各个环节，按顺序写")


class Map(Picture):
    """How things hang together, freely drawn."""

    kind: Literal["map"] = Field(description="关系图")
    places: dict[Slug, Place] = Field(min_length=2, description="框；键是短名")
    paths: list[Path] = Field(min_length=1, description="箭头")


Diagram = Annotated[Tree | Division | Timeline | Comparison | Cycle | Map, Field(discriminator="kind")]
"""One concept diagram; the file's name is its slug."""
