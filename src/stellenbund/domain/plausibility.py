"""Plausibility: when a diff is more likely a broken source than news."""

from collections.abc import Sequence
from statistics import median

from stellenbund.domain.diff import Change, Diff
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.merge import stated

DROP = 0.3
"""Share of the usual yield that may be missing before a run is doubted; also of an opening."""

FLOOR = 3
"""So many notices may vanish at once from a source of any size, up to half of it."""

HISTORY = 5
"""How many good runs make up a source's past."""

ENOUGH_HISTORY = 3
"""From how many good runs on a source has a usual yield."""

MAIN = frozenset({"description_text", "start_kind"})
"""What openings do not all stop to say at once: what one does there, and when it begins."""


def doubt(diff: Diff, harvest: Harvest, *, good_yields: Sequence[int]) -> str | None:
    """Return why a person must look at *diff* before it is applied, or ``None``.

    *good_yields* are the numbers of readable notices of the source's last good runs, newest
    first. An incomplete harvest lets nothing vanish and so needs no doubt. The thresholds come
    from the accidents of other collectors: a list that came back with a hundredth of its rows
    took 872 live openings with it.
    """
    if not harvest.is_complete:
        return None
    return (
        _doubt_removal(len(diff.vanished), diff.held)
        or _doubt_silence(diff)
        or _doubt_yield(harvest, good_yields)
    )


def _doubt_removal(vanished: int, held: int) -> str | None:
    if vanished > held / 2 or vanished > max(FLOOR, held * DROP):
        return (
            f"{vanished} von {held} Ausschreibungen dieser Quelle fehlen auf einmal. "
            "Bitte prüfen, ob sie wirklich weg sind; bis dahin bleibt alles, wie es ist."
        )
    return None


def _doubt_silence(diff: Diff) -> str | None:
    """Doubt that so many openings lost their words: their pages have another markup rather."""
    silent = sum(map(_fell_silent, diff.changed))
    if silent > max(FLOOR, diff.held * DROP):
        return (
            f"{silent} von {diff.held} Ausschreibungen dieser Quelle sagen auf einmal viel weniger "
            "als bisher. Vermutlich sind ihre Seiten anders aufgebaut; bis jemand nachsieht, "
            "bleibt alles, wie es ist."
        )
    return None


def _fell_silent(change: Change) -> bool:
    """Say whether a notice states much less than before, or nothing any more of the main things."""
    if change.before is None or change.after is None:
        return False
    said = stated(change.before.fields)
    lost = said - stated(change.after.fields)
    return len(lost) > len(said) * DROP or not lost.isdisjoint(MAIN)


def _doubt_yield(harvest: Harvest, good_yields: Sequence[int]) -> str | None:
    past = good_yields[:HISTORY]
    if len(past) < ENOUGH_HISTORY:
        return None
    usual, seen = median(past), len(harvest.notices) + len(harvest.unreadable)
    if seen < usual * (1 - DROP):
        return (
            f"Nur {seen} Ausschreibungen gelesen, üblich sind {usual:g}. "
            "Bitte die Seite der Quelle ansehen; bis dahin bleibt alles, wie es ist."
        )
    return None
