"""Roles: who acts in a procedure."""

from pydantic import Field

from .fields import Line, Model, RoleId


class Role(Model):
    """Someone, or some body, that acts in a procedure."""

    name: Line = Field(description="名称，例如：党支部书记")
    short: str = Field(pattern=r"^\S{1,6}$", description="流程图上用的短称，最多 6 个字")
    name_en: Line = Field(description="英文名称")
    duty: Line = Field(description="一句话职责")


class Roles(Model):
    """The file ``content/roles.yml``."""

    roles: dict[RoleId, Role] = Field(min_length=1, description="全部角色；键是角色短名")
