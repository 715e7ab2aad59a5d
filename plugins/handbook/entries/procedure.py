"""One procedure: all that a branch secretary needs in order to do one thing right."""

from typing import Literal

from pydantic import Field

from .condition import Only
from .deadline import Deadline
from .fields import Basis, Day, Line, Model, Prose, RoleId, Slug
from .pack import CrossCheck, SharedFact


class Who(Model):
    """The people of a step: who does, approves, takes part, and is told."""

    does: list[RoleId] = Field(min_length=1, description="谁办")
    approves: list[RoleId] = Field(default_factory=list, description="谁批")
    joins: list[RoleId] = Field(default_factory=list, description="谁参加")
    reports_to: list[RoleId] = Field(default_factory=list, description="报谁")


class StepPapers(Model):
    """The papers of a step."""

    uses: list[Slug] = Field(default_factory=list, description="用到的文书：content/papers 里的短名")
    makes: list[Slug] = Field(default_factory=list, description="产生的文书：content/papers 里的短名")


class Step(Model):
    """The words of one node of the flow."""

    who: Who = Field(description="主体：谁办、谁批、谁参加、报谁")
    when: Line = Field(description="时间：这一步什么时候办")
    day: Slug | None = Field(None, description="就在哪个日期当天办时写：本流程 dates 里的短名，例如 meeting-day")
    deadlines: list[Deadline] = Field(default_factory=list, description="期限，按种类写，以后可推算日历")
    how: list[Prose] = Field(min_length=1, description="内容：怎么做，一条一句")
    requirements: list[Prose] = Field(default_factory=list, description="要求：必须达到什么")
    cautions: list[Prose] = Field(default_factory=list, description="注意：容易出错的地方")
    papers: StepPapers = Field(default_factory=StepPapers, description="文书：用什么、产生什么")
    calculators: list[Slug] = Field(default_factory=list, description="这一步要算的：content/calculators 里的短名")
    duty: Literal["must", "may"] = Field(
        description="must 必做（依据全是 unit 或案例的，页面显示“本单位定”）；may 可自选"
    )
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")
    note: Prose = Field(description="讲解提示：培训时怎么讲这一步")
    only: Only | None = Field(None, description="这一步只给哪些支部；不写就是都适用，拿不准就不写")


class Hint(Model):
    """A numbered tip."""

    text: Prose = Field(description="工作提示")
    step: Slug | None = Field(None, description="属于哪一步")
    basis: list[Basis] = Field(default_factory=list, description="依据；提示里有数字时必写")


class Pitfall(Model):
    """A mistake people make, and what is right."""

    wrong: Prose = Field(description="常见的错误做法")
    right: Prose = Field(description="正确做法")
    step: Slug | None = Field(None, description="属于哪一步")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")


class Question(Model):
    """A question as people ask it, and its answer."""

    ask: list[Line] = Field(min_length=1, description="问法，照平时说话写，至少 3 种更好找")
    answer: Line = Field(description="短答，最好 60 字以内，先给结论")
    more: Prose | None = Field(None, description="展开说明")
    step: Slug = Field(description="属于哪一步")
    basis: list[Basis] = Field(min_length=1, description="依据，至少一条")
    only: Only | None = Field(None, description="这个问答只给哪些支部；不写就是都适用")


class Applies(Model):
    """Which branches a procedure is for."""

    text: Line = Field(description="适用范围，一句话")
    unit_types: list[Slug] = Field(
        default_factory=list, description="适用的单位类型，见 content/unit-types.yml；不写就是都适用"
    )


class Archived(Model):
    """One thing to put in the file."""

    what: Line = Field(description="归档什么")
    papers: list[Slug] = Field(default_factory=list, description="对应的文书短名")
    where: Line = Field(description="放在哪里、由谁保管")


class Procedure(Model):
    """One procedure; the file's name is its slug and the folder its chapter."""

    title: Line = Field(description="名称，例如：党支部换届选举")
    title_en: Line = Field(description="英文名称")
    also: list[Line] = Field(min_length=1, description="别的叫法：大家平时怎么说，供搜索")
    code: str = Field(pattern=r"^\S{2,4}$", description="短码，2 到 4 个字，全书唯一；换届-07 指第 7 步")
    summary: Prose = Field(description="一句话说明这件事办什么、办成什么")
    applies_to: Applies = Field(description="适用范围")
    only: Only | None = Field(
        None,
        description=(
            "只给哪些支部；不合条件的支部，页头会说明，并指出改用哪一篇（related 里条件相反的那一篇）；不写就是都适用"
        ),
    )
    lead: list[RoleId] = Field(min_length=1, description="谁牵头")
    begins_when: Prose = Field(description="什么情况下启动")
    prepare: list[Prose] = Field(min_length=1, description="事先准备什么")
    dates: dict[Slug, Line] = Field(
        default_factory=dict, description="期限要用到的日期：短名: 说明，例如 term-end: 任期届满之日"
    )
    steps: dict[Slug, Step] = Field(min_length=1, description="各步说明；键是流程节点短名")
    hints: list[Hint] = Field(default_factory=list, description="工作提示，至少 3 条")
    pitfalls: list[Pitfall] = Field(default_factory=list, description="易错点，至少 2 条")
    questions: list[Question] = Field(default_factory=list, description="问答，至少 5 组")
    shared: dict[Slug, SharedFact] = Field(
        default_factory=dict,
        description="各份文书里说法不同、其实是一件事的字段；短名、种类、label 都相同的不用写，自动只填一次",
    )
    crosschecks: list[CrossCheck] = Field(
        default_factory=list, description="自动核对：几份文书之间必须成立的，例如候选人数够差额、日期先后"
    )
    records: list[Prose] = Field(min_length=1, description="记录要求：记什么、怎么记")
    archive: list[Archived] = Field(min_length=1, description="归档清单")
    discussion: list[Prose] = Field(default_factory=list, description="讨论题，至少 2 道")
    cases: list[Slug] = Field(default_factory=list, description="相关案例短名")
    forms: list[Slug] = Field(default_factory=list, description="相关计分表短名")
    diagrams: list[Slug] = Field(default_factory=list, description="相关图解短名")
    related: list[Slug] = Field(default_factory=list, description="相关办事流程短名")
    owner: Line | None = Field(None, description="责任人或责任部门；不写就用 handbook.yml 里的")
    edition: Line | None = Field(None, description="版次；不写就用 handbook.yml 里的")
    reviewed: Day = Field(description="上次复核日期")
    next_review: Day = Field(description="下次复核日期")
