"""Part names: what generated clients call the parts of the contract that have no shape's name."""

from collections.abc import Iterator, Mapping
from typing import Any

REF = "#/components/schemas/"

NAMES: Mapping[str, str] = {
    "OpeningLineOut.labels": "Labels",
    "OpeningOut.labels": "Labels",
    "OpeningOut.origins": "Origins",
    "OpeningOut.sources": "OriginSources",
    "CopiedOpeningOut.origins": "Origins",
    "OpeningPageOut.facets": "Facets",
    "CorrectionOut.stated": "StatedValues",
    "CorrectionOut.over": "StatedValues",
    "CorrectionStateOut.stated": "StatedValues",
    "CorrectionStateOut.over": "StatedValues",
    "CorrectionStateOut.now": "StatedValues",
    "CorrectionsIn.values": "TypedValues",
    "AuditEntryOut.told": "AuditDetails",
    "ReadRowOut.stated": "StatedValues",
    "ReadinessOut.database": "DatabaseState",
    "RunOut.completeness": "Completeness",
    "RunLineOut.completeness": "Completeness",
    "RunDetailOut.completeness": "Completeness",
    "SourceOut.completeness": "Completeness",
    "SourceOut.trust": "Trust",
    "Survey.oddities": "Oddities",
    "listOpenings.fields": "LineField",
    "listOpenings.status": "PublicStatus",
    "getFeedTemplate.format": "TemplateForm",
    "sendFile multipart/form-data": "SentFile",
}
"""Each part by the shape or the operation that it stands in."""

_TOLD = frozenset({"title", "description", "examples", "default"})
"""What is said of a field and not of its part."""


def name_parts(contract: dict[str, Any]) -> None:
    """Give the nameless parts of *contract* their names; generators would make some up."""
    schemas = contract["components"]["schemas"]
    for place, field in list(_fields(contract)):
        if place in NAMES:
            part = _part_of(field)
            shape = {key: part.pop(key) for key in part.keys() - _TOLD}
            part["$ref"] = f"{REF}{NAMES[place]}"
            meaning = {"description": field["description"]} if "description" in field else {}
            schemas.setdefault(NAMES[place], meaning | dict(sorted(shape.items())))


def _fields(contract: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schema of each field, parameter and body with its place."""
    for shape, schema in contract["components"]["schemas"].items():
        for name, field in schema.get("properties", {}).items():
            yield f"{shape}.{name}", field
    for item in contract["paths"].values():
        for operation in item.values():
            place = operation["operationId"]
            for parameter in operation.get("parameters", ()):
                yield f"{place}.{parameter['name']}", parameter["schema"]
            for media, body in operation.get("requestBody", {}).get("content", {}).items():
                yield f"{place} {media}", body["schema"]


def _part_of(field: dict[str, Any]) -> dict[str, Any]:
    """Return the part of *field* that a name stands for: what is in its list, or not null."""
    part: dict[str, Any] = field.get("anyOf", [field])[0]
    items: dict[str, Any] = part.get("items", part)
    return items
