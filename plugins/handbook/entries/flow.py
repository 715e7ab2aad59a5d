"""One flowchart: what follows what. The words of each step live in the procedure."""

from typing import Literal

from pydantic import Field

from .fields import Line, Model, RoleId, Slug


class Node(Model):
    """One box of a flowchart."""

    kind: Literal["start", "step", "decision", "document", "subflow", "end"] = Field(
        description="节点的种类：start 开始、step 步骤、decision 判断、document 文书、subflow 子流程、end 结束"
    )
    text: str = Field(pattern=r"\S", max_length=40, description="图上的文字，最多 40 个字，尽量在 16 个字以内")
    lane: RoleId | None = Field(None, description="由谁办：角色短名。start 和 end 可以不写")
    next: Slug | dict[str, Slug] | None = Field(
        None,
        description="下一步的节点短名；判断节点写成“答案: 节点短名”，至少两个答案，例如 {是: vote, 否: postpone}",
    )
    flow: Slug | None = Field(None, description="只用于 subflow：子流程对应的办事流程短名")


class Flow(Model):
    """One flowchart; the file's name is the flow's slug."""

    title: Line = Field(description="流程图的名称")
    nodes: dict[Slug, Node] = Field(min_length=1, description="全部节点，按办理顺序写；键是节点短名")
