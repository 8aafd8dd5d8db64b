"""Field units: what the values of a field are measured in, by its name."""

from collections.abc import Mapping
from typing import Any

_FORMATS = {
    "date": "day in Europe/Berlin",
    "date-time": "instant in UTC",
}
_NUMBERS = {
    "amount": "euros gross per month",
    "crawl_delay": "seconds",
    "distance_km": "kilometres",
    "duration_months": "months",
    "latitude": "degrees, WGS 84",
    "longitude": "degrees, WGS 84",
    "months": "months",
    "profession_score": "0 to 1",
    "radius_km": "kilometres",
    "size": "bytes",
    "text_length": "characters",
    "training_year": "calendar year",
    "weekly_hours": "hours per week",
    "year": "year of training",
    "years": "years",
    **dict.fromkeys(("id", "run", "caused", "repeats", "undo_run"), "its number"),
    **dict.fromkeys(("sequence", "next", "latest", "position", "after"), "number of a change"),
    **dict.fromkeys(("row", "header_row"), "row, from 1"),
    "status": "HTTP status",
}


def unit_of(name: str, told: Mapping[str, Any]) -> str:
    """Return the unit of the field *name* as the contract *told* of it; empty: it has none.

    >>> unit_of("starts_on", {"type": "string", "format": "date"})
    'day in Europe/Berlin'
    >>> unit_of("found", {"type": "integer"})
    'count'
    """
    parts = (told, *told.get("anyOf", ()))
    for part in parts:
        if part.get("format") in _FORMATS:
            return _FORMATS[part["format"]]
    is_number = any(part.get("type") in {"integer", "number"} for part in parts)
    if is_number or name in {"amount", "weekly_hours"}:
        return _NUMBERS.get(name, "count")
    return ""
