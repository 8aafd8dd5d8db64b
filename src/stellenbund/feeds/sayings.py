"""Sayings: the findings about a file, made from what their rules say."""

from collections.abc import Mapping

from stellenbund.domain.finding import clip
from stellenbund.domain.value import keepable
from stellenbund.feeds.file_sayings import FILE_SAYINGS
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.row_sayings import ROW_SAYINGS
from stellenbund.feeds.saying import Saying

SAYINGS: Mapping[str, Saying] = {**FILE_SAYINGS, **ROW_SAYINGS}
"""Every rule of a finding that this room makes itself, with its sentences."""


def finding(
    rule: str,
    *,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    suggestion_column: str | None = None,
    **values: object,
) -> RowFinding:
    """Return the finding by *rule*; its sentences may name *value* and further *values*.

    >>> finding("cell.leading_zero", row=4, column="PLZ", value="1069", read="01069").message
    'Der Zahl 1069 fehlt vorn eine Null; wir lesen 01069.'
    """
    saying = SAYINGS[rule]
    shown = {name: _shown(each) for name, each in {"value": value, **values}.items()}
    return RowFinding(
        severity=saying.severity,
        rule=rule,
        message=saying.message.format(**shown),
        row=row,
        column=column,
        value=None if value is None else _shown(value),
        suggestion=saying.suggestion.format(**shown) or None,
        suggestion_column=suggestion_column,
    )


def _shown(value: object) -> str:
    return clip(keepable(str(value)))
