"""The template reads as it was made: its examples are openings without a finding."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from stellenbund.domain.city import City
from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.source import Scope
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import COLUMNS, OFFERED
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.report import report_on
from stellenbund.feeds.template import template_csv, template_xlsx
from stellenbund.feeds.untouched import SOMEWHERE

DAYS = (date(2026, 1, 1), date(2026, 11, 25), date(2027, 12, 31), date(2028, 2, 29))
CITIES = [
    City(slug=f"city-{ags}", name=each.name, ags=ags, website="https://www.example.org")
    for ags, each in MUNICIPALITIES.items()
]
MUSTERSTADT = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://www.example.org"
)


def feed_of(body: bytes) -> Feed:
    return read_feed(body, name="vorlage", choices=Choices())


def with_own_references(feed: Feed) -> Feed:
    """Return the examples as if a city had written its own references over ours."""
    rows = (
        replace(row, record=replace(row.record, reference=f"A {row.number}")) for row in feed.rows
    )
    return replace(feed, rows=tuple(rows))


def rules(body: bytes, city: City, today: date) -> list[str]:
    feed = with_own_references(feed_of(body))
    report = report_on(feed, Context(city=city, scope=Scope.TRAINING, today=today))
    assert report.taken == 3
    return [found.rule for found in report.findings]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_examples_are_openings_without_a_finding_on_any_day(today: date) -> None:
    city = CITIES[0]
    assert rules(template_csv(city, today=today), city, today) == []
    assert rules(template_xlsx(city, today=today), city, today) == []


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.name)
def test_the_examples_are_openings_without_a_finding_in_every_city(city: City) -> None:
    assert rules(template_csv(city, today=DAYS[0]), city, DAYS[0]) == []


def test_a_city_that_nobody_knows_gets_a_template_too() -> None:
    found = rules(template_csv(MUSTERSTADT, today=DAYS[0]), MUSTERSTADT, DAYS[0])
    assert set(found) <= {"places.unknown"}


@pytest.mark.parametrize("make", [template_csv, template_xlsx])
def test_untouched_examples_are_named_and_left_out(make: Callable[..., bytes]) -> None:
    city, today = CITIES[0], DAYS[1]
    for of, day in ((city, today), (SOMEWHERE, today), (city, date(2025, 12, 31))):
        report = report_on(
            feed_of(make(of, today=day)), Context(city=city, scope=Scope.TRAINING, today=today)
        )
        assert (report.taken, report.left_out) == (0, 3)
        assert [found.row for found in report.findings if found.rule == "row.example"] == [2, 3, 4]


def test_both_templates_hold_the_same_rows() -> None:
    city, today = CITIES[0], DAYS[1]
    as_text, as_book = template_csv(city, today=today), template_xlsx(city, today=today)
    assert feed_of(as_text).table.rows == feed_of(as_book).table.rows


def test_every_column_that_hr_fills_stands_in_the_template_by_its_own_name() -> None:
    feed = feed_of(template_csv(CITIES[0], today=DAYS[1]))
    assert [(each.name, each.key) for each in feed.headings] == [
        (column.header, column.key) for column in OFFERED
    ]


def test_excel_offers_the_words_to_choose_from() -> None:
    book = openpyxl.load_workbook(BytesIO(template_xlsx(CITIES[0], today=DAYS[1])))
    openings, explained, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    offered = {}
    for each in openings.data_validations.dataValidation:
        if each.type == "list":
            cells = lists[each.formula1.removeprefix("Listen!")]
            offered[each.promptTitle] = [cell.value for (cell,) in cells]
    assert offered == {column.header: list(column.choices) for column in OFFERED if column.choices}
    rows = list(explained.iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [(each.header, each.meaning) for each in OFFERED]


def test_all_cells_are_texts_so_that_excel_keeps_zeros_and_days() -> None:
    book = openpyxl.load_workbook(BytesIO(template_xlsx(CITIES[0], today=DAYS[1])))
    sheet = book.worksheets[0]
    formats = {cell.number_format for row in sheet.iter_rows() for cell in row if cell.value}
    assert formats == {"@"}
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.column_dimensions["A"].max == len(OFFERED)


def test_the_table_of_columns_explains_each_of_them() -> None:
    assert all(column.meaning.endswith(".") for column in COLUMNS.values())
