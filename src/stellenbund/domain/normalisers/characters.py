"""Characters: which of them a text may hold, and how escaped ones are read."""

import re
import unicodedata
from html import unescape

DEEPEST = 8
"""How often a text may be escaped; nobody does it more often but to hide something."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # controls, soft hyphen
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"  # format characters
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\ud800-\udfff"  # lone surrogates
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U0010ffff"  # private, no characters
    "]"
)
_ESCAPED_AMPERSAND = re.compile(r"&(?:(?:amp|#0*38|#[xX]0*26);)+", re.IGNORECASE)
_WRITTEN_BREAK = re.compile(r"\\r\\n|\\[rn]")
_WRITTEN_SLASH = re.compile(r"<\\+/")


_AS_IT_IS = re.compile(
    r"[\t\n\x20-\x7e\xa1-\xac\xae-\u02af\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*"
)
"""The characters of most texts and of their markup: none is stripped, none combines."""

_PLAIN = re.compile(
    r"[\n\x20-\x25\x27-\x3b\x3d-\x5b\x5d-\x7e\xa1-\xac\xae-\u02af"
    r"\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*"
)
"""Printable characters but ``&``, ``<`` and the backslash, dashes, quotes, bullets and the euro."""


def needs_cleaning(text: str) -> bool:
    """Say whether *text* may hold anything but characters that stay as they are.

    Those are printable ones that open no entity, tag or escape, and that combine with no other.

    >>> needs_cleaning("Gärtner/in (m/w/d) – 1.368,26 €"), needs_cleaning("Koch &amp; Köchin")
    (False, True)
    """
    return _PLAIN.fullmatch(text) is None


def stripped(text: str) -> str:
    r"""Return *text* without control, format and private characters, composed (NFC).

    Line breaks of every kind become ``\n``, blanks of every width a space.

    >>> stripped("Verwaltungs\u00adfach\u200bangestellte\u00a0(m/w/d)\r\n")
    'Verwaltungsfachangestellte (m/w/d)\n'
    """
    if _AS_IT_IS.fullmatch(text):
        return text
    text = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _ODD.sub("", text))


def decoded(text: str) -> str:
    """Return *text* with its entities read, however often they were escaped.

    >>> decoded("Gel&auml;nder &amp;amp; B&#246;gen")
    'Geländer & Bögen'
    """
    for _ in range(DEEPEST):
        once = unescape(_ESCAPED_AMPERSAND.sub("&", text))
        if once == text:
            return text
        text = once
    return text.replace("&", "")


def unwritten(text: str) -> str:
    r"""Return *text* with ``\n`` and ``<\/`` that were written out by a careless exporter read.

    >>> unwritten("Aufgaben:\\nBeratung<\\/p>")
    'Aufgaben:\nBeratung</p>'
    """
    if "\\" not in text:
        return text
    return _WRITTEN_SLASH.sub("</", _WRITTEN_BREAK.sub("\n", text).replace("\\t", " "))
