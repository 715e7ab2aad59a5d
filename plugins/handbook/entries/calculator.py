"""Calculators: what a step needs worked out, each with the rule and the article that it is worked out by.

A number that voids a vote when it is wrong stands once, here. How it is worked out is in ``desk/votes/``.
"""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Basis, Day, Line, Model, Prose, Slug

Sense = Literal["at-least", "more-than", "at-most"]


class Saying(Model):
    """What a rule says that has no share in it."""

    text: Line = Field(description="规则怎么说，一句话，不带句号")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")


class Rule(Saying):
    """A share of something: how much is needed, or how much may be taken at most."""

    share: str = Field(pattern=r"^[1-9]\d{0,2}/[1-9]\d{0,2}$", description="份额，写成分数，例如 4/5、1/2、1/3")
    sense: Sense = Field(
        description=(
            "怎样才算数：at-least 不少于、以上（正好也算）；more-than 超过（正好不算）；"
            "at-most 不超过（正好也算）"
        )
    )
    edge: Line | None = Field(None, description="正好卡在线上时提醒什么")


class Outcome(Model):
    """What is said when it is enough, or when it is not."""

    word: Line = Field(description="结论，几个字，例如：可以选、不能选")
    next: Line | None = Field(None, description="接下来怎么办，一句话，不带句号")


class LeftOut(Model):
    """People who do not count, and on what ground."""

    label: Line = Field(description="哪些人")
    ground: Literal["no-right", "unsure", "consent"] = Field(
        description=(
            "凭什么不算：no-right 没有表决权、选举权；unsure 没有这个权利，但算不算应到会另有说法，两种算法都给；"
            "consent 上级同意、大会通过以后才可以不算"
        )
    )
    note: Line | None = Field(None, description="填了人数就提醒的一句话")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")


class Example(Model):
    """A worked example: shown to trainers, and run as a test."""

    title: Line = Field(description="算例，例如：应到 14 人、现到 11 人")
    given: dict[str, str | int] = Field(min_length=1, description="填了什么：输入框的短名: 数")
    gives: dict[str, str | int] = Field(min_length=1, description="应当得出什么，例如 verdict: short、need: 12")


class Titled(Model):
    """What all calculators have."""

    title: Line = Field(description="名称，例如：选举大会，到会够不够")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(default_factory=list, description="别的叫法，供搜索")
    silent: list[Prose] = Field(default_factory=list, description="条文没有写、要先问上级的")
    examples: list[Example] = Field(min_length=1, description="算例，至少一个；检查时会照着算一遍")
    reviewed: Day = Field(description="复核日期")


class Gathering(Titled):
    """What those have that begin with who counts."""

    due: Line = Field(description="怎么称呼应到的人，例如：应到会有选举权的党员")
    full: Line = Field(description="第一个输入框的名称，例如：正式党员总数（预备党员不算）")
    voters: Saying | None = Field(None, description="只数哪些人，谁没有这个权利")
    left_out: dict[Slug, LeftOut] = Field(default_factory=dict, description="不计入的人；键是短名")
    present: Line = Field(description="到会人数输入框的名称")


class Turnout(Gathering):
    """Whether enough have come."""

    kind: Literal["turnout"] = Field(description="到会够不够")
    rule: Rule = Field(description="到会要多少")
    enough: Outcome = Field(description="够了怎么说")
    short: Outcome = Field(description="不够怎么说")


class Written(Saying):
    """Whether the written opinions of those absent count among the votes."""

    counts: Literal["yes", "ask"] = Field(description="yes 统计在票数内；ask 没有单列，上级答复可以才算")
    votes_for: Line = Field(description="写明赞成的份数，输入框的名称")
    others: Line = Field(description="写明不赞成或弃权的份数，输入框的名称")


class Decision(Gathering):
    """Whether a meeting may vote, and whether the motion is carried."""

    kind: Literal["decision"] = Field(description="表决通过没有")
    quorum: Rule = Field(description="到会要多少")
    majority: Rule = Field(description="赞成要多少")
    written: Written | None = Field(None, description="会前书面意见；不写就是不计入")
    carried: Outcome = Field(description="通过了怎么说")
    lost: Outcome = Field(description="没有通过怎么说")
    short: Outcome = Field(description="到会不够怎么说")


