"""What Excel did to a value is undone where that is certain, and told where it is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.feeds.cells import read_cell
from stellenbund.feeds.columns import COLUMNS, Form, Key
from stellenbund.feeds.mended import Mended, mended

LOST = "cell.leading_zero"


@pytest.mark.parametrize(
    ("form", "text", "meant"),
    [
        (Form.POSTCODE, "44787", Mended("44787")),
        (Form.POSTCODE, "44787.0", Mended("44787")),
        (Form.POSTCODE, "1067", Mended("01067", LOST)),
        (Form.POSTCODE, "D-44787", Mended("D-44787")),
        (Form.POSTCODE, "106", Mended("106")),
        (Form.AGS, "5911000", Mended("05911000", LOST)),
        (Form.AGS, "05911000", Mended("05911000")),
        (Form.AGS, "05 9 11 000", Mended("05911000")),
        (Form.AGS, "911000", Mended(None, "cell.ags")),
        (Form.AGS, "5,911E+06", Mended(None, "cell.scientific")),
        (Form.PHONE, "2349100", Mended("02349100", LOST)),
        (Form.PHONE, "0234 910-0", Mended("0234 910-0")),
        (Form.PHONE, "492349100123", Mended("+492349100123", "cell.country_code")),
        (Form.PHONE, "4,92E+11", Mended(None, "cell.scientific")),
        (Form.MONEY, "1368,26", Mended("1.368,26 €")),
        (Form.MONEY, "1368.26", Mended("1.368,26 €")),
        (Form.MONEY, "1418,2", Mended("1.418,20 €")),
        (Form.MONEY, "1418.2", Mended("1.418,20 €")),
        (Form.MONEY, "1.368", Mended("1.368 €")),
        (Form.MONEY, "1.368.26", Mended("1.368.26")),
        (Form.DURATION, "36", Mended("36 Monate", "cell.no_unit")),
        (Form.DURATION, "3,5", Mended("3,5 Jahre", "cell.no_unit")),
        (Form.DURATION, "3,0", Mended("3 Jahre", "cell.no_unit")),
        (Form.DURATION, "8", Mended("8")),
        (Form.DURATION, "3 Jahre", Mended("3 Jahre")),
        (Form.MONEY, "nach TVAöD", Mended("nach TVAöD")),
        (Form.NUMBER, "3,0", Mended("3")),
        (Form.NUMBER, "38,5", Mended("38,5")),
        (Form.DATE, "46631", Mended("01.09.2027", "cell.serial_date")),
        (Form.DATE, "2027", Mended("2027")),
        (Form.DATE, "01.09.2027", Mended("01.09.2027")),
        (Form.DATE, "0", Mended(None)),
        (Form.DATE, "00.01.1900", Mended(None)),
        (Form.REFERENCE, "0017", Mended("0017")),
        (Form.REFERENCE, "1,2E+15", Mended(None, "cell.scientific")),
        (Form.REFERENCE, "Jan 27", Mended("Jan 27", "cell.date_as_reference")),
        (Form.YES_NO, "X", Mended("ja")),
        (Form.YES_NO, "FALSCH", Mended("nein")),
        (Form.YES_NO, "nach Absprache", Mended("nach Absprache")),
        (Form.TEXT, "1367", Mended("1367")),
    ],
)
def test_a_damaged_value_is_mended(form: Form, text: str, meant: Mended) -> None:
    assert mended(text, form) == meant


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), from_1904=st.booleans())
def test_a_count_of_days_is_the_day_that_excel_shows(day: date, *, from_1904: bool) -> None:
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    number = str((day - first) // timedelta(days=1))
    read = mended(number, Form.DATE, counts_from_1904=from_1904)
    if int(number) >= 30_000:
        assert read.text == f"{day:%d.%m.%Y}"


@pytest.mark.parametrize(
    "word", ["NULL", "-", "k. A.", "K.A.", "n/a", "N/A", " – ", "keine Angabe"]
)
def test_words_for_nothing_are_nothing(word: str) -> None:
    assert read_cell(word.strip(), COLUMNS[Key.DEADLINE]) == Mended(None)


@given(text=st.text(max_size=40), key=st.sampled_from([None, *COLUMNS]))
def test_any_text_in_any_column_is_read_or_left_as_it_is(text: str, key: Key | None) -> None:
    column = COLUMNS[key] if key else None
    read = read_cell(text, column)
    assert read.text is None or read.text
