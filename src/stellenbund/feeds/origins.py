"""Origins: in which column of a feed stands what a normaliser found something about."""

from stellenbund.domain.finding import Finding, clip
from stellenbund.feeds.columns import Key
from stellenbund.feeds.feed import Feed

_KEYS = {
    "reference": (Key.REFERENCE,),
    "title": (Key.TITLE, Key.PROFESSION),
    "kind": (Key.KIND, Key.TITLE, Key.PROFESSION),
    "start": (Key.START,),
    "deadline": (Key.DEADLINE,),
    "opens": (Key.OPENS,),
    "posted": (Key.POSTED,),
    "duration": (Key.DURATION,),
    "positions": (Key.POSITIONS,),
    "certificate": (Key.CERTIFICATE, Key.PROFILE, Key.REQUIREMENTS, Key.DESCRIPTION),
    "pay": (Key.PAY, Key.PAY_1, Key.PAY_2, Key.PAY_3, Key.PAY_4),
    "weekly_hours": (Key.WEEKLY_HOURS, Key.WORKING_TIME),
    "description": (Key.DESCRIPTION,),
    "tasks": (Key.TASKS,),
    "profile": (Key.PROFILE,),
    "requirements": (Key.REQUIREMENTS,),
    "benefits": (Key.BENEFITS,),
    "url": (Key.URL,),
    "apply_url": (Key.APPLY_URL, Key.EMAIL),
    "contact": (Key.EMAIL, Key.OFFICE, Key.PHONE),
    "language": (Key.LANGUAGE,),
    "places": (Key.PLACE, Key.POSTCODE, Key.STREET, Key.AGS),
    "places.postcode": (Key.POSTCODE, Key.PLACE),
    "places.coordinates": (Key.LATITUDE, Key.LONGITUDE),
    "places.coordinates_swapped": (Key.LATITUDE, Key.LONGITUDE),
}
"""By the place that a finding names, or where a rule is more exact, by its rule."""


_PAY = _KEYS["pay"]


def value_of(found: Finding, feed: Feed, row: int) -> str | None:
    """Return the value that *found* is about as it stands in *row*; pay is put together first."""
    if found.place != "pay" or found.value is None:
        return found.value
    cells = feed.table.rows[row - 1]
    places = [each.position for each in feed.headings if each.key in _PAY]
    texts = [cells[place] for place in places if place < len(cells) and cells[place]]
    return clip(" | ".join(texts)) or found.value


def column_of(found: Finding, feed: Feed) -> str | None:
    """Return the name, as in the file, of the column that *found* is about."""
    keys = _KEYS.get(found.rule) or _KEYS.get(found.place or "", ())
    return feed.column_of(*keys)
