"""Words: the one form in which texts and questions meet, whatever the spelling or the gender."""

import re
from functools import lru_cache

from stellenbund.domain.normalisers.profession_parts.name_words import name_words

LONGEST = 40
"""Letters of a word that count; the longest profession has 38."""

_APOSTROPHE = re.compile(r"(?<=[Ѐ-ӿ])['’ʼ‘`](?=[Ѐ-ӿ])|(?<=[a-z])['’]s\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])\d{2,5}(?![\w]|[.,]\d)")
_SPELLINGS = re.compile(r"ae|oe|ue|ı|ł|đ|ة|ى|ی|ک|ـ")
_PLAIN = {
    "ae": "a",
    "oe": "o",
    "ue": "u",
    "ı": "i",
    "ł": "l",
    "đ": "d",
    "ة": "ه",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ـ": "",
}
_TWICE = re.compile(r"([^\W\d_aeiou])\1+")
_ARTICLE = "ال"
_WITH_ARTICLE = 5
"""From how many letters on an Arabic word can begin with the article."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of *text*, each in the one form that questions and texts share.

    >>> words_of("Straßenwärterin (m/w/d)") == words_of("Strassenwarter")
    True
    >>> words_of("Kaufleute für Büromanagement 2027")
    ('kaufman', 'buromanagement', '2027')
    """
    plain = _APOSTROPHE.sub("", text)
    return (*(key(word) for word in name_words(plain)), *_NUMBER.findall(plain))


@lru_cache(maxsize=16_384)
def key(word: str) -> str:
    """Return a folded word without what people leave out or confuse: umlauts, double letters.

    >>> key("gaertner"), key("schwimmmeister"), key("المكتبة") == key("مكتبه")
    ('gartner', 'schwimeister', True)
    """
    plain = _SPELLINGS.sub(lambda found: _PLAIN[found[0]], word[:LONGEST])
    if plain.startswith(_ARTICLE) and len(plain) >= _WITH_ARTICLE:
        plain = plain.removeprefix(_ARTICLE)
    return _TWICE.sub(r"\1", plain)


def glued(words: tuple[str, ...]) -> str:
    """Return *words* as one, so that "Büro Management" is Büromanagement."""
    return "".join(words)
