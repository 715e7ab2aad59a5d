"""The handbook itself: its title, its unit, its chapters in order and their release state."""

from typing import Literal

from pydantic import Field

from .fields import Colour, Day, Line, Model, Prose, Slug
from .pack import PaperFacts


class Chapter(Model):
    """One chapter and the procedures in it, in reading order."""

    title: Line = Field(description="章名")
    title_en: Line = Field(description="英文章名")
    summary: Prose = Field(description="这一章管什么")
    state: Literal["published", "trial", "draft", "not-yet"] = Field(
        description="发布状态：published 已发布、trial 试用、draft 修订中、not-yet 未发布"
    )
    scene: Literal["ballot", "meeting", "lecture", "roster", "growth", "ideas"] | None = Field(
        None, description="章首的画：ballot 投票、meeting 开会、lecture 讲课、roster 名册、growth 成长、ideas 点子"
    )
    procedures: list[Slug] = Field(default_factory=list, description="本章办事流程短名，按阅读顺序；没列出的排在后面")


class Stop(Model):
    """One stop of a route."""

    procedure: Slug = Field(description="办事流程短名")
    why: Line = Field(description="这时候为什么要看它")


class Situation(Model):
    """A situation a secretary is in, and the way through the handbook."""

    title: Line = Field(description="处境，例如：要换届了")
    text: Line = Field(description="一句话说明")
    route: list[Stop] = Field(min_length=1, description="按顺序看哪些办事流程")


class Mascots(Model):
    """The two who ask and answer; a unit may use drawings of its own."""

    asks: Line = Field(description="提问的新手叫什么")
    answers: Line = Field(description="作答的老手叫什么")
    asks_image: Line | None = Field(None, description="提问者的图片，放在 content/images/ 里；不写就用自带的")
    answers_image: Line | None = Field(None, description="作答者的图片，放在 content/images/ 里；不写就用自带的")


class Colours(Model):
    """A unit's own colours; the shades for the dark scheme and the pale grounds follow from them."""

    main: Colour | None = Field(default=None, description="主色，用在标题、编号和提醒上；不写就用自带的红色 #b0321e")
    second: Colour | None = Field(default=None, description="辅色，用在链接和步骤上；不写就用自带的青色 #17616a")


class Contact(Model):
    """Whom to ask about what."""

    about: Line = Field(description="什么事，例如：发展党员、转接组织关系")
    who: Line = Field(description="找哪个部门或岗位，例如：党委组织部")
    how: Line = Field(description="怎么找：电话、办公室")


class Edition(Model):
    """Which edition this is."""

    number: Line = Field(description="版次，例如：2026 年第 1 版")
    date: Day = Field(description="发布日期")


class Layer(Model):
    """A folder that this handbook lies over; the first one lies lowest."""

    folder: Line = Field(description="下层手册的文件夹，放在本手册文件夹里面，例如：base")
    level: Literal["national", "industry", "unit"] = Field(
        "national", description="这一层是谁定的：national 通用版（国家规定）、industry 行业或上级单位、unit 本单位"
    )


class HandbookFile(Model):
    """The file ``content/handbook.yml``."""

    title: Line = Field(description="书名")
    title_en: Line = Field(description="英文书名")
    subtitle: Line = Field(description="副标题")
    unit: Line = Field(description="编制单位；自带的是样例")
    unit_is_sample: bool = Field(description="单位名是不是样例：true 是，页面会标明")
    owner: Line = Field(description="默认责任部门")
    edition: Edition = Field(description="版次")
    mascots: Mascots = Field(description="问答里的两个人物")
    colours: Colours = Field(default_factory=Colours, description="本单位的颜色，写成 #b0321e 这样")
    contacts: list[Contact] = Field(default_factory=list, description="有事找谁；写了，首页和打印的封面都有")
    layers: list[Layer] = Field(
        default_factory=list, description="本手册盖在哪些下层手册上面；同名的文件按键合并，本手册写了的算数"
    )
    address: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        description="手册发布在哪个网址，例如：http://intranet/dangjian/；写了，上墙卡片的二维码就打开对应页面",
    )
    chapters: dict[Slug, Chapter] = Field(
        min_length=1, description="各章，按顺序；键是章的短名，也是 content/ 下的文件夹名"
    )
    at_hand: list[Slug] = Field(default_factory=list, description="首页“常办的事”：办事流程短名")
    paper_facts: PaperFacts = Field(default_factory=PaperFacts, description="各份文书怎么共用填写的内容")
    situations: list[Situation] = Field(default_factory=list, description="首页“我遇到的情况”")
