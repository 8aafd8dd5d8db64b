"""Sightings: where the names of professions stand in a text, and which of them count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stellenbund.domain.normalisers.profession_parts.entries import NAMES, PROFESSIONS, Name
from stellenbund.domain.vocabulary import Kind

_LONGEST_NAME = 8
_LONGEST_GAP = 6
_COMBINING = frozenset({"mit", "inkl", "inklusive", "kia", "kooperativ", "integriert"})


class Sighting(NamedTuple):
    """A name, and from which word to which (exclusively) it stands."""

    start: int
    end: int
    name: Name


def _by_first_part() -> Mapping[str, Sequence[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for name in NAMES:
        names[name.parts[0]].append(name)
    return dict(names)


_NAMES = _by_first_part()
_BEGINNINGS = frozenset(part[:end] for part in _NAMES for end in range(1, len(part) + 1))


def sightings(words: Sequence[str]) -> Sequence[Sighting]:
    """Return every name in *words* that is no part of a longer one."""
    whole: list[Sighting] = []
    for each in sorted(all_sightings(words), key=lambda each: (each.start, -each.end)):
        last = whole[-1] if whole else None
        if last is None or each.end > last.end or each[:2] == last[:2]:
            whole.append(each)
    return whole


def all_sightings(words: Sequence[str]) -> Iterator[Sighting]:
    """Yield every name that stands in *words*, its parts in order and near each other."""
    for start, end, names in _first_parts(words):
        for name in names:
            last = _end_of(name.parts[1:], words, end)
            if last is not None:
                yield Sighting(start, last, name)


def family(words: Sequence[str]) -> frozenset[str]:
    """Return all professions whose name begins as *words* do somewhere: what Gärtner may mean."""
    return frozenset(name.slug for _, _, names in _first_parts(words) for name in names)


def surest(found: Sequence[Sighting], words: Sequence[str]) -> Sequence[Sighting]:
    """Return the names in full if there are any; a degree "mit" an apprenticeship is a degree."""
    sure = [each for each in found if not each.name.is_weak] or found
    studies = [each for each in sure if PROFESSIONS[each.name.slug].kind is Kind.DUAL_STUDY]
    return studies if studies and _COMBINING.intersection(words) else sure


def _first_parts(words: Sequence[str]) -> Iterator[tuple[int, int, Sequence[Name]]]:
    """Yield where neighbouring words, written as one, are the first part of names."""
    for start in range(len(words)):
        glued = ""
        for end, word in enumerate(words[start : start + _LONGEST_NAME], start + 1):
            glued += word
            if glued not in _BEGINNINGS:
                break
            if glued in _NAMES:
                yield start, end, _NAMES[glued]


def _windows(words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Yield neighbouring words written as one, those that begin from *first* up to *last*."""
    for start in range(first, min(last, len(words))):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            yield start, end, "".join(words[start:end])


def _end_of(parts: Sequence[str], words: Sequence[str], start: int) -> int | None:
    for part in parts:
        near = _windows(words, start, start + _LONGEST_GAP + 1)
        end = next((end for _, end, glued in near if glued == part), None)
        if end is None:
            return None
        start = end
    return start
