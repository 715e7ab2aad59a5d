"""One course: what is taught in which order, put together from the handbook."""

from pydantic import Field

from .fields import Day, Line, Model, Prose, Slug


class Item(Model):
    """One thing that is taught: a procedure (or one step or question of it), a case, a form or a diagram."""

    procedure: Slug | None = Field(None, description="办事流程短名")
    step: Slug | None = Field(None, description="只讲这一步：流程节点短名，要跟着 procedure")
    question: int | None = Field(None, ge=1, le=99, description="只讲第几问，从 1 数起，要跟着 procedure")
    case: Slug | None = Field(None, description="案例短名")
    form: Slug | None = Field(None, description="计分表短名")
    diagram: Slug | None = Field(None, description="图解短名")


class Part(Model):
    """One part of a course."""

    title: Line = Field(description="这一段讲什么")
    minutes: int = Field(ge=1, le=600, description="讲多少分钟")
    items: list[Item] = Field(min_length=1, description="按讲的顺序写")
    note: Prose | None = Field(None, description="讲解提示，给培训人看")


class Course(Model):
    """One course; the file's name is its slug."""

    title: Line = Field(description="课名，例如：新任书记第一课")
    title_en: Line = Field(description="英文课名")
    audience: Line = Field(description="讲给谁听")
    summary: Prose = Field(description="一句话：听完会办什么")
    minutes: int = Field(ge=1, le=2000, description="一共多少分钟，等于各段之和")
    parts: list[Part] = Field(min_length=1, description="各段，按顺序写")
    reviewed: Day = Field(description="复核日期")
