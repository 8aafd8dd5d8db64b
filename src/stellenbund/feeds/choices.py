"""Choices: what a person settled about a file that would else be assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What is not to be assumed; ``None`` leaves it to the file.

    *header_row* counts from 1, as spreadsheet programs do. *mapping* leads from the name of a
    column as the file writes it to the key of a known column, to ``additional`` for what is to be
    read beside the known ones, or to ``ignored``.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
