"""PDF markup: lines of a PDF as the headings, paragraphs and lists that they were before."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from stellenbund.scraping.labels import fold
from stellenbund.scraping.readers.german_words import HEADINGS, LABELS

_BULLET = re.compile(r"[•▪●◦‣·■□➢►✓\uf000-\uf0ff*–-]\s*(?=\S)")
_KNOWN = tuple(name.casefold() for names in HEADINGS.values() for name in names)
_HEADING = re.compile(
    r"(?:Deine?|Ihre?|Unsere?|Das|Wir|Was|Wie|So|Fragen|Noch\sFragen|Kontakt|Bewerbung|Interesse"
    r"|(?:Einstellungs)?[Vv]oraussetzungen|Anforderungen|Ausbildungs(?:inhalte|verlauf|orte?))\b"
    r"[^.:]{0,40}[?!:]?"
)
_NAMES = frozenset(fold(name) for names in LABELS.values() for name in names)
_LONG_LABELS = 8
_LABEL = re.compile(
    "|".join(
        rf"(?P<{field}>(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))}))"
        for field, names in LABELS.items()
    )
)
_FULL = 0.9
"""Of the longest line; one that is as long and ends with no full stop goes on in the next."""

_LONGEST_HEADING = 60
_BROKEN_WORD = re.compile(r"[a-zäöüß]-")
_OPEN_END = re.compile(
    r"(?:[,/]|\b\d{5}|\b(?:und|oder|der|die|das|des|für|mit|von|in|im|am|bis|zum|zur))$"
)
_JOINS = re.compile(r"(?:und|oder|bzw|sowie)\b")


def markup_of(title: str, lines: Iterable[str]) -> str:
    """Return *title* and *lines* as HTML.

    >>> markup_of("Koch", ["Bewerbungsfrist 31.01.2027", "Wir bieten", "• Kost"])
    '<h1>Koch</h1><p>Bewerbungsfrist: 31.01.2027</p><h2>Wir bieten</h2><ul><li>Kost</li></ul>'
    """
    known = list(_whole_labels(lines))
    full = _FULL * max(map(len, known), default=0)
    pieces: list[tuple[str, str]] = []
    last = ""
    for line in known:
        name, text = _piece(line)
        is_text = pieces and name == "p" and pieces[-1][0] in {"p", "li"}
        if is_text and _goes_on(last, text, full):
            pieces[-1] = (pieces[-1][0], _joined(pieces[-1][1], text))
        else:
            pieces.append((name, text))
        last = line
    written = "".join(f"<{name}>{escape(text, quote=False)}</{name}>" for name, text in pieces)
    listed = re.sub(r"((?:<li>[^<]*</li>)+)", r"<ul>\1</ul>", written)
    return f"<h1>{escape(title, quote=False)}</h1>{listed}"


def _whole_labels(lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines*, with a label on one line that a narrow column has broken in two."""
    before = ""
    for line in lines:
        if before and fold(f"{before} {line}") in _NAMES:
            before = f"{before} {line}"
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _piece(line: str) -> tuple[str, str]:
    """Return what *line* is, as the name of an element, and its text."""
    bullet = _BULLET.match(line)
    if bullet:
        return "li", line[bullet.end() :]
    row = _labelled(line)
    if row is not None:
        return "p", row
    is_known = line.casefold().startswith(_KNOWN) and len(line) <= _LONGEST_HEADING
    return ("h2" if is_known or _HEADING.fullmatch(line) else "p"), line


def _labelled(line: str) -> str | None:
    """Return a row of a table, "Dauer 3 Jahre", as a label with its value; else ``None``."""
    found = _LABEL.match(line)
    if found is None:
        return None
    label, rest = found[0], line[found.end() :]
    if not rest.startswith(" ") or not rest.strip(" :"):
        return line if rest.lstrip().startswith(":") or not rest else None
    value = rest.strip(" :")
    is_value = value[0].isdecimal() or (len(label) >= _LONG_LABELS and value[0].isupper())
    return f"{label}: {value}" if is_value else None


def _goes_on(last: str, text: str, full: float) -> bool:
    """Say whether *text* is the rest of what the line *last* began."""
    if _labelled(text) is not None or fold(last) in _NAMES:
        return False
    is_full = len(last) >= full and not last.endswith((".", "!", "?", ":"))
    is_open = _BROKEN_WORD.fullmatch(last[-2:]) or _OPEN_END.search(last)
    return is_full or bool(is_open) or text[:1].islower()


def _joined(before: str, text: str) -> str:
    """Return both in one, with a word made whole that was broken at the end of the line."""
    is_broken = _BROKEN_WORD.fullmatch(before[-2:]) and text[:1].islower()
    if is_broken and not _JOINS.match(text):
        return f"{before[:-1]}{text}"
    return f"{before} {text}"
