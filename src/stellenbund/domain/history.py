"""History: an opening together with the steps in its life."""

from stellenbund.domain.opening import Opening, StatusChange


class OpeningWithHistory(Opening):
    """An opening and the steps in its life, oldest first."""

    history: tuple[StatusChange, ...] = ()
