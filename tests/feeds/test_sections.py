"""Subheadings and sums are no openings, and no opening is taken for one."""

import pytest

from stellenbund.feeds.headings import read_headings
from stellenbund.feeds.sections import Sections
from stellenbund.feeds.table import Cells

HEADINGS = read_headings(["Nr.", "Titel", "Beginn", "Art", "löschen"], width=5, chosen={})
FULL: Cells = ("1", "Ausbildung Koch/Köchin", "01.08.2027")


def rule(
    *cells: str, others: list[Cells] | None = None, banners: tuple[int, ...] = ()
) -> str | None:
    rows = [cells, *([FULL] * 3 if others is None else others)]
    return Sections(HEADINGS, rows, banners).rule(2, cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("Verwaltung",),
        ("Soziales / Gesundheit",),
        ("Stand: 20.11.2026 (Muster, 11-2)",),
        ("Summe", "", "", "", "91"),
        ("", "Gesamt: 91 Plätze"),
        ("", "", "Gewerblich-technisch"),
        ("Gesundheit/Medizin",),
    ],
)
def test_a_text_alone_or_a_sum_is_a_section(cells: Cells) -> None:
    assert rule(*cells) == "row.section"


@pytest.mark.parametrize(
    "cells",
    [
        FULL,
        ("2027-03",),
        ("AZ 11/3",),
        ("", "", "01.08.2027"),
        ("", "", "", "Ausbildung"),
        ("", "", "", "", "ja"),
        ("", "Koch"),
        ("", "Musterbauer/in"),
        ("", "Musterbauer (m/w/d)"),
        ("", "Musterkaufmann/-frau"),
        ("", "Standesbeamter/-beamtin"),
        ("", "Gesamtschullehrer", "01.08.2027"),
    ],
)
def test_what_may_be_an_opening_is_none(cells: Cells) -> None:
    assert rule(*cells) is None


def test_a_title_alone_is_a_section_only_where_as_many_rows_say_more() -> None:
    assert rule("", "Verwaltung") == "row.title_alone"
    assert rule("", "Verwaltung", others=[("", "Technik"), ("", "Soziales")]) is None


def test_a_title_across_the_columns_is_a_section_whatever_it_names() -> None:
    assert rule("", "Koch", banners=(2,)) == "row.section"
    assert rule(*FULL, banners=(2,)) is None


def test_our_own_notes_do_not_make_a_section_an_opening() -> None:
    headings = read_headings(["Titel", "Beginn", "Befunde", "Vorschlag"], width=4, chosen={})
    cells = ("Verwaltung", "", "Warnung: …", "Bitte …")
    sections = Sections(headings, [cells, ("Koch", "2027", "x")], ())
    assert sections.rule(2, cells) == "row.title_alone"
    assert sections.said(cells) == "Verwaltung"
