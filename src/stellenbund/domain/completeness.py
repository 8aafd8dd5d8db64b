"""Completeness: how many of a source's notices state each field, the first sign of a relaunch."""

from collections.abc import Sequence

from stellenbund.domain.merge import states
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields


def completeness(notices: Sequence[Notice]) -> dict[str, float]:
    """Return, for each field, the share of *notices* that state it; nothing without notices."""
    return {
        name: round(sum(states(notice.fields, name) for notice in notices) / len(notices), 4)
        for name in Fields.model_fields
        if notices
    }
