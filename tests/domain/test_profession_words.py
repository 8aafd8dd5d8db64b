"""Profession words: the list fits the list of professions, and speaks every language."""

from stellenbund.catalogue.words import words_of
from stellenbund.domain.language import Language
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.profession_words import IDLE, MEANINGS


def test_each_meaning_is_one_of_known_professions_or_kinds() -> None:
    named = {slug for meaning in MEANINGS for slug in meaning.professions}
    assert named <= PROFESSIONS.keys()
    assert all(meaning.professions or meaning.kinds for meaning in MEANINGS)


def test_no_word_is_nothing_once_it_is_read() -> None:
    words = {word for meaning in MEANINGS for each in meaning.words.values() for word in each}
    assert {word for word in words if not words_of(word)} == set()


def test_no_word_with_a_meaning_is_idle() -> None:
    idle = {words_of(word) for words in IDLE.values() for word in words}
    meant = {
        words_of(word): word for each in MEANINGS for words in each.words.values() for word in words
    }
    assert {word for spelt, word in meant.items() if spelt in idle} == set()


def test_every_language_speaks_of_the_forty_commonest_professions() -> None:
    for language in Language:
        spoken = [each.professions for each in MEANINGS if each.words.get(language)]
        assert len(frozenset().union(*spoken)) >= 40, language


def test_no_word_stands_twice_in_one_list() -> None:
    lists = [words for each in MEANINGS for words in each.words.values()]
    assert [words for words in lists if len(set(words)) < len(words)] == []
