"""Doubting that descriptions are far shorter or longer than usual."""

import pytest

from stellenbund.domain.plausibility_parts.lengths import doubt_lengths
from stellenbund.domain.survey import Survey
from tests.domain.pasts import good_run


def told(length: int | None, *past: int | None, records: int = 4) -> str | None:
    runs = [good_run(survey=Survey(records=9, text_length=each)) for each in past]
    return doubt_lengths(Survey(records=records, text_length=length), runs)


@pytest.mark.parametrize(
    ("length", "past", "is_doubted"),
    [
        (1000, (1000, 1000, 1000), False),
        (500, (1000, 1000, 1000), False),
        (499, (1000, 1000, 1000), True),
        (3000, (1000, 1000, 1000), False),
        (3001, (1000, 1000, 1000), True),
        (1, (1000, 1000), False),
        (1, (1000, None, 1000), False),
        (1, (1000, None, 1000, 1000), True),
        (1, (1, 1, 1, 1000, 1000, 1000, 1000), False),
        (None, (1000, 1000, 1000), False),
    ],
)
def test_texts_that_collapse_or_swell_are_doubted(
    length: int | None, past: tuple[int | None, ...], *, is_doubted: bool
) -> None:
    assert (told(length, *past) is not None) is is_doubted


def test_three_openings_prove_nothing() -> None:
    assert told(1, 1000, 1000, 1000, records=3) is None


def test_runs_from_before_there_were_surveys_say_nothing() -> None:
    runs = [good_run()] * 3
    assert doubt_lengths(Survey(records=9, text_length=1), runs) is None


def test_the_sentence_names_both_lengths_and_what_to_do() -> None:
    assert told(40, 1000, 1001, records=25) is None
    assert told(40, 1000, 1200, 1100, 1151, records=25) == (
        "Die Beschreibungen der 25 Ausschreibungen sind im Mittel 40 Zeichen lang, üblich sind "
        "1126. Bitte prüfen, ob sie abgeschnitten sind oder etwas von der Seite ringsum enthalten."
    )
