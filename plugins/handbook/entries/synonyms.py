"""Words that mean the same to someone who searches."""

from typing import Annotated

from pydantic import Field

from .fields import Line, Model, Slug

Group = Annotated[list[Line], Field(min_length=2, description="意思一样的词，至少两个；搜其中一个，也找到别的")]
"""Words of one meaning."""


class Synonyms(Model):
    """The file ``content/synonyms.yml``."""

    groups: list[Group] = Field(min_length=1, description="一行一组同义词；一个词只写在一组里")
    subject: list[Line] = Field(default_factory=list, description="问句里有其中一个词，问的就是手册里的事")
    core: list[Line] = Field(
        default_factory=list, description="问句里有其中一个词，不管还说了什么，问的一定是手册里的事"
    )
    elsewhere: list[Line] = Field(
        default_factory=list, description="别的事情的词：问句里有其中一个、没有 core 里的词，就不拿不相干的来凑"
    )
    asked: dict[Slug, list[Line]] = Field(
        default_factory=dict, description="每个办事流程平时被怎么问、英文怎么说；写流程的短名，还没写好的流程也可以先写"
    )
