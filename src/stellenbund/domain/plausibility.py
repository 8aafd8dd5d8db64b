"""Plausibility: when a harvest is more likely a broken source than news."""

from collections.abc import Iterator, Sequence
from datetime import date

from stellenbund.domain.diff import Diff
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility_parts.bounds import HISTORY
from stellenbund.domain.plausibility_parts.gaps import doubt_gaps
from stellenbund.domain.plausibility_parts.lengths import doubt_lengths
from stellenbund.domain.plausibility_parts.removal import doubt_removal
from stellenbund.domain.plausibility_parts.rises import doubt_rises
from stellenbund.domain.plausibility_parts.shifts import doubt_shifts
from stellenbund.domain.plausibility_parts.silence import doubt_silence
from stellenbund.domain.plausibility_parts.surveying import survey
from stellenbund.domain.plausibility_parts.yields import doubt_yield
from stellenbund.domain.run import Run

__all__ = ["HISTORY", "doubt", "survey"]


def doubt(diff: Diff, harvest: Harvest, *, past: Sequence[Run], today: date) -> str | None:
    """Return why a person must look at *diff* before it is applied, in German, or ``None``.

    *past* are the source's last good runs, newest first. Every reason is named, so that nobody
    releases a run for one and lets another slip through. An incomplete harvest lets nothing vanish,
    so only what it says is doubted.
    """
    reasons = list(_doubts_about_words(diff, harvest, past, today))
    if harvest.is_complete:
        about_absence = (doubt_removal(diff), doubt_silence(diff), doubt_yield(harvest, past))
        reasons = [*filter(None, about_absence), *reasons]
    return " ".join([*reasons, "Bis dahin bleibt alles, wie es ist."]) if reasons else None


def _doubts_about_words(
    diff: Diff, harvest: Harvest, past: Sequence[Run], today: date
) -> Iterator[str]:
    """Yield why what the notices say is not believed; a field without sense becomes no opening."""
    seen = survey(harvest)
    yield from doubt_rises(seen, harvest, past)
    yield from doubt_gaps(harvest.full, past)
    yield from filter(None, [doubt_lengths(seen, past)])
    yield from doubt_shifts(diff, harvest, today)
