"""Fields page: every field of the contract with meaning, unit, example, source, in Markdown."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from stellenbund.api.field_units import unit_of
from stellenbund.domain.opening import OpeningFields

REF = "#/components/schemas/"
RECOGNISED = {"kldb", "profession", "profession_method", "profession_score"}
"""What an opening's words are taken for: no source says it so."""

OPENINGS = {"OpeningLineOut", "OpeningOut", "CopiedOpeningOut"}
"""The shapes that hold what sources state of an opening."""

SAME = 5
"""So many fields that stood in an earlier table are named instead of told again."""

INTRODUCTION = """\
# Every field

Made from the contract by `stellenbund openapi --fields > docs/fields.md`; a test fails when they
differ. Shapes stand in the order in which the operations of the contract use them. What a source
does not say is `null`, an empty list, `unknown` or `not_stated`.

The last column says where a value comes from:

- **source**: what a city's source states, brought into one form; the `origins` of an opening in
  full name the source of each of these values.
- **service**: what Stellenbund knows, counts or works out itself.
- **caller**: what a request carries.
"""

Schemas = Mapping[str, Mapping[str, Any]]


def fields_page(contract: Mapping[str, Any]) -> str:
    """Return the page about all fields of *contract*."""
    schemas: Schemas = contract["components"]["schemas"]
    homes = _homes(contract)
    fields = schemas["OpeningOut"]["properties"]
    parts_of_opening = [fields[name] for name in OpeningFields.model_fields]
    stated = _reached(parts_of_opening, schemas)
    parts = [INTRODUCTION]
    told: dict[str, Mapping[str, Any]] = {}
    for tag in dict.fromkeys(homes.values()):
        parts.append(f"## {tag}\n")
        for name in (each for each, home in homes.items() if home == tag):
            parts.append("\n".join(_section(name, schemas[name], told, is_stated=name in stated)))
            told[name] = schemas[name].get("properties", {})
    return "\n".join(parts)


def _homes(contract: Mapping[str, Any]) -> dict[str, str]:
    """Return under which tag each shape is told: that of the first operation that uses it."""
    homes: dict[str, str] = {}
    for tag in (each["name"] for each in contract["tags"]):
        for item in contract["paths"].values():
            for operation in (each for each in item.values() if tag in each["tags"]):
                for name in _reached(operation, contract["components"]["schemas"]):
                    homes.setdefault(name, tag)
    return homes


def _reached(told: object, schemas: Schemas) -> dict[str, None]:
    """Return the names of all shapes that *told* refers to, each before its parts."""
    found: dict[str, None] = {}
    waiting = list(_references(told))
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += _references(schemas[name])
    return found


def _references(told: object) -> Iterator[str]:
    if isinstance(told, Mapping):
        reference = told.get("$ref", "")
        if isinstance(reference, str) and reference.startswith(REF):
            yield reference.removeprefix(REF)
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            yield from _references(each)


def _section(
    name: str, schema: Mapping[str, Any], told: Schemas, *, is_stated: bool
) -> Iterator[str]:
    yield f"### {name}\n\n{_line(schema.get('description', ''))}\n"
    if "enum" in schema:
        yield "One of " + ", ".join(f"`{each}`" for each in schema["enum"]) + ".\n"
        return
    if "properties" not in schema:
        yield f"{_type(schema).capitalize()}.\n"
        return
    fields = schema.get("properties", {})
    earlier, same = _likest(fields, told)
    if earlier:
        yield f"As in [{earlier}](#{earlier.lower()}): {', '.join(f'`{each}`' for each in same)}.\n"
    rows = [each for each in fields if each not in same]
    if rows:
        yield "| field | type | meaning | unit | example | from |\n|---|---|---|---|---|---|"
        for field in rows:
            yield _row(field, fields[field], _origin(name, field, is_stated=is_stated))
        yield ""


def _likest(fields: Mapping[str, Any], told: Schemas) -> tuple[str, list[str]]:
    """Return the earlier shape that shares most with *fields*, if it is much, and what it is."""
    shared = {
        name: [each for each in fields if earlier.get(each) == fields[each]]
        for name, earlier in told.items()
    }
    likest = max(shared, key=lambda name: len(shared[name]), default="")
    return (likest, shared[likest]) if likest and len(shared[likest]) >= SAME else ("", [])


def _row(field: str, told: Mapping[str, Any], origin: str) -> str:
    examples = told.get("examples", [])
    example = json.dumps(examples[0], ensure_ascii=False) if examples else ""
    cells = (
        f"`{field}`",
        _type(told),
        _line(told.get("description", "")),
        unit_of(field, told),
        f"`{example}`" if example else "",
        origin,
    )
    return "| " + " | ".join(each.replace("|", "\\|") for each in cells) + " |"


def _origin(shape: str, field: str, *, is_stated: bool) -> str:
    if shape.endswith("In"):
        return "caller"
    is_stated |= shape in OPENINGS and field in OpeningFields.model_fields.keys() - RECOGNISED
    return "source" if is_stated else "service"


def _type(told: Mapping[str, Any]) -> str:
    """Return what sort of value it is, with a link to the shape that it has."""
    if "$ref" in told:
        name = told["$ref"].removeprefix(REF)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in told:
        return " or ".join(map(_type, told["anyOf"]))
    if "const" in told or "enum" in told:
        return " or ".join(f"`{each}`" for each in told.get("enum", [told.get("const")]))
    if told.get("type") == "array":
        return f"list of {_type(told.get('items', {}))}"
    if isinstance(told.get("additionalProperties"), Mapping):
        return f"by name, {_type(told['additionalProperties'])}"
    return str(told.get("format") or told.get("type") or "any value")


def _line(text: str) -> str:
    return " ".join(text.split())
