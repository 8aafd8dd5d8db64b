"""Standing: what the words around a certificate make of it."""

import pytest

from stellenbund.domain.normalisers.certificate_parts.sentences import plain_sentence
from stellenbund.domain.normalisers.certificate_parts.standing import Standing, standing_of
from stellenbund.domain.normalisers.certificate_parts.words import named_in


def standings(sentence: str) -> list[Standing]:
    plain = plain_sentence(sentence)
    named = named_in(plain)
    return [standing_of(named, at, plain) for at in range(len(named))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Abitur", [Standing.REQUIRED]),
        ("mindestens Abitur", [Standing.STRESSED]),
        ("idealerweise Abitur", [Standing.PREFERRED]),
        ("Abitur wäre toll", [Standing.PREFERRED]),
        ("kein Abitur", [Standing.NOT_NEEDED]),
        ("Abitur ist nicht notwendig", [Standing.NOT_NEEDED]),
        ("Ohne Schulabschluss leider nicht möglich", [Standing.NOT_NEEDED]),
        ("Ohne Schulabschluss möglich", [Standing.REQUIRED]),
        ("Die Ausbildung endet mit dem Abitur", [Standing.BESIDE_THE_POINT]),
        ("Abitur kann nachgeholt werden", [Standing.BESIDE_THE_POINT]),
        ("Du erwirbst während der Lehre das Abitur", [Standing.BESIDE_THE_POINT]),
        ("Du erwirbst voraussichtlich neben der Schule das Abitur", [Standing.REQUIRED]),
        ("Mit Abitur verkürzt du die Ausbildung", [Standing.BESIDE_THE_POINT]),
        ("Abitur, kann die Ausbildung verkürzen", [Standing.BESIDE_THE_POINT]),
        ("Ausbildung verkürzt, FOR", [Standing.REQUIRED]),
        ("FOR, verkürzte Ausbildung", [Standing.REQUIRED]),
    ],
)
def test_a_sentence_says_how_much_a_certificate_counts(
    sentence: str, expected: list[Standing]
) -> None:
    assert standings(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("kein Abitur, aber Fachabitur", [Standing.NOT_NEEDED, Standing.REQUIRED]),
        ("FOR, Abitur ist nicht notwendig", [Standing.REQUIRED, Standing.NOT_NEEDED]),
        ("Fachabitur, gerne auch Abitur", [Standing.STRESSED, Standing.PREFERRED]),
        ("FOR oder FHR, AHR wäre gut", [Standing.REQUIRED, Standing.REQUIRED, Standing.PREFERRED]),
        (
            "Verkürzt wird mit FHR um ein Jahr, mit AHR um zwei Jahre",
            [Standing.BESIDE_THE_POINT, Standing.BESIDE_THE_POINT],
        ),
        ("kein Abitur und keine FOR", [Standing.NOT_NEEDED, Standing.NOT_NEEDED]),
    ],
)
def test_the_words_between_two_certificates_belong_to_the_nearer_one(
    sentence: str, expected: list[Standing]
) -> None:
    assert standings(sentence) == expected
