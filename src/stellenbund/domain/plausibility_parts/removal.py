"""Removal: whether more openings vanish at once than a city would take off its page."""

from stellenbund.domain.diff import Diff
from stellenbund.domain.plausibility_parts.bounds import DROP, FLOOR


def doubt_removal(diff: Diff) -> str | None:
    """Doubt that more than half of what we hold is gone at once, or 30 % and more than three.

    A list that came back with a hundredth of its rows once took 872 live openings with it.
    """
    vanished, held = len(diff.vanished), diff.held
    if vanished > held / 2 or vanished > max(FLOOR, held * DROP):
        return (
            f"{vanished} von {held} Ausschreibungen dieser Quelle fehlen auf einmal. "
            "Bitte prüfen, ob sie wirklich weg sind."
        )
    return None
