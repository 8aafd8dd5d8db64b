"""Lengths: whether descriptions are far shorter or longer than is usual at their source."""

from collections.abc import Sequence

from stellenbund.domain.plausibility_parts.bounds import FLOOR, usual
from stellenbund.domain.run import Run
from stellenbund.domain.survey import Survey

SHORTEST = 0.5
LONGEST = 3.0
"""Between these shares of its usual length a text is still the description of an opening."""


def doubt_lengths(survey: Survey, past: Sequence[Run]) -> str | None:
    """Doubt descriptions that were cut, or that swallowed the page around them."""
    lengths = [run.survey.text_length for run in past if run.survey]
    before = usual([length for length in lengths if length is not None])
    length = survey.text_length
    if length is None or before is None or survey.records <= FLOOR:
        return None
    if before * SHORTEST <= length <= before * LONGEST:
        return None
    return (
        f"Die Beschreibungen der {survey.records} Ausschreibungen sind im Mittel {length} Zeichen "
        f"lang, üblich sind {before:.0f}. Bitte prüfen, ob sie abgeschnitten sind oder etwas von "
        "der Seite ringsum enthalten."
    )
