"""Doubting that far more records are odd than is usual, or right anywhere."""

import pytest

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility_parts.rises import doubt_rises
from stellenbund.domain.plausibility_parts.surveying import survey
from stellenbund.domain.run import Run
from stellenbund.domain.survey import Survey, Tally
from tests.builders import harvest, notice
from tests.domain.pasts import good_run, surveyed


def doubts(name: str, odd: int, of: int, *past: Run) -> list[str]:
    seen = Survey(records=of, oddities={name: Tally(odd=odd, of=of)})
    return list(doubt_rises(seen, Harvest(), past))


def graded(*shares: float) -> list[Run]:
    return [surveyed(places__pay_grade=share) for share in shares]


@pytest.mark.parametrize(
    ("odd", "of", "past", "is_doubted"),
    [
        (0, 40, (), False),
        (3, 3, (), False),
        (4, 4, (), True),
        (4, 40, (), False),
        (5, 40, (), True),
        (10, 30, (0.0, 0.0, 0.0), True),
        (10, 30, (0.1,), True),
        (10, 30, (0.11,), False),
        (10, 30, (0.0, 0.3), True),
        (5, 10, (0.2,), False),
        (51, 100, (0.2,), True),
    ],
)
def test_what_is_never_right_is_doubted_without_a_past_but_not_after_a_person_let_it_pass(
    odd: int, of: int, past: tuple[float, ...], *, is_doubted: bool
) -> None:
    assert bool(doubts("places.pay_grade", odd, of, *graded(*past))) is is_doubted


@pytest.mark.parametrize(
    ("odd", "of", "is_doubted"), [(4, 8, False), (5, 8, True), (3, 3, False), (4, 4, True)]
)
def test_what_is_right_now_and_then_may_make_up_half(
    odd: int, of: int, *, is_doubted: bool
) -> None:
    assert bool(doubts("places.elsewhere", odd, of)) is is_doubted


@pytest.mark.parametrize(
    ("odd", "of", "past", "is_doubted"),
    [
        (5, 10, (), False),
        (5, 10, (0.0, 0.0), False),
        (5, 10, (0.0, 0.0, 0.0), True),
        (3, 3, (0.0, 0.0, 0.0), False),
        (4, 10, (0.0, 0.0, 0.0), True),
        (4, 14, (0.0, 0.0, 0.0), False),
        (30, 100, (0.0, 0.0, 0.0), False),
        (31, 100, (0.0, 0.0, 0.0), True),
        (6, 8, (0.25, 0.25, 0.25), True),
        (5, 10, (0.25, 0.25, 0.25), False),
        (10, 10, (0.8, 0.8, 0.8), False),
        (9, 10, (0.0, 0.0, 0.0, 0.9, 0.9, 0.9, 0.9), True),
        (9, 10, (0.9, 0.9, 0.9, 0.0, 0.0, 0.0, 0.0), False),
    ],
)
def test_what_a_source_may_have_is_compared_with_its_past(
    odd: int, of: int, past: tuple[float, ...], *, is_doubted: bool
) -> None:
    runs = [surveyed(profession__none=share) for share in past]
    assert bool(doubts("profession.none", odd, of, *runs)) is is_doubted


@pytest.mark.parametrize(
    ("odd", "of", "past", "is_doubted"),
    [(4, 8, (), False), (5, 9, (), True), (3, 3, (), False), (9, 10, (0.8,), False)],
)
def test_most_titles_name_a_profession_from_the_first_run_on(
    odd: int, of: int, past: tuple[float, ...], *, is_doubted: bool
) -> None:
    runs = [surveyed(profession__none=share) for share in past]
    assert bool(doubts("profession.none", odd, of, *runs)) is is_doubted


def test_what_a_person_let_pass_is_not_forgotten_while_a_source_has_nothing() -> None:
    nothing = good_run(survey=Survey(records=0))
    past = [nothing, nothing, nothing, surveyed(profession__none=0.9)]
    assert doubts("profession.none", 9, 10, *past) == []


def test_a_run_that_knew_no_such_oddity_had_none_of_it() -> None:
    assert doubts("profession.none", 4, 10, *[surveyed()] * 3) != []


