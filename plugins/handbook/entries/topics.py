"""What case studies are about, and the difficulties they answer: the words by which readers sort the library."""

from pydantic import Field

from .fields import Line, Model, Slug


class Topic(Model):
    """One word to sort by."""

    name: Line = Field(description="名称，读者在案例库里按它挑选")
    name_en: Line = Field(description="英文名称")


class Topics(Model):
    """The file ``content/topics.yml``."""

    topics: dict[Slug, Topic] = Field(min_length=1, description="案例的主题；键是短名")
    difficulties: dict[Slug, Topic] = Field(min_length=1, description="想解决的问题；键是短名")