class Slate(Titled):
    """Whether there are enough candidates for the seats."""

    kind: Literal["slate"] = Field(description="差额够不够")
    seats: Line = Field(description="应选名额输入框的名称")
    candidates: Line = Field(description="候选人数输入框的名称")
    rule: Rule = Field(description="差额要多少")
    most: int | None = Field(None, ge=1, le=1000, description="名额一般不超过几名")
    beyond: Saying | None = Field(None, description="名额超过 most 时说什么；写了 most 就要写")
    enough: Outcome = Field(description="够了怎么说")
    short: Outcome = Field(description="不够怎么说")


class Ballots(Titled):
    """Whether the ballots that came back make the election good."""

    kind: Literal["ballots"] = Field(description="选票对不对得上")
    valid: Saying = Field(description="收回等于或少于发出时")
    void: Saying = Field(description="收回多于发出时")
    each: Saying = Field(description="一张票怎样算有效")


class Elected(Titled):
    """Who is elected; ties; fewer than the seats."""

    kind: Literal["elected"] = Field(description="谁当选")
    due: Line = Field(description="怎么称呼应到的人，例如：应到会有选举权的党员")
    seats: Line = Field(description="名额输入框的名称")
    majority: Rule = Field(description="赞成票要多少才当选")
    many: Saying = Field(description="过半的多于名额时")
    tie: Saying = Field(description="票数相等定不下来时")
    few: Saying = Field(description="过半的少于名额时")
    reduce: Rule | None = Field(None, description="不再选、减少名额要多少选举人同意；不许减的不写")
    again: Saying = Field(description="再投一次之前提醒什么")


class Preselection(Titled):
    """Who goes onto the list of candidates by a preliminary ballot."""

    kind: Literal["preselection"] = Field(description="差额预选，谁列为正式候选人")
    due: Line = Field(description="怎么称呼应到的人，例如：应到会有选举权的党员")
    seats: Line = Field(description="名额输入框的名称")
    majority: Rule = Field(description="赞成票要多少才列为正式候选人")
    formal: Saying = Field(description="预选以后怎样")
    few: Line = Field(description="够票的不到名额时怎么办，一句话，不带句号")
    many: Line = Field(description="够票的多于名额时怎么办，一句话，不带句号")


class Quota(Titled):
    """How many may be chosen at most."""

    kind: Literal["quota"] = Field(description="名额上限")
    full: Line = Field(description="正式党员数输入框的名称")
    others: Line = Field(description="拿不准算不算进分母的人数，输入框的名称")
    chosen: Line = Field(description="拟定人数输入框的名称")
    rule: Rule = Field(description="最多多少")
    within: Outcome = Field(description="没有超过怎么说")
    between: Outcome = Field(description="两种分母结果不同时怎么说")
    over: Outcome = Field(description="超过了怎么说")


class Band(Model):
    """A range of monthly income and its one rate on the whole of it."""

    up_to: float | None = Field(None, gt=0, description="到多少元为止（含）；最后一档不写")
    per_cent: float = Field(gt=0, le=100, description="百分之几，例如 1.5")


class Payers(Saying):
    """A group of members who pay by the same rule: by bands, a fixed amount, or an amount within limits."""

    label: Line = Field(description="哪些党员")
    income: Line | None = Field(None, description="收入输入框的名称；定额的不写")
    like: Slug | None = Field(None, description="照哪一类的档次算：那一类的短名")
    bands: list[Band] = Field(default_factory=list, description="各档；按全额对应一个比例")
    least: float | None = Field(None, ge=0, description="定额：每月至少多少元")
    most: float | None = Field(None, ge=0, description="定额：每月至多多少元；和 least 相同就是一个数")


class Dues(Titled):
    """What a member pays a month."""

    kind: Literal["dues"] = Field(description="每月交多少党费")
    payers: dict[Slug, Payers] = Field(min_length=1, description="各类党员；键是短名")
    whole: Saying = Field(description="怎么乘：按全额对应一个比例")
    usual_most: float = Field(gt=0, description="每月一般不超过多少元")
    beyond: Saying = Field(description="超过时说什么")
    rounding: Saying = Field(description="角分怎么取")


Calculator = Annotated[
    Turnout | Decision | Slate | Ballots | Preselection | Elected | Quota | Dues,
    Field(discriminator="kind"),
]
"""One calculator; the file's name is its slug."""
