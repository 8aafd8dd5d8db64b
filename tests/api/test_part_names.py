"""The names of parts: each stands for something, and nothing of the kind is left without."""

from collections.abc import Iterator
from typing import Any

from stellenbund.api.app import create_app
from stellenbund.api.part_names import NAMES
from stellenbund.settings import Settings

CONTRACT = create_app(Settings()).openapi()


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for shape, schema in CONTRACT["components"]["schemas"].items():
        for name, told in schema.get("properties", {}).items():
            yield f"{shape}.{name}", told


def test_each_name_stands_for_something() -> None:
    assert set(NAMES.values()) <= CONTRACT["components"]["schemas"].keys()


def test_a_part_that_may_be_null_keeps_what_is_said_of_its_field() -> None:
    labels = dict(fields())["OpeningLineOut.labels"]
    assert labels["anyOf"] == [{"$ref": "#/components/schemas/Labels"}, {"type": "null"}]
    assert "in the language of `lang`" in labels["description"]
    assert labels["examples"]


def test_no_field_has_codes_or_parts_without_a_name() -> None:
    nameless = [
        place
        for place, told in fields()
        for part in (told, *told.get("anyOf", ()))
        if "enum" in part or "additionalProperties" in part
    ]
    assert nameless == []
