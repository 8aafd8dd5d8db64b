"""Doubting that a field is stated by far fewer openings than usual."""

import pytest

from stellenbund.domain.notice import Notice
from stellenbund.domain.plausibility_parts.gaps import doubt_gaps
from tests.builders import notice
from tests.domain.pasts import good_run


def notices(stating: int, of: int) -> list[Notice]:
    return [notice(str(number), positions=2 if number < stating else None) for number in range(of)]


def doubts(stating: int, of: int, *past: float) -> list[str]:
    runs = [good_run(completeness={"positions": share}) for share in past]
    return list(doubt_gaps(notices(stating, of), runs))


@pytest.mark.parametrize(
    ("stating", "of", "past", "is_doubted"),
    [
        (10, 10, (1.0, 1.0, 1.0), False),
        (0, 10, (), False),
        (0, 10, (1.0, 1.0), False),
        (0, 10, (1.0, 1.0, 1.0), True),
        (0, 3, (1.0, 1.0, 1.0), False),
        (0, 4, (1.0, 1.0, 1.0), True),
        (70, 100, (1.0, 1.0, 1.0), False),
        (69, 100, (1.0, 1.0, 1.0), True),
        (0, 8, (0.375, 0.375, 0.375), False),
        (0, 9, (0.375, 0.375, 0.375), True),
        (0, 100, (0.3, 0.3, 0.3), False),
        (0, 10, (0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0), False),
        (10, 10, (0.0, 0.0, 0.0), False),
        (0, 0, (1.0, 1.0, 1.0), False),
    ],
)
def test_a_field_that_falls_silent_across_a_source_is_doubted(
    stating: int, of: int, past: tuple[float, ...], *, is_doubted: bool
) -> None:
    assert bool(doubts(stating, of, *past)) is is_doubted


def test_the_sentence_names_the_field_both_shares_and_what_to_do() -> None:
    (told,) = doubts(1, 10, 0.9, 0.95, 1.0)
    assert told == (
        "Nur noch 10 % der 10 Ausschreibungen haben eine Angabe zu „Zahl der Plätze“, üblich sind "
        "95 %. Bitte prüfen, ob sie auf den Seiten noch steht und noch ebenso heißt."
    )


def test_each_field_is_told_for_itself() -> None:
    past = [good_run(completeness={"tasks": 1.0, "pay": 0.0, "contact": 1.0})] * 3
    told = list(doubt_gaps(notices(0, 10), past))
    assert ["„Aufgaben“" in each for each in told] == [True, False]
    assert "„Kontakt“" in told[1]


def test_runs_without_any_notice_say_nothing() -> None:
    runs = [good_run(), *(good_run(completeness={"positions": 1.0}) for _ in range(3))]
    assert len(list(doubt_gaps(notices(0, 10), runs))) == 1
    assert list(doubt_gaps(notices(0, 10), [good_run(), *runs[1:3]])) == []
