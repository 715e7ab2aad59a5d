"""Words that mean the same to someone who searches."""

from typing import Annotated

from pydantic import Field

from .fields import Line, Model

Group = Annotated[list[Line], Field(min_length=2, description="意思一样的词，至少两个；搜其中一个，也找到别的")]
"""Words of one meaning."""


class Synonyms(Model):
    """The file ``content/synonyms.yml``."""

    groups: list[Group] = Field(min_length=1, description="一行一组同义词；一个词只写在一组里")
