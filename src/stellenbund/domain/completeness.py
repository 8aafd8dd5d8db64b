"""Completeness: how many of a source's notices state each field, the first sign of a relaunch."""

from collections import Counter
from collections.abc import Sequence

from stellenbund.domain.merge import stated
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields


def completeness(notices: Sequence[Notice]) -> dict[str, float]:
    """Return, for each field, the share of *notices* that state it; nothing without notices."""
    count = Counter(name for notice in notices for name in stated(notice.fields))
    names = Fields.model_fields if notices else ()
    return {name: round(count[name] / len(notices), 4) for name in names}
