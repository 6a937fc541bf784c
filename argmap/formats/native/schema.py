"""The JSON Schema of the native format, made from the pydantic models: `python -m argmap.formats.native.schema`."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("argmap-1.schema.json")


def made_schema() -> dict[str, Any]:
    """Make the schema anew (JSON Schema 2020-12), without pydantic's generated titles."""
    from argmap.formats.native.document import Document

    made = Document.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_tidy(made)}


def _tidy(node: Any, under_names: bool = False) -> Any:
    """Drop titles and null defaults, which an editor would only repeat to its user."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy: dict[str, Any] = {}
    for key, value in node.items():
        if not under_names and (
            (key == "title" and isinstance(value, str) and not value.startswith("argmap")) or (key == "default")
        ):
            continue
        if key == "anyOf" and not under_names:
            choices = [_tidy(item) for item in value if item != {"type": "null"}]
            tidy.update(choices[0] if len(choices) == 1 else {"anyOf": choices})
        else:
            tidy[key] = _tidy(value, key in ("properties", "$defs") and not under_names)
    return tidy


def schema_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(made_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
