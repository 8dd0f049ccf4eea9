"""The published schema says of each property what it is."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from summitparse.serialise import json_schema


def undescribed(schema: dict[str, Any], place: str) -> Iterator[str]:
    for name, held in schema.get("properties", {}).items():
        if not held.get("description", "").endswith((".", '"')):
            yield f"{place}.{name}"


def test_every_property_and_every_record_is_described() -> None:
    schema = json.loads(json_schema())
    found = [*undescribed(schema, "Release")]
    for name, definition in schema["$defs"].items():
        found += undescribed(definition, name)
        if "properties" in definition and not definition.get("description"):
            found.append(name)
    assert not found
    assert sum(len(d.get("properties", {})) for d in [schema, *schema["$defs"].values()]) > 100


def test_the_published_schema_is_that_of_the_models() -> None:
    assert files("summitparse").joinpath("release.schema.json").read_text("utf-8") == json_schema()
