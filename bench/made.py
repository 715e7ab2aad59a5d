"""A made handbook of any size, and the same words as plain Markdown for ``mkdocs build`` with Material."""

import itertools
import random
from pathlib import Path

STEPS = 10
CHAPTERS = 20
SENTENCES = (
    "支委会先把任期、人数和名额核对清楚，写成一张表，再提交会议研究。",
    "会前逐人通知，记下通知的时间和方式，联系不上的另外登记。",
    "清点到会人数，够了再开会；不够就改期，并把原因记进会议记录。",
    "结果当场宣布，记录由主持人和记录人签字，会后及时归档。",
)
TEXTS = (
    "研究事项",
    "拟写请示",
    "上级审查",
    "召开会议",
    "人数够不够？",
    "组织投票",
    "当场计票",
    "宣布结果",
    "报送备案",
    "整理归档",
)
KINDS = ("step", "document", "step", "step", "decision", "step", "step", "step", "document", "step")
LANES = ("committee", "secretary", "superior", "assembly")


def _step(number: int, random_: random.Random) -> str:
    how = "\n".join(f"      - 第 {number} 步：{random_.choice(SENTENCES)}" for _ in range(3))
    return f"""  step-{number}:
    who: {{does: [{LANES[number % 4]}], joins: [members]}}
    when: 上一步办完之后
    how:
{how}
    requirements:
      - {random_.choice(SENTENCES)}
    cautions:
      - {random_.choice(SENTENCES)}
    duty: must
    basis: [rule-2018 第十一条]
    note: {random_.choice(SENTENCES)}
"""


def _code(number: int) -> str:
    """Three letters or digits, different for each of 46,656 procedures."""
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    return letters[number // 1296 % 36] + letters[number // 36 % 36] + letters[number % 36]


def procedure(number: int) -> str:
    """Give one procedure's YAML."""
    random_ = random.Random(number)
    steps = "".join(_step(step, random_) for step in range(1, STEPS + 1))
    return f"""title: 第 {number} 件事
title_en: Task {number}
also: [办第{number}件]
code: 事{_code(number)}
summary: 这件事排在第 {number} 位，照着流程办就行。
applies_to: {{text: 所有党支部}}
lead: [secretary]
begins_when: 到了该办的时候。
prepare:
  - 备好名册和记录本。
steps:
{steps}records:
  - 记下应到、实到和表决结果。
archive:
  - {{what: 会议记录, where: 支部档案}}
reviewed: 2026-11-21
next_review: 2027-11-20
"""


def flow(number: int) -> str:
    """Give one flow's YAML: ten steps, a decision with a way back."""
    lines = [f"title: 第 {number} 件事流程", "nodes:", "  begin: {kind: start, text: 到了时候, next: step-1}"]
    for step, (text, kind) in enumerate(zip(TEXTS, KINDS, strict=True), 1):
        target = f"step-{step + 1}" if step < STEPS else "done"
        next_ = f"{{够: {target}, 不够: step-{step - 1}}}" if kind == "decision" else target
        lines.append(f"  step-{step}: {{kind: {kind}, text: {text}, lane: {LANES[step % 4]}, next: {next_}}}")
    return "\n".join([*lines, "  done: {kind: end, text: 办结}"]) + "\n"


def write_handbook(root: Path, count: int, minimal: Path) -> None:
    """Write a handbook of ``count`` procedures in twenty chapters into ``root``, in the frame of the minimal one."""
    per_chapter = -(-count // CHAPTERS)
    numbers = iter(range(1, count + 1))
    chapters = []
    (root / "flows").mkdir(parents=True)
    for chapter in range(1, CHAPTERS + 1):
        folder = root / "content" / f"chapter-{chapter}"
        folder.mkdir(parents=True)
        chapters.append(
            f"  chapter-{chapter}: {{title: 第 {chapter} 章, title_en: C{chapter}, summary: 样例, state: published}}"
        )
        for number in itertools.islice(numbers, per_chapter):
            (folder / f"task-{number}.yml").write_text(procedure(number), "utf-8")
            (root / "flows" / f"task-{number}.yml").write_text(flow(number), "utf-8")
    for name in ("site_config.yml", "content/roles.yml", "content/unit-types.yml", "content/regulations/rule-2018.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text((minimal / name).read_text("utf-8"), "utf-8")
    roles = root / "content" / "roles.yml"
    roles.write_text(
        roles.read_text("utf-8")
        + "  superior: {name: 上级党组织, short: 上级, name_en: Superior, duty: 审批}\n"
        + "  assembly: {name: 党员大会, short: 党员大会, name_en: Assembly, duty: 表决}\n",
        "utf-8",
    )
    head = (minimal / "content" / "handbook.yml").read_text("utf-8").split("chapters:")[0]
    (root / "content" / "handbook.yml").write_text(head + "chapters:\n" + "\n".join(chapters) + "\n", "utf-8")


MATERIAL = """site_name: 小手册
docs_dir: docs
use_directory_urls: false
theme: {name: material, language: zh, font: false}
"""


def write_markdown(root: Path, count: int) -> None:
    """Write the same words as Markdown, one page a procedure with a section a step."""
    per_chapter = -(-count // CHAPTERS)
    for number in range(1, count + 1):
        random_ = random.Random(number)
        parts = [
            f"# 第 {number} 件事\n\n这件事排在第 {number} 位，照着流程办就行。\n\n"
            "到了该办的时候。\n\n- 备好名册和记录本。\n"
        ]
        for step, text in enumerate(TEXTS, 1):
            how = "\n".join(f"- 第 {step} 步：{random_.choice(SENTENCES)}" for _ in range(3))
            rest = "\n\n".join(f"**{name}** {random_.choice(SENTENCES)}" for name in ("要求", "注意", "讲解"))
            parts.append(f"## {step}. {text}\n\n上一步办完之后\n\n{how}\n\n{rest}\n\n依据：示例条例 第十一条\n")
        parts.append("## 记录\n\n- 记下应到、实到和表决结果。\n\n## 归档\n\n- 会议记录：支部档案\n")
        folder = root / "docs" / f"chapter-{(number - 1) // per_chapter + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"task-{number}.md").write_text("\n".join(parts), "utf-8")
    (root / "docs" / "index.md").write_text("# 小手册\n", "utf-8")
    (root / "mkdocs.yml").write_text(MATERIAL, "utf-8")
