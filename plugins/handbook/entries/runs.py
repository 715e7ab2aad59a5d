"""Long runs: several procedures one after another, counted as one plan by the procedures' own deadlines."""

from pydantic import Field

from .fields import Line, Model, Prose, Slug


class RunMoment(Model):
    """A moment in a procedure: a step done, or one of its named dates."""

    procedure: Slug = Field(description="办事流程短名，要在本条的 legs 里")
    step: Slug | None = Field(None, description="哪一步办完的日子：流程节点短名；step 和 date 只写一个")
    date: Slug | None = Field(None, description="哪个日期：这个流程 dates 里的短名；step 和 date 只写一个")


class Leg(Model):
    """One procedure of a run."""

    procedure: Slug = Field(description="办事流程短名")
    through: list[Slug] = Field(
        default_factory=list, description="走到哪一步才接得上下一段：流程有岔路时写，流程节点短名，最后一步写在最后"
    )


class Run(Model):
    """Procedures that follow each other, with the days they share."""

    title: Line = Field(description="这条长线叫什么，例如：发展党员，从递交申请书到转正")
    text: Prose = Field(description="一两句话：推算到什么、哪些日子要照上级口径")
    legs: list[Leg] = Field(min_length=1, description="一段一段的办事流程，按先后写，同一个流程只写一次")
    same: list[list[RunMoment]] = Field(
        default_factory=list, description="在不同流程里其实是同一天的日子，每组至少两个，例如支部大会通过那天"
    )


class Runs(Model):
    """The file ``content/runs.yml``."""

    runs: dict[Slug, Run] = Field(min_length=1, description="长线：短名: 内容。天数不在这里写，都从各流程的期限来")
