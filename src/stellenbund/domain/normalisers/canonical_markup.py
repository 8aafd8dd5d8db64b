"""Canonical markup: HTML so plain that cleaning it once more would change nothing."""

import re

_LETTERS = (
    r"[ !-%'-;=?-\[\]-~\u00a1-\u00ac\u00ae-\u02af\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*"
)
_TEXT = rf"{_LETTERS}(?:&amp; {_LETTERS})*"
_WITHIN = "|".join(("<br>", *(f"<{tag}>{_TEXT}</{tag}>" for tag in ("strong", "em", "b", "i"))))
_LINES = rf"{_TEXT}(?:(?:{_WITHIN}){_TEXT})*"
_ITEMS = rf" ?(?:<li>{_LINES}</li> ?)+"
_BLOCKS = (
    *(f"<{tag}>{_LINES}</{tag}>" for tag in ("p", "h2", "h3", "h4")),
    *(f"<{tag}>{_ITEMS}</{tag}>" for tag in ("ul", "ol")),
)
_CANONICAL = re.compile(rf"(?: ?(?:{'|'.join(_BLOCKS)}))+")
_HOLLOW = re.compile(r"<(?:p|li|h[234])>(?: |<br>)*</")


def is_canonical(html: str) -> bool:
    """Say whether *html* is blocks side by side, with text and breaks in them, tidily written.

    A link, an entity or a list within a list makes it none, harmless as they may be.

    >>> is_canonical("<p>Du &amp; wir</p><ul><li>30 Tage <b>Urlaub</b></li></ul>")
    True
    >>> is_canonical("<p>Du &lt;b&gt;</p>"), is_canonical("<p><p>Du</p></p>")
    (False, False)
    """
    if html.startswith(" ") or "  " in html:
        return False
    return _CANONICAL.fullmatch(html) is not None and _HOLLOW.search(html) is None
