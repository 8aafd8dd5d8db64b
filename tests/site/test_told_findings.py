"""Told findings: what is the same of many rows is said once, with the rows."""

from stellenbund.domain.finding import Severity
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.site.told_findings import told_findings


def found(row: int | None, message: str = "Hier steht ein Name.") -> RowFinding:
    return RowFinding(severity=Severity.HINT, rule="contact.person", message=message, row=row)


def test_the_same_about_several_rows_is_said_once() -> None:
    told = told_findings([found(None, "Umlaute."), found(2), found(3, "Anderes."), found(4)])
    assert [(each.where, each.message) for each in told] == [
        ("ganze Datei", "Umlaute."),
        ("2, 4", "Hier steht ein Name."),
        ("3", "Anderes."),
    ]


def test_of_very_many_rows_the_first_are_named() -> None:
    (told,) = told_findings(found(row) for row in range(2, 22))
    assert told.where == "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 und 8 weitere"
