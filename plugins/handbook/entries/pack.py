"""What the papers of a procedure have in common: facts typed once, and what must hold between them."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import SLUG_PATTERN, Basis, Line, Model, Slug

PAPER_FIELD = SLUG_PATTERN.removesuffix("$") + r"(\." + SLUG_PATTERN.removeprefix("^").removesuffix("$") + ")?$"

FieldName = Annotated[
    str,
    Field(
        pattern=PAPER_FIELD,
        max_length=121,
        description="文书短名.字段短名，例如 election-request.seats；写在文书自己里面时只写字段短名",
    ),
]
"""A field of a paper: ``<paper>.<field>``; in the paper itself ``<field>``."""


class CrossCheck(Model):
    """Something that must hold between what was filled in, and what it rests on."""

    kind: Literal["sum", "share", "order", "equal", "not-more-than"] = Field(
        description=(
            "sum 第一个等于其余各个之和；share 第一个占第二个的份额要合计算器里的规矩；"
            "order 日期依次不早于前一个；equal 都一样；not-more-than 依次不多于后一个"
        )
    )
    of: list[FieldName] = Field(min_length=2, max_length=12, description="查哪些字段，按上面说的顺序")
    calculator: str | None = Field(
        None,
        pattern=SLUG_PATTERN.removesuffix("$") + r"\.(rule|quorum|majority)$",
        description=(
            "只用于 share，而且必写：份额、规矩和依据照哪个计算器的哪一条，例如 election-turnout.rule、"
            "admission-vote.quorum、admission-vote.majority"
        ),
    )
    rule: Line | None = Field(None, description="规矩一句话；share 不写，其余必写")
    basis: list[Basis] = Field(default_factory=list, description="依据，至少一条；share 不写，照计算器的")


class SharedFact(Model):
    """Fields of several papers that are the same thing under different names."""

    label: Line = Field(description="填的时候叫什么")
    of: list[FieldName] = Field(
        min_length=1,
        description="是哪些文书的哪些字段，种类要一样；短名和 dates 里的一个日期相同的，就用办事时填的那个日期",
    )


class KnownFact(Model):
    """A field that is the same thing in every paper that has it."""

    label: Line = Field(description="填的时候叫什么")
    fields: list[Slug] = Field(min_length=1, description="字段短名")
    labels: list[Line] = Field(min_length=1, description="字段的 label 写成这些时，都是这一件事")
    profile: Literal["name", "superior", "full", "probationary"] | None = Field(
        None,
        description=(
            "“我的支部”里有的先填好：name 支部名称、superior 上级、full 正式党员数、probationary 预备党员数"
        ),
    )


class PaperFacts(Model):
    """How the papers of a procedure share what is filled in."""

    known: dict[Slug, KnownFact] = Field(default_factory=dict, description="到处都是一件事的字段")
    apart: list[Line] = Field(
        default_factory=list,
        description="太笼统的 label，短名、种类、label 都一样也各填各的，例如：日期",
    )
