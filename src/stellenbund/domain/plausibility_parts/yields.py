"""Yield: whether a run shows far fewer openings than is usual at its source."""

from collections.abc import Sequence

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility_parts.bounds import DROP, usual
from stellenbund.domain.run import Run


def doubt_yield(harvest: Harvest, past: Sequence[Run]) -> str | None:
    """Doubt a yield of 30 % less than what the good runs of the *past* usually had.

    How many entries an excerpt shows is no measure of anything.
    """
    if harvest.is_excerpt:
        return None
    expected = usual([run.readable for run in past])
    seen = len(harvest.notices) + len(harvest.unreadable)
    if expected is not None and seen < expected * (1 - DROP):
        return (
            f"Nur {seen} Ausschreibungen gelesen, üblich sind {expected:g}. "
            "Bitte die Seite der Quelle ansehen."
        )
    return None
