"""Quick reading: rows of openings as values, without validating again what was when written."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, cast

from stellenbund.domain.opening import Opening
from stellenbund.store.tables.columns import Validated
from stellenbund.store.tables.openings import OpeningRow

_REMEMBERED = 2_048
"""How many texts of each column are remembered: most openings claim the same, or nothing."""

_NAMES = tuple(Opening.model_fields)

_OWN = frozenset({"origins", "dead_links", "places", "contact"})
"""What is hardly ever the same twice, so that remembering it only takes room."""


def _reader(name: str, meaning: Validated) -> Callable[[str | None], Any]:
    def read(text: str | None) -> Any:  # noqa: ANN401 - whatever the column holds
        return None if text is None else meaning.read(text)

    return read if name in _OWN else lru_cache(_REMEMBERED)(read)


_TYPES = {name: OpeningRow.__table__.c[name].type for name in _NAMES}  # type: ignore[attr-defined]

_READERS: Mapping[str, Callable[[str | None], Any]] = {
    name: _reader(name, kind) for name, kind in _TYPES.items() if isinstance(kind, Validated)
}

COLUMNS: tuple[Any, ...] = tuple(
    cast(getattr(OpeningRow, name), Text).label(name)
    if name in _READERS
    else getattr(OpeningRow, name)
    for name in _NAMES
)
"""What is to be selected of an opening, compound values as their JSON."""


def fields_of(row: Sequence[Any]) -> dict[str, Any]:
    """Return the fields of an opening from a row of the columns above."""
    values = dict(zip(_NAMES, row, strict=True))
    for name, read in _READERS.items():
        values[name] = read(values[name])
    return values
