"""One scoring form: sections, items, bands and what follows from a score.

Numbers may be written as integers or decimals; they are exact: 0.1 is one tenth. Where a scheme's own
text gives no value, ``sample`` says so and the page marks it. What a number means, and how sums,
limits and grades follow, is the scorer's work; the model only says what may be written.
"""

from typing import Annotated, Literal

from pydantic import Field

from .condition import Only
from .fields import Basis, Day, Line, Model, Prose, Slug

Points = Annotated[int | float, Field(ge=-1000000, le=1000000, description="分值，可写小数")]
"""A number of points, exact."""

Limit = Annotated[
    int | float | Slug,
    Field(description="一个数，或者一个参数的短名：由单位设定；参数是 0 表示不设限"),
]
"""A number of points, or the name of a parameter that holds it."""

Rule = Annotated[Literal["redistribute", "zero", "fail", "not-allowed"], Field(description="选了“不适用”怎么办")]
"""What becomes of an item that does not apply."""


class Option(Model):
    """One of the fixed steps an item may score."""

    label: Line = Field(description="档次的名称，例如：全部完成")
    points: Points = Field(description="这一档得几分")
    band: Slug | None = Field(None, description="选了这一档就定为哪个等次；由人直接评定等次的表用")


class Threshold(Model):
    """What a number is held against: it is reached or not, and either is worth fixed points."""

    reaches: Limit = Field(description="门槛：一个数或参数的短名")
    included: bool = Field(True, description="正好等于门槛算不算够：“以上”“不少于”算，“超过”不算（写 false）")
    met: Points = Field(1, description="够了得几分")
    unmet: Points = Field(0, description="不够得几分")


class StepLink(Model):
    """The step of a procedure where the rule of an item stands: the rule is told there alone."""

    procedure: Slug = Field(description="办事流程短名")
    step: Slug = Field(description="步骤短名；依据照这一步的，不另写")


class Item(Model):
    """One line of the form."""

    name: Line = Field(description="考什么")
    standard: Prose | None = Field(None, description="考核标准：怎样得分、怎样扣分")
    kind: Literal["range", "steps", "deduct", "per-occurrence", "rate", "threshold", "check"] = Field(
        description=(
            "计分方式：range 在最低分和最高分之间打分；steps 按固定档次；deduct 填扣了几分；"
            "per-occurrence 填次数，按次加或扣；rate 填完成百分比，得分是最高分乘百分比；"
            "threshold 填一个数，同门槛比；check 只核对有没有、不计分"
        )
    )
    maximum: Limit = Field(0, description="最高得几分；deduct 是最多扣几分；只扣分的 per-occurrence 写 0")
    minimum: Points = Field(0, description="最低得几分，可以是负数")
    each: Points | None = Field(None, description="只用于 per-occurrence：每次加几分，扣分写负数")
    options: list[Option] = Field(default_factory=list, description="只用于 steps：各档")
    threshold: Threshold | None = Field(None, description="只用于 threshold：门槛和得分")
    not_applicable: Rule = Field(
        "not-allowed",
        description="不适用时：redistribute 从满分剔除、zero 记 0 分、fail 整表不合格、not-allowed 不许选不适用",
    )
    department: Line | None = Field(None, description="牵头考核部门")
    evidence: Line | None = Field(None, description="看什么材料")
    step: StepLink | None = Field(None, description="出自办事流程的哪一步：页面链到那里，依据也在那里")
    basis: list[Basis] = Field(default_factory=list, description="这一项自己的依据；写了 step 的不用写")
    sample: bool = Field(False, description="true：分值是本手册举的例子，不是原办法的规定")


class Section(Model):
    """A group of items with its own maximum."""

    title: Line = Field(description="分区名称")
    maximum: Limit | None = Field(None, description="分区满分；不写就是没有上限")
    floor: Points = Field(0, description="分区最低分，扣完为止写 0")
    start: Points = Field(0, description="从几分起：逐项扣分的分区写满分")
    over: Literal["refuse", "cap"] = Field("refuse", description="小计超过满分：refuse 算填错，cap 按满分封顶")
    counts: bool = Field(True, description="是否计入总分")
    optional: bool = Field(False, description="不填也算填完，例如附加分、只登记的项")
    weight: Limit | None = Field(None, description="权重，按百分数写：小计乘权重再计入总分")
    items: dict[Slug, Item] = Field(default_factory=dict, description="各项；键是短名")
    learn: Slug | None = Field(None, description="没有写 step 的项没做到，补学哪件事：办事流程短名；从答卷编课时用")
    note: Prose | None = Field(None, description="这一区怎么算")
    sample: bool = Field(False, description="true：满分是本手册举的例子")


