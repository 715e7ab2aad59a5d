"""One paper: a document of a procedure, with its fields and its text."""

from typing import Annotated, Literal

from pydantic import Field

from .condition import Only
from .fields import Basis, Day, Line, Model, Prose, RoleId, Slug
from .pack import CrossCheck


class PaperField(Model):
    """One thing to fill in."""

    label: Line = Field(description="要填的内容叫什么")
    kind: Literal["text", "long-text", "date", "time", "number", "person", "people", "choice", "percent"] = Field(
        description=(
            "text 短文字、long-text 长文字、date 日期、time 时间、number 数、"
            "person 人名、people 多个人名、choice 选择、percent 百分比"
        )
    )
    required: bool = Field(True, description="true 必填，false 可空")
    hint: Line | None = Field(None, description="填写提示")
    sample: Line | None = Field(None, description="样例值，页面上标“样例”")
    choices: list[Line] = Field(default_factory=list, description="choice 的选项")
    minimum: int | None = Field(None, description="number 的最小值")
    maximum: int | None = Field(None, description="number 的最大值")


class Heading(Model):
    """A heading inside the paper."""

    heading: Line = Field(description="小标题")


class Paragraph(Model):
    """A paragraph of the paper."""

    text: Prose = Field(description="正文一段；要填的地方写成 {{字段短名}}")


class Items(Model):
    """A numbered list of the paper."""

    items: list[Prose] = Field(min_length=1, description="分条列写；要填的地方写成 {{字段短名}}")


class Table(Model):
    """A table of the paper."""

    columns: list[Line] = Field(min_length=1, max_length=10, description="表头")
    rows: list[list[str]] = Field(default_factory=list, description="已有内容的行，与表头对应；可写 {{字段短名}}")
    blank_rows: int = Field(0, ge=0, le=60, description="另留几行空白")


Block = Annotated[Heading | Paragraph | Items | Table, Field(union_mode="left_to_right")]
"""One piece of a paper's body, told apart by its keys."""


class Paper(Model):
    """One paper; the file's name is its slug."""

    title: Line = Field(description="文书名称，例如：换届选举请示")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    kind: Literal[
        "official",
        "notice",
        "minutes",
        "ballot",
        "form",
        "list",
        "record",
        "speech",
        "letter",
        "outline",
        "register",
        "rules",
    ] = Field(
        description=(
            "种类：official 请示批复报告等公文、notice 通知公示、minutes 会议记录、ballot 票、form 表、"
            "list 名单、record 记录、speech 主持词、letter 函信、outline 提纲、register 台账、rules 办法"
        )
    )
    purpose: Prose = Field(description="做什么用、什么时候用")
    made_by: list[RoleId] = Field(min_length=1, description="谁写")
    signed_by: list[Line] = Field(default_factory=list, description="谁签字或盖章")
    sent_to: list[RoleId] = Field(default_factory=list, description="报给或发给谁")
    copies: Line | None = Field(None, description="份数和去向")
    fields: dict[Slug, PaperField] = Field(
        default_factory=dict, description="要填的内容；键是字段短名，正文里写成 {{字段短名}}"
    )
    heading: Prose = Field(description="文书标题；要填的地方写成 {{字段短名}}")
    addressee: Prose | None = Field(None, description="主送：称谓一行")
    body: list[Block] = Field(min_length=1, description="正文：heading、text、items、columns 四种块，按顺序写")
    attachments: list[Line] = Field(default_factory=list, description="附件名称")
    signature: list[Line] = Field(default_factory=list, description="落款各行；要填的地方写成 {{字段短名}}")
    checks: list[Prose] = Field(default_factory=list, description="交出去之前核对什么")
    occasion: Slug | None = Field(
        None, description="哪个场合的文书，例如 committee；场合不同，地点、主持人等各填各的；不写就是办这件事的主要场合"
    )
    crosschecks: list[CrossCheck] = Field(
        default_factory=list, description="自动核对：这份文书里的数、日期、名字之间必须成立的；of 里只写字段短名"
    )
    keep: Line | None = Field(None, description="归到哪里、保管多久；没有统一规定的照实写")
    only: Only | None = Field(None, description="只给哪些支部；不写就是都适用，拿不准就不写")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")
    reviewed: Day = Field(description="复核日期")