def test_runs_from_before_there_were_surveys_say_nothing() -> None:
    assert doubts("profession.none", 4, 10, *[good_run()] * 3) == []
    assert doubts("profession.none", 4, 10, good_run(), *[surveyed()] * 3) != []


def test_each_oddity_is_told() -> None:
    tally = Tally(odd=9, of=9)
    seen = Survey(oddities={"deadline.stamp": tally, "places.coordinates": tally})
    told = list(doubt_rises(seen, Harvest(), ()))
    assert ["Zeitstempel" in each for each in told] == [False, True]


def odd_places(*values: str | None) -> Harvest:
    findings = tuple(
        Finding(
            severity=Severity.WARNING,
            rule="places.pay_grade",
            message="Kein Ort.",
            reference=str(number),
            place="places",
            value=value,
        )
        for number, value in enumerate(values)
    )
    return harvest(*(notice(str(number)) for number in range(len(values))), findings=findings)


def test_the_sentence_names_field_numbers_examples_bound_and_what_to_do() -> None:
    found = odd_places("A13", "EG 9b", "A13", "S 8a", "E 13 TVöD")
    (told,) = doubt_rises(survey(found), found, ())
    assert told == (
        "5 von 5 Ausschreibungen mit Arbeitsort nennen dort etwas über die Vergütung, etwa eine "
        "Entgeltgruppe, zum Beispiel „A13“, „EG 9b“, „S 8a“; mehr als 10 % sind es bei keiner "
        "heilen Quelle. "
        "Bitte prüfen, ob die Felder der Quelle noch richtig zugeordnet sind."
    )


def test_the_sentence_names_what_is_usual() -> None:
    titles = [f"{word} Amtsleitung" for word in ("Erste", "Zweite", "Dritte", "Vierte")]
    known = [notice(f"known {number}") for number in range(4)]
    found = harvest(
        *(
            notice(str(number), profession=None, title_published=title)
            for number, title in enumerate(titles)
        ),
        *known,
    )
    past = [surveyed(profession__none=0.04)] * 3
    (told,) = doubt_rises(survey(found), found, past)
    assert told == (
        "4 von 8 Ausbildungen und Studiengängen haben einen Titel, in dem kein Beruf erkannt "
        "wurde, zum Beispiel „Erste Amtsleitung“, „Zweite Amtsleitung“, „Dritte Amtsleitung“; "
        "üblich sind 4 %. Bitte prüfen, ob die Felder der Quelle noch richtig zugeordnet sind."
    )


@pytest.mark.parametrize(
    ("value", "shown"), [("bis Ende", ", zum Beispiel „bis Ende“; üblich"), (None, "lässt; üblich")]
)
def test_a_field_that_cannot_be_read_is_named(value: str | None, shown: str) -> None:
    findings = tuple(
        Finding(
            severity=Severity.WARNING,
            rule="date.unreadable",
            message="Unlesbar.",
            reference=str(number),
            place="deadline",
            value=value,
        )
        for number in range(4)
    )
    found = harvest(*(notice(str(number)) for number in range(4)), findings=findings)
    (told,) = doubt_rises(survey(found), found, [surveyed()] * 3)
    assert told.startswith(
        "4 von 4 Ausschreibungen mit dieser Angabe haben bei „Bewerbungsfrist“ einen Text, der "
        "sich nicht lesen lässt"
    )
    assert shown in told


def test_an_example_names_nobody() -> None:
    found = odd_places("EG 9b, Frau Erika Mustermann", *["erika.mustermann@stadt.example"] * 3)
    (told,) = doubt_rises(survey(found), found, ())
    assert "EG 9b" in told
    assert "mustermann" not in told.lower()


def test_a_long_example_is_clipped_and_an_empty_one_left_out() -> None:
    (told,) = doubt_rises(survey(found := odd_places("x" * 61, None, "", None)), found, ())
    assert f", zum Beispiel „{'x' * 59}…“; mehr" in told
    (told,) = doubt_rises(survey(found := odd_places(*[None] * 4)), found, ())
    assert "Entgeltgruppe; mehr als" in told
