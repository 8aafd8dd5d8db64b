"""Canonical markup: HTML so plain that cleaning it once more would change nothing."""

import re

_LETTERS = (
    r"[ !-%'-;=?-\[\]-~\u00a1-\u00ac\u00ae-\u02af\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*"
)
_TEXT = rf"{_LETTERS}(?:&amp; {_LETTERS})*"
_ADDRESS = r"(?:https?://[a-z0-9.-]+/[\w./~%-]*|mailto:[\w.+-]+@[\w.-]+|tel:\+?[\d/().-]+)"
_LINK = rf'<a href="{_ADDRESS}" rel="noopener noreferrer">{_TEXT}</a>'
_STRESSED = (f"<{tag}>{_TEXT}</{tag}>" for tag in ("strong", "em", "b", "i"))
_WITHIN = "|".join(("<br>", *_STRESSED, _LINK))
_LINES = rf"{_TEXT}(?:(?:{_WITHIN}){_TEXT})*"
_ITEMS = rf" ?(?:<li>{_LINES}</li> ?)+"
_BLOCKS = (
    *(f"<{tag}>{_LINES}</{tag}>" for tag in ("p", "h2", "h3", "h4")),
    *(f"<{tag}>{_ITEMS}</{tag}>" for tag in ("ul", "ol")),
)
_CANONICAL = re.compile(rf"(?: ?(?:{'|'.join(_BLOCKS)}))+", re.ASCII)
_HOLLOW = re.compile(r"<(?:p|li|h[234])>(?: |<br>)*</")


def is_canonical(html: str) -> bool:
    """Say whether *html*, cleaned once, is blocks of text, breaks and links, tidily written.

    The address of a link must be as cleaning leaves it. An entity or a list within a list makes
    *html* none, harmless as they may be.

    >>> is_canonical("<p>Du &amp; wir</p><ul><li>30 Tage <b>Urlaub</b></li></ul>")
    True
    >>> is_canonical("<p>Du &lt;b&gt;</p>"), is_canonical("<p><p>Du</p></p>")
    (False, False)
    """
    if html.startswith(" ") or "  " in html:
        return False
    return _CANONICAL.fullmatch(html) is not None and _HOLLOW.search(html) is None


def is_untouched(html: str) -> bool:
    """Say whether *html*, though never cleaned, is such that cleaning would change nothing.

    Links never are: what they lead to must be looked at.

    >>> is_untouched("<p>Du &amp; wir</p>"), is_untouched('<p><a href="/">Du</a></p>')
    (True, False)
    """
    return "<a" not in html and is_canonical(html)
