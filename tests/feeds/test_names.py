"""Names in a header are known however they are spelt, and none is taken for another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.feeds.columns import Key
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.headings import read_headings
from stellenbund.feeds.names import known_key, known_names, likeness, remembered


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("BEWERBUNGSSCHLUSS", Key.DEADLINE),
        ("Bewerbungsschluß:", Key.DEADLINE),
        ("bewerbungs-schluss", Key.DEADLINE),
        ("Anzahl Plaetze", Key.POSITIONS),
        ("Beginn (TT.MM.JJJJ)", Key.START),
        ("E-Mail *", Key.EMAIL),
        ("Straße\nund Hausnummer", Key.STREET),
        ("Ausb.-Beginn", Key.START),
        ("Bew. bis", Key.DEADLINE),
        ("lfd. Nr.", Key.REFERENCE),
        ("2. Lj.", Key.PAY_2),
        ("Ausbildungs-\nvergütung 1. Lj.", Key.PAY_1),
        ("Verg. 3. AJ", Key.PAY_3),
        ("Kaffeekasse", None),
        ("x" * 10_000, None),
    ],
)
def test_case_umlauts_punctuation_and_abbreviations_do_not_matter(
    name: str, key: Key | None
) -> None:
    assert known_key(name) is key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bewerbungsschlus", Key.DEADLINE),
        ("Stellenbezeichung", Key.TITLE),
        ("Ausbildungsbegin", Key.START),
        ("Postleizahl", Key.POSTCODE),
        ("Vergütung 2. Ausbildungjahr", Key.PAY_2),
    ],
)
def test_a_slip_of_the_pen_is_understood(name: str, key: Key) -> None:
    like = likeness(name)
    assert like
    assert (like.key, like.is_same) == (key, True)


@pytest.mark.parametrize(
    "name", ["Vergütung 5. Jahr", "Ausbildungsrt", "Ausbildungsleitung", "Raum"]
)
def test_what_could_mean_two_things_is_not_guessed(name: str) -> None:
    like = likeness(name)
    assert like is None or not like.is_same


@pytest.mark.parametrize("name", ["Kostenstelle", "Stand", "Status", "Ausbilder"])
def test_what_offices_keep_for_themselves_is_not_suggested_to_be_published(name: str) -> None:
    assert likeness(name) is None


@given(name=st.sampled_from(sorted(known_names())), place=st.integers(0, 60))
def test_a_lost_letter_never_leads_to_another_column(name: str, place: int) -> None:
    shorter = name[:place] + name[place + 1 :]
    like = likeness(shorter)
    assert (
        known_key(shorter) or like is None or not like.is_same or (like.key is known_names()[name])
    )


def test_a_mapping_that_was_made_before_wins_over_the_name() -> None:
    chosen = remembered({"Beginn": "opens", "Vermerk": "ignored"})
    headings = read_headings(["Titel", "BEGINN", "vermerk"], width=3, chosen=chosen)
    assert [heading.key for heading in headings] == [Key.TITLE, Key.OPENS, Key.IGNORED]


def test_what_a_person_chose_counts_before_a_name_that_is_known() -> None:
    chosen = remembered({"Wann": "start", "Spalte C": "title"})
    headings = read_headings(["Beginn", "Wann", ""], width=3, chosen=chosen)
    assert [heading.key for heading in headings] == [None, Key.START, Key.TITLE]


def test_a_hidden_column_means_nothing_until_a_person_says_what() -> None:
    names, chosen = ["Titel", "Telefon", "E-Mail"], remembered({"E-Mail": "email"})
    headings = read_headings(names, width=3, chosen=chosen, hidden={1, 2})
    assert [heading.key for heading in headings] == [Key.TITLE, None, Key.EMAIL]
    assert [heading.is_hidden for heading in headings] == [False, True, False]
    assert headings[1].near is Key.PHONE


def test_several_columns_may_be_additional_or_ignored() -> None:
    chosen = remembered({"A": "additional", "B": "additional", "C": "ignored", "D": "ignored"})
    headings = read_headings(["A", "B", "C", "D"], width=4, chosen=chosen)
    assert [heading.key for heading in headings] == [Key.ADDITIONAL] * 2 + [Key.IGNORED] * 2


def test_a_mapping_to_a_column_that_is_none_is_the_callers_mistake() -> None:
    with pytest.raises(FeedError, match="anfang"):
        remembered({"Beginn": "anfang"})


def test_the_surely_known_name_counts_before_the_like_one() -> None:
    headings = read_headings(["Bewerbungsfrisst", "Bewerbungsfrist"], width=2, chosen={})
    assert [heading.key for heading in headings] == [None, Key.DEADLINE]
    assert headings[0].first == "Bewerbungsfrist"
