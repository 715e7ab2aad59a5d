"""Glossary terms: plain words for the words of the trade."""

from pydantic import Field

from .fields import Basis, Line, Model, Prose, Slug


class Term(Model):
    """One term and its plain explanation."""

    term: Line = Field(description="术语")
    en: Line = Field(description="英文")
    explain: Prose = Field(description="用大白话解释")
    also: list[Line] = Field(default_factory=list, description="旧称、俗称、地方叫法")
    slips: list[Line] = Field(default_factory=list, description="常见错写，供搜索")
    procedures: list[Slug] = Field(default_factory=list, description="相关办事流程短名")
    basis: list[Basis] = Field(default_factory=list, description="依据；解释里有数字时必写")


class Glossary(Model):
    """The file ``content/glossary.yml``."""

    terms: dict[Slug, Term] = Field(min_length=1, description="全部术语；键是短名")
