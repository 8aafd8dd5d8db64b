"""Sentences: a plain text taken apart, each sentence with the heading that it stands under."""

import re
from typing import NamedTuple

from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import fold

LONGEST = 600
MOST = 2_000

_BULLET = re.compile(r"^(?:[•‣▪▫●○◦·✓✔►➤*–—-]|\d{1,2}[.)](?=\s\D))\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:z|d|u|o|i|s|a|v)\.? ?\w|\b(?:ca|art|abs|nr|mind|min|max|bzw|inkl|ggf|evtl|kl|dr|prof"
    r"|str|tel|usw|etc|vgl|lt|gem|sog|vorauss|exkl|zzgl|bspw|abschn|satz|ziff|std|jhrl|mtl)"
    r"|\d|\b[a-zA-Z])\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12
_END = re.compile(r"[.!?…]+[)“\"]?\s+(?=[A-ZÄÖÜ0-9„\"(§])")


class Sentence(NamedTuple):
    """One sentence or list item; *folded* is for comparison, *heading* is folded too."""

    text: str
    folded: str
    heading: str = ""


class _Line(NamedTuple):
    """A line: whether it is a list item, how it folds if it is a heading, and its sentences."""

    is_item: bool
    heading: str | None
    parts: tuple[tuple[str, str], ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of *text*; list items are sentences of their own.

    >>> [each.text for each in sentences("Du hast das 18. Lebensjahr vollendet. Du bist fit!")]
    ['Du hast das 18. Lebensjahr vollendet.', 'Du bist fit!']
    """
    found: list[Sentence] = []
    heading, is_in_list = "", False
    for line in map(_read_line, filter(str.strip, text.split("\n"))):
        if not line.is_item:
            is_over = line.heading is None and is_in_list
            heading = "" if is_over else heading if line.heading is None else line.heading
        is_in_list = line.is_item
        found += [Sentence(part, folded, heading) for part, folded in line.parts]
    return tuple(found[:MOST])


def _is_heading(line: str) -> bool:
    line = line.strip()
    return line.endswith(":") or (0 < len(line) <= 60 and line[-1] not in ".!?,;")  # noqa: PLR2004


@remembering
def _read_line(line: str) -> _Line:
    bullet = _BULLET.match(line)
    heading = fold(line) if bullet is None and _is_heading(line) else None
    parts = [clip(part, LONGEST) for part in _split(line[bullet.end() :] if bullet else line)]
    return _Line(bullet is not None, heading, tuple((part, fold(part)) for part in parts))


def _split(line: str) -> list[str]:
    parts, start = [], 0
    for end in _END.finditer(line):
        tail = line[max(start, end.start() - _LONGEST_ABBREVIATION) : end.start() + 1]
        if not _ABBREVIATION.search(tail):
            parts.append(line[start : end.end()].strip())
            start = end.end()
    return [part for part in (*parts, line[start:].strip()) if part]
