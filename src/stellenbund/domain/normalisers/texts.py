"""Texts: from what a page says to clean lines, plain text, safe HTML and words to compare by."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.canonical_markup import is_canonical, is_untouched
from stellenbund.domain.normalisers.characters import (
    DEEPEST,
    decoded,
    needs_cleaning,
    stripped,
    unwritten,
)
from stellenbund.domain.normalisers.markup import (
    MOST_TAGS,
    has_escaped_tags,
    has_tags,
    marked_up,
    safe_html,
    text_of,
)

LONGEST = 60_000
LONGEST_RAW = 400_000
SHORT = 200
"""Characters up to which a text is remembered once it was read."""
_WORD_AFTER_TAG = re.compile(r"<(?:p|li|strong|b|em|h[1-4]|td)>\s*[^\W_]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_UMLAUTS = (
    *(("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")),
    *(("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RichText:
    """One text as safe HTML and as plain text; *is_shortened* says that it was too long to keep."""

    html: str | None = None
    text: str | None = None
    is_shortened: bool = False


def read_line(text: str | None) -> str | None:
    r"""Return *text* on one line, entities read, odd characters and markup gone; ``None`` if empty.

    >>> read_line("  Stra&szlig;enw&auml;rter\n(m/w/d) ")
    'Straßenwärter (m/w/d)'
    """
    if text is not None and len(text) <= SHORT:
        return _read_short_line(text)
    return _read_line(text)


@lru_cache(maxsize=4_096)
def _read_short_line(text: str) -> str | None:
    """Return a line as it was read before: labels, places and titles repeat from page to page."""
    return _read_line(text)


def _read_line(text: str | None) -> str | None:
    clean = read_text(text)
    return " ".join(clean.split()) if clean else None


def is_blank(text: str | None) -> bool:
    """Say whether nothing is left of *text* once it is read.

    >>> is_blank("<p>&nbsp;</p>"), is_blank("<p>Koch</p>")
    (True, False)
    """
    if not text:
        return True
    if not needs_cleaning(text):
        return text.isspace()
    return _WORD_AFTER_TAG.search(text) is None and read_text(text) is None


def read_text(text: str | None) -> str | None:
    """Return plain text: entities read, markup gone, lines trimmed, one blank line at most."""
    if not text:
        return None
    text = text[:LONGEST_RAW]
    if not needs_cleaning(text):
        return _closed_up(text) or None
    for _ in range(DEEPEST):
        plain = _plain(text)
        if plain == text:
            break
        text = plain
    return text or None


def _plain(text: str) -> str:
    text = unwritten(stripped(decoded(text)))
    if has_tags(text):
        text = _unmarked(text)
    return _trimmed(text)


def _trimmed(text: str) -> str:
    return _closed_up("\n".join(" ".join(line.split()) for line in text.split("\n")))


def _closed_up(text: str) -> str:
    """Return *text*, whose only white space are blanks and breaks, with no more than it needs."""
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.replace(" \n", "\n").replace("\n ", "\n").strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _unmarked(text: str) -> str:
    try:
        return text_of(safe_html(text, base_url=None))
    except UnreadableTextError:
        return text.replace("<", " ")


def read_html(html: str | None, *, base_url: str | None) -> RichText:
    """Return *html*, which may be plain text or escaped HTML, as safe HTML and as plain text.

    Each pass decodes, strips odd characters and sanitises, in this order; passes are repeated
    until nothing would change any more, so that the sanitiser always has the last word.

    >>> read_html("&lt;p&gt;Du &amp;amp; wir&lt;/p&gt;", base_url=None).html
    '<p>Du &amp; wir</p>'

    Raises:
        UnreadableTextError: rules ``text.too_long``, ``text.too_many_tags``, ``text.unsettled``
            (a text built so that each cleaning brings forth another one).
    """
    if not html:
        return RichText()
    if len(html) > LONGEST_RAW:
        message = f"Der Text ist länger als {LONGEST_RAW} Zeichen."
        raise UnreadableTextError(clip(html), "text.too_long", message)
    clean = _settled(html, base_url)
    text = read_text(text_of(clean))
    if text is None:
        return RichText()
    is_shortened = max(len(clean), len(text)) > LONGEST
    return RichText(
        html=clean if len(clean) <= LONGEST else None,
        text=_shortened(text),
        is_shortened=is_shortened,
    )


def _settled(html: str, base_url: str | None) -> str:
    tidy = " ".join(html.split())
    if tidy.count("<") <= MOST_TAGS and is_untouched(tidy) and stripped(html) == html:
        return tidy
    for _ in range(DEEPEST):
        clean = _cleaned(html, base_url)
        if clean == html or is_canonical(clean):
            return clean
        html = clean
    raise UnreadableTextError(clip(html), "text.unsettled", "Der Text lässt sich nicht bereinigen.")


def _cleaned(html: str, base_url: str | None) -> str:
    html = unwritten(stripped(decoded(html) if has_escaped_tags(html) else html))
    if not has_tags(html):
        html = marked_up(decoded(html))
    return safe_html(html, base_url=base_url)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def fold(text: str) -> str:
    """Return *text* for search and comparison: small letters, ä as ae, ß as ss, no accents.

    >>> fold("  Straßenwärter  (M/W/D) in Mülheim, Café")
    'strassenwaerter (m/w/d) in muelheim, cafe'
    """
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


@lru_cache(maxsize=8_192)
def _fold_short(text: str) -> str:
    """Return a short text folded as it was before."""
    return _fold(text)


def _fold(text: str) -> str:
    letters = text if text.isascii() else _in_ascii(text)
    return " ".join(letters.casefold().split())


def _in_ascii(text: str) -> str:
    """Return *text* with other letters only where there are none in ASCII for them."""
    text = unicodedata.normalize("NFC", text)
    for umlaut, letters in _UMLAUTS:
        text = text.replace(umlaut, letters)
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.casefold())
    return plain if plain.isascii() else _NOT_ASCII.sub(_without_accents, plain)


def _without_accents(letters: re.Match[str]) -> str:
    return "".join(letter for letter in letters[0] if not unicodedata.combining(letter))
