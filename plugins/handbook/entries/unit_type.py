"""Unit types: the kinds of unit a branch may stand in."""

from pydantic import Field

from .fields import Line, Model, Slug


class UnitType(Model):
    """One kind of unit."""

    name: Line = Field(description="名称，例如：国有企业")
    name_en: Line = Field(description="英文名称")
    text: Line = Field(description="一句话说明包括哪些")


class UnitTypes(Model):
    """The file ``content/unit-types.yml``."""

    unit_types: dict[Slug, UnitType] = Field(min_length=1, description="全部单位类型；键是短名")
