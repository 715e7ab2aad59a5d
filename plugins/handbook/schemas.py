"""JSON Schemas that editors complete from, one for each kind of file."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .stages.checking.models import MODELS

WHERE = {
    "handbook": ["content/handbook.yml"],
    "roles": ["content/roles.yml"],
    "unit-types": ["content/unit-types.yml"],
    "glossary": ["content/glossary.yml"],
    "synonyms": ["content/synonyms.yml"],
    "topics": ["content/topics.yml"],
    "conditions": ["content/conditions.yml"],
    "calendar": ["content/calendar.yml"],
    "runs": ["content/runs.yml"],
    "flow": ["flows/*.yml"],
    "diagram": ["flows/diagrams/*.yml"],
    "case": ["cases/*.yml"],
    "paper": ["content/papers/*.yml"],
    "form": ["content/forms/*.yml"],
    "regulation": ["content/regulations/*.yml"],
    "course": ["content/courses/*.yml"],
    "calculator": ["content/calculators/*.yml"],
}
"""The files of each kind; all other folders of ``content/`` hold procedures."""


def schema_of(kind: str) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file, with the authors' descriptions in Chinese."""
    schema = TypeAdapter(MODELS[kind]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder and give their paths. Raises OSError if it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in MODELS:
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n", "utf-8")
        written.append(path)
    return written


def editor_settings(folder: str, chapters: list[str]) -> dict[str, Any]:
    """Give the settings by which an editor with YAML support finds the schemas in ``folder``."""
    files = {**WHERE, "procedure": [f"content/{chapter}/*.yml" for chapter in chapters]}
    return {"yaml.schemas": {f"{folder}/{kind}.json": files[kind] for kind in MODELS}}
