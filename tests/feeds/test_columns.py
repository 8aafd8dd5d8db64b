"""The table of columns: no name means two things, and every word to choose is understood."""

from collections import Counter

import pytest

from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.records import normalise
from stellenbund.domain.record import RawRecord
from stellenbund.domain.vocabulary import Certificate, Kind
from stellenbund.feeds.columns import COLUMNS, OFFERED, Form, Key
from stellenbund.feeds.names import known_key, plain_name
from tests.feeds.pairs import CONTEXT

KINDS = {
    "Ausbildung": Kind.DUAL_APPRENTICESHIP,
    "Beamtenausbildung": Kind.CIVIL_SERVICE_PREPARATION,
    "Duales Studium": Kind.DUAL_STUDY,
    "Einstiegsqualifizierung": Kind.ENTRY_QUALIFICATION,
    "Praktikum": Kind.INTERNSHIP,
    "Freiwilligendienst": Kind.VOLUNTARY_YEAR,
    "Volontariat": Kind.OTHER,
}


def kind_of(title: str, word: str) -> Kind | None:
    record = RawRecord(page="Zeile 2", title=title, kind=word)
    notice = normalise(record, CONTEXT).notice
    return notice.fields.kind if notice else None


def test_every_meaning_but_none_has_a_column() -> None:
    assert COLUMNS.keys() == set(Key) - {Key.ADDITIONAL, Key.IGNORED}


def test_no_name_stands_for_two_columns() -> None:
    names = [
        (plain_name(name), column.key)
        for column in COLUMNS.values()
        for name in (column.header, *column.synonyms)
    ]
    keys = {name: {key for each, key in names if each == name} for name, _ in names}
    assert {name: found for name, found in keys.items() if len(found) > 1} == {}


def test_no_column_is_called_the_same_twice() -> None:
    for column in COLUMNS.values():
        names = Counter(plain_name(name) for name in (column.header, *column.synonyms))
        assert [name for name, times in names.items() if times > 1] == [], column.key


@pytest.mark.parametrize("column", OFFERED, ids=lambda column: column.key)
def test_a_column_is_known_by_the_name_that_the_template_gives_it(column: object) -> None:
    assert isinstance(column, type(OFFERED[0]))
    assert known_key(column.header) is column.key
    assert known_key(column.header.upper()) is column.key


@pytest.mark.parametrize(("word", "kind"), KINDS.items())
def test_each_word_for_a_kind_is_read_as_that_kind(word: str, kind: Kind) -> None:
    assert kind_of("Musterberuf (m/w/d)", word) is kind


def test_a_training_at_a_school_is_one_where_the_profession_says_so() -> None:
    assert kind_of("Erzieher/in (m/w/d)", "Schulische Ausbildung") is Kind.SCHOOL_BASED
    assert {*KINDS, "Schulische Ausbildung"} == set(COLUMNS[Key.KIND].choices)


def test_the_certificates_to_choose_from_are_all_there_are_in_rising_order() -> None:
    words = COLUMNS[Key.CERTIFICATE].choices
    assert [read_certificate(word).certificate for word in words] == list(Certificate)


def test_no_choice_can_be_written_like_another_one() -> None:
    for column in OFFERED:
        ways = [
            plain_name(way) for word, others in column.choices.items() for way in (word, *others)
        ]
        assert len(ways) == len(set(ways)), column.key


def test_only_our_own_columns_are_not_offered() -> None:
    ours = {column.key for column in COLUMNS.values() if column.form is Form.OURS}
    assert ours == {Key.NOTES, Key.SUGGESTION}
