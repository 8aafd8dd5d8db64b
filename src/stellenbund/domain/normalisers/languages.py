"""Languages: the tag of the language in which a source writes."""

import re

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.texts import fold

_TAG = re.compile(r"([a-z]{2,3})((?:[-_][a-z0-9]{2,8}){0,3})")
_NAMES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}


def read_language(text: str) -> str:
    """Return the BCP 47 tag.

    >>> read_language("de_DE"), read_language("Deutsch")
    ('de-DE', 'de')

    Raises:
        UnreadableTextError: rule ``language.unreadable``.
    """
    folded = fold(text[:100])
    if folded in _NAMES:
        return _NAMES[folded]
    tag = _TAG.fullmatch(folded)
    if tag is None:
        message = "Diese Angabe zur Sprache kennen wir nicht."
        raise UnreadableTextError(clip(text), "language.unreadable", message)
    return tag[1] + tag[2].replace("_", "-").upper()
