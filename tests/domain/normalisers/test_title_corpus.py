"""The labelled corpus of titles: precision and recall stay where they are promised."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from stellenbund.domain.normalisers.kinds import KindReading, read_kind
from stellenbund.domain.normalisers.profession_parts.entries import PROFESSIONS
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import Kind

CORPUS = Path(__file__).parents[3] / "bench" / "corpus" / "titles.tsv"
NONE = "none"


def _rows() -> Iterator[Mapping[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _reading(row: Mapping[str, str]) -> KindReading:
    return read_kind(
        read_title(row["title"]),
        scope=Scope(row["scope"]),
        section=row["section"] or None,
        kind_text=None,
        text=row["text"] or None,
        match=match_profession(row["title"], None, row["text"]),
    )


def _kind(row: Mapping[str, str]) -> str:
    return _reading(row).kind or NONE


def _profession(row: Mapping[str, str]) -> str:
    match = match_profession(row["title"], None, row["text"])
    return match.slug if match and _reading(row).keeps_profession else NONE


def _quality(pairs: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Return precision and recall of (found, expected) pairs; ``none`` is no find."""
    pairs = list(pairs)
    right = sum(found == expected != NONE for found, expected in pairs)
    found = sum(found != NONE for found, _ in pairs)
    expected = sum(expected != NONE for _, expected in pairs)
    return right / found, right / expected


def test_the_corpus_is_large_and_speaks_our_words() -> None:
    rows = list(_rows())
    assert len(rows) >= 400
    assert len({tuple(row.values())[:4] for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} == {*Kind, NONE}
    assert {row["profession"] for row in rows} <= {*PROFESSIONS, NONE}


def test_kinds_are_found_as_promised() -> None:
    precision, recall = _quality((_kind(row), row["kind"]) for row in _rows())
    assert precision >= 0.97
    assert recall >= 0.97


def test_professions_are_found_as_promised() -> None:
    precision, recall = _quality((_profession(row), row["profession"]) for row in _rows())
    assert precision >= 0.95
    assert recall >= 0.95


def test_titles_are_cleaned_as_expected() -> None:
    rows = [row for row in _rows() if row["clean"]]
    wrong = {row["title"] for row in rows if read_title(row["title"]).title != row["clean"]}
    assert len(rows) > 100
    assert len(wrong) <= len(rows) * 0.02