class Parameter(Model):
    """A number the unit sets for itself."""

    label: Line = Field(description="名称")
    default: Points = Field(description="默认值")
    minimum: Points | None = Field(None, description="最小值")
    maximum: Points | None = Field(None, description="最大值")
    choices: list[Points] = Field(default_factory=list, description="只能取这几个数；不写就不限")
    sample: bool = Field(False, description="true：默认值是本手册举的例子")


class Sum(Model):
    """Parameters that belong together and must add up."""

    parameters: list[Slug] = Field(min_length=2, description="哪些参数")
    equals: Points = Field(description="合计必须是多少")


class Largest(Model):
    """A parameter that must be greater than each of some others, such as the weight of the members."""

    parameter: Slug = Field(description="哪个参数")
    than: list[Slug] = Field(min_length=1, description="必须大于其中每一个")


class Flag(Model):
    """Something a person states beside the points."""

    title: Line = Field(description="标记，例如：有违法违纪违规行为")
    band: Slug | None = Field(None, description="打开时直接定为哪个等次，优先于分数（一票否决）")
    only_if: Slug | None = Field(None, description="这个参数不是 0 时，才因为这个标记定等次")
    ungraded: bool = Field(False, description="true：打开时不评定等次（免评）")


class Band(Model):
    """A grade and the scores it covers; both ends say whether they belong to it. Or a grade by place in a ranking."""

    title: Line = Field(description="等次名称")
    lower: Limit | None = Field(None, description="下限；不写就是没有下限")
    lower_included: bool = Field(True, description="下限本数算不算这一档")
    upper: Limit | None = Field(None, description="上限；不写就是没有上限")
    upper_included: bool = Field(False, description="上限本数算不算这一档")
    top: Limit | None = Field(None, description="按名次分档：排在前百分之几（名额向上取整，并列的都算）")
    bottom: Limit | None = Field(None, description="按名次分档：排在后百分之几；top 和 bottom 都不写的一档收其余的")
    unless: Slug | None = Field(None, description="打开这个标记的不得评为这一档")
    coefficient: Points | None = Field(None, description="系数")
    means: Prose | None = Field(None, description="评为这一档意味着什么")
    sample: bool = Field(False, description="true：分数线是本手册举的例子")


class Tally(Model):
    """How often, or how often in a row, the items of a section were answered with one number."""

    section: Slug = Field(description="数哪个分区的各项，按先后")
    answer: Points = Field(description="数填了这个数的项，例如缺席是 0")
    times: Limit | None = Field(None, description="本表里至少几项；写了它就不写 row")
    row: Limit | None = Field(
        None,
        description="连着至少几项，接着上一期的表往下数；填别的数就从头数，不适用的跳过，满了以后再满一遍才又算",
    )


class Condition(Model):
    """A test on a score: exactly one of a comparison, a flag, a place, a tally, or a combination of others."""

    of: Literal["total", "section", "band", "parameter"] | None = Field(
        None, description="比什么：总分、某分区、等次、参数"
    )
    section: Slug | None = Field(None, description="of: section 时写分区短名")
    parameter: Slug | None = Field(None, description="of: parameter 时写参数短名")
    compare: Literal["<", "<=", "=", ">=", ">"] | None = Field(None, description="怎么比；等次不用写")
    value: Limit | None = Field(None, description="和多少比；of: band 时写等次短名")
    flag: Slug | None = Field(None, description="某个标记是否打开")
    last_place: bool = Field(False, description="true：排在（本组的）最后一名；只在排名时成立")
    honoured: bool = Field(False, description="true：本期得了排名的荣誉（例如流动红旗）；只在排名时成立")
    risen: int | None = Field(None, ge=1, le=10, description="等次比上一期至少升了几等；等次从好到差列")
    tally: Tally | None = Field(None, description="某个分区里填同一个数的有几项、连着几项")
    every: list["Condition"] = Field(default_factory=list, description="同时满足")
    some: list["Condition"] = Field(default_factory=list, description="满足任意一条")
    none: list["Condition"] = Field(default_factory=list, description="一条也不满足")


class Action(Model):
    """What follows when a condition holds."""

    title: Line = Field(description="后果，例如：诫勉谈话")
    when: Condition = Field(description="什么情况下")
    consecutive: int = Field(1, ge=1, le=40, description="连续几期满足才算，1 就是当期")
    cumulative: int = Field(1, ge=1, le=40, description="当年累计第几次满足起才算，1 就是当期")
    until: int | None = Field(None, ge=1, le=40, description="累计到第几次为止；不写就是以后每次都算")
    recount: bool = Field(False, description="true：连续满了以后从头数，再满一遍才又算；false：满了以后期期都算")
    whole_year: bool = Field(False, description="true：当年每一期都有表、期期满足，到最后一期才算")
    decided_by: Literal["form", "person"] = Field("form", description="form 自动得出；person 由人认定，显示“待认定”")
    note: Prose | None = Field(None, description="还要具备什么、怎么执行")


