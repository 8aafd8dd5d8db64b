"""Silence: whether many openings lost their words, because their pages have another markup."""

from stellenbund.domain.diff import Change, Diff
from stellenbund.domain.merge import stated
from stellenbund.domain.plausibility_parts.bounds import DROP, FLOOR

MAIN = frozenset({"description_text", "start_kind"})
"""What openings do not all stop to say at once: what one does there, and when it begins."""


def doubt_silence(diff: Diff) -> str | None:
    """Doubt that so many openings still stand there but say much less than before."""
    silent = sum(map(_fell_silent, diff.changes))
    if silent > max(FLOOR, diff.held * DROP):
        return (
            f"{silent} von {diff.held} Ausschreibungen dieser Quelle sagen auf einmal viel weniger "
            "als bisher. Vermutlich sind ihre Seiten anders aufgebaut; bitte die Seiten ansehen."
        )
    return None


def _fell_silent(change: Change) -> bool:
    """Say whether a notice states much less than before, or nothing any more of the main things."""
    if change.before is None or change.after is None:
        return False
    said = stated(change.before.fields)
    lost = said - stated(change.after.fields)
    return len(lost) > len(said) * DROP or not lost.isdisjoint(MAIN)
