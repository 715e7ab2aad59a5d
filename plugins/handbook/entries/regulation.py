"""One regulation: its facts by article, each with how sure we are."""

from typing import Literal

from pydantic import Field

from .fields import Day, Line, Model, Prose, Slug


class Fact(Model):
    """One sentence of fact, in our own words."""

    text: Prose = Field(description="一句话事实，用自己的话写，不抄原文")
    confidence: Literal["verified", "recalled"] = Field(description="verified 已核对；recalled 待核，页面会提示")


class Article(Model):
    """The facts that rest on one article."""

    article: Line = Field(description="条号，例如：第十九条；不分条的写章节名，不是条文的照实写“实务口径”等")
    force: Literal["article", "chapter", "practice"] = Field(
        description=(
            "article 条文（条号可引）；chapter 条号待核，只能引到章节；practice 实务、答复、例文，没有条文约束力"
        )
    )
    changed: Day | None = Field(
        None, description="这一条的内容哪天改过；写上以后，在那之前复核的流程、文书和表都会列入待复核"
    )
    facts: list[Fact] = Field(min_length=1, description="这一条说了什么，一句一条")


class Change(Model):
    """What changed, and when."""

    when: Line = Field(description="什么时候")
    text: Prose = Field(description="改了什么")


class Regulation(Model):
    """One regulation; the file's name is its slug."""

    title: Line = Field(description="全称，不加书名号")
    short: Line = Field(description="简称，例如：选举工作条例")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    issued_by: Line = Field(description="制定机关")
    issued: Line = Field(description="发布日期；不详的照实写")
    effective: Line = Field(description="施行日期；不详的照实写")
    status: Literal["in-force", "superseded", "unsure"] = Field(
        description="in-force 现行；superseded 已被取代；unsure 不确定"
    )
    status_note: Prose | None = Field(None, description="效力的补充说明")
    superseded_by: Slug | None = Field(None, description="被哪部取代：依据短名")
    summary: Prose = Field(description="一句话：这部法规管什么")
    notes: list[Prose] = Field(default_factory=list, description="版本差异、条号核对情况、常见误用")
    changes: list[Change] = Field(default_factory=list, description="近年变化")
    articles: list[Article] = Field(default_factory=list, description="按条列出事实")
    sources: list[Line] = Field(default_factory=list, description="见到内容的网站或栏目")
    reviewed: Day = Field(description="复核日期")