class Override(Model):
    """A condition that sets the coefficient, whatever the band."""

    title: Line = Field(description="为什么，例如：重点项不达标")
    when: Condition = Field(description="什么情况下")
    coefficient: Points = Field(description="系数改为多少，优先于等次的系数；满足几条时取最低的")


class Deviation(Model):
    """A bonus that follows how far the total lies from a base, in percent."""

    base: Slug = Field(description="基础分是哪个参数")
    lowest: Points = Field(description="偏离达到百分之几才浮动（含本数）")
    highest: Points = Field(description="浮动最多百分之几")


class Year(Model):
    """A longer period's score from its parts, each with a weight; those without a score are left out."""

    parts: dict[Slug, Line] = Field(min_length=2, description="各期；键是短名，按时间先后")
    weights: dict[Slug, Limit] = Field(description="各期的权重，或写着权重的参数")
    maximum: Points = Field(description="一期最高几分")


class Ranking(Model):
    """How units are put in order, and what the places bring."""

    ties: list[Slug] = Field(default_factory=list, description="同分时依次比哪些分区")
    last_by_post: bool = Field(False, description="true：最后一名按岗位（系统）分别取")
    rewards: dict[Slug, list[Points]] = Field(default_factory=dict, description="等次短名 → 第一名、第二名……各奖多少")
    honour: Line | None = Field(None, description="第一名授予什么")
    honour_from: Points | None = Field(None, description="第一名至少多少分才授予")
    best_percent: Points | None = Field(None, description="前百分之几优先")


class Example(Model):
    """A worked example: shown to trainers and run as a test."""

    title: Line = Field(description="例子说明什么")
    sections: dict[Slug, Points] = Field(default_factory=dict, description="各分区小计")
    items: dict[Slug, Points | Literal["na"]] = Field(default_factory=dict, description="各项")
    parameters: dict[Slug, Points] = Field(default_factory=dict, description="参数")
    flags: list[Slug] = Field(default_factory=list, description="打开的标记")
    post: Line | None = Field(None, description="岗位")
    period: Line | None = Field(None, description="哪一期，例如 2026Q3")
    earlier: list[dict[Slug, Points]] = Field(
        default_factory=list, description="前几期，先远后近：分区短名写小计，项短名写这一项"
    )
    gives: dict[Line, Line | list[Line] | None] = Field(
        description="应得什么：total、band、coefficient、pay、actions、pending、float；数写成加引号的文字"
    )


class RankedExample(Model):
    """A worked example of a ranking: shown to trainers and run as a test."""

    title: Line = Field(description="例子说明什么")
    units: dict[Line, dict[Slug, Points]] = Field(min_length=1, description="单位名 → 各分区小计")
    flags: dict[Line, list[Slug]] = Field(default_factory=dict, description="单位名 → 打开的标记")
    posts: dict[Line, Line] = Field(default_factory=dict, description="单位名 → 岗位")
    parameters: dict[Slug, Points] = Field(default_factory=dict, description="参数")
    gives: dict[Line, dict[Line, Line | list[Line] | int | bool | None]] = Field(
        description="单位名 → 应得什么：rank、total、band、reward、flag、preferred、actions、pending"
    )


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
    sums: list[Sum] = Field(default_factory=list, description="必须合计为一个数的几个参数，例如权重")
    largest: list[Largest] = Field(default_factory=list, description="必须大于别的参数的参数，例如党员群众的权重")
    average: bool = Field(
        False, description="true：总分是各分区按权重的平均（权重是比例，不必合计 100）；false：总分是各分区之和"
    )
    flags: dict[Slug, Flag] = Field(default_factory=dict, description="标记；键是短名")
    posts: dict[Line, Points] = Field(default_factory=dict, description="岗位和提取额，例如 一线: 3000")
    bands: dict[Slug, Band] = Field(default_factory=dict, description="等次；键是短名")
    fails_as: Slug | None = Field(None, description="有一项“不适用”规定为整表不合格时，定为哪个等次")
    deviation: Deviation | None = Field(None, description="偏离基础分的浮动；等次按偏离的百分数定")
    year: Year | None = Field(None, description="年度分怎样由各期合成")
    ranking: Ranking | None = Field(None, description="怎样排名；不写就按总分")
    overrides: list[Override] = Field(default_factory=list, description="改变系数的条件")
    actions: dict[Slug, Action] = Field(default_factory=dict, description="后果；键是短名")
    only: Only | None = Field(None, description="只给哪些支部；不写就是都适用，拿不准就不写")
    readings: list[Prose] = Field(default_factory=list, description="原文没写清的地方，本表按什么理解")
    examples: list[Example] = Field(default_factory=list, description="算例")
    ranked_examples: list[RankedExample] = Field(default_factory=list, description="排名的算例")
    basis: list[Basis] = Field(min_length=1, description="依据")
    reviewed: Day = Field(description="复核日期")
