"""Readings: the fields of a record in which a text may stand that nobody can read."""

from functools import partial

from stellenbund.domain.plausibility_parts.gaps import WORDS
from stellenbund.domain.plausibility_parts.oddity import SHIFTED, Oddity, says
from stellenbund.domain.plausibility_parts.testimony import Testimony

UNREAD = {
    "start": "start_kind",
    "deadline": "deadline_kind",
    "opens": "opens_on",
    "posted": "posted_on",
    "duration": "duration_months",
    "pay": "pay",
    "certificate": "certificate",
    "positions": "positions",
    "weekly_hours": "weekly_hours",
    "url": "source_url",
    "apply_url": "apply_url",
}
"""Fields of a raw record that are read on their own, and what an opening calls them."""


def _unread(place: str, testimony: Testimony) -> str | None:
    return testimony.unread.get(place)


READINGS = tuple(
    Oddity(
        name=f"{place}.unread",
        among="Ausschreibungen mit dieser Angabe",
        says=f"haben bei „{WORDS[field]}“ einen Text, der sich nicht lesen lässt",
        advice=SHIFTED,
        can_be_said=partial(says, field),
        example=partial(_unread, place),
    )
    for place, field in UNREAD.items()
)
"""One for each of these fields; what is unread is not shown, so none has a bound."""
