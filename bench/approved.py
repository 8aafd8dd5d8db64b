"""Approved openings: those that the saved pages of the cities hold, as people approved them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.generated import opening_id
from stellenbund.domain.opening import Opening

CITIES = Path(__file__).parent.parent / "tests" / "cities"
_SEEN = datetime(2026, 11, 24, 6, tzinfo=UTC)
_FIRST = 1_000_000
"""Number of the first one: behind all that are generated."""


def approved() -> Iterator[Opening]:
    """Yield every approved opening of every city, with an id and a past that are invented."""
    number = _FIRST
    for file in sorted(CITIES.glob("*/openings.json")):
        for fields in json.loads(file.read_text(encoding="utf-8"))["openings"]:
            number += 1
            yield Opening.model_validate(_whole(fields, file.parent.name, number))


def _whole(fields: dict[str, Any], city: str, number: int) -> dict[str, Any]:
    source, _, reference = fields["notices"][0].partition(": ")
    known = {name: value for name, value in fields.items() if name in Opening.model_fields}
    return known | {
        "id": opening_id(number),
        "city": city,
        "status": "published",
        "sample": True,
        "first_seen_at": _SEEN,
        "last_seen_at": _SEEN,
        "content_changed_at": _SEEN,
        "sequence": number,
        "origins": {"title": {"source": source, "reference": reference}},
    }
