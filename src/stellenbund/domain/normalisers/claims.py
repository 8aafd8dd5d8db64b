"""Claims: what an advert says about those who may apply, each with the sentence that says it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from stellenbund.domain.normalisers.claim_parts import (
    ages,
    driving_licence,
    foreign_certificate,
    inclusion,
    language_level,
    medical_check,
    nationality,
    part_time,
    takeover,
)
from stellenbund.domain.normalisers.claim_parts.labelled import as_answered
from stellenbund.domain.normalisers.claim_parts.phrasing import agreed, strongest
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence, sentences
from stellenbund.domain.statements import (
    AgeClaim,
    Claim,
    GermanClaim,
    LicenceClaim,
    NationalityClaim,
)
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Answer


class Claims(Value):
    """The answers that an opening's fields of the same names hold; nothing is ever guessed."""

    german_level: GermanClaim = GermanClaim()
    nationality: NationalityClaim = NationalityClaim()
    foreign_certificate: Claim = Claim()
    minimum_age: AgeClaim = AgeClaim()
    maximum_age: AgeClaim = AgeClaim()
    driving_licence: LicenceClaim = LicenceClaim()
    medical_check: Claim = Claim()
    part_time: Claim = Claim()
    takeover: Claim = Claim()
    inclusive: Claim = Claim()


class _Question(NamedTuple):
    """How one claim is read: without one of the *cues* a sentence does not answer it.

    *decide* says which of the sentences that do answer it counts.
    """

    cues: Sequence[str]
    read: Callable[[Sentence], Claim]
    decide: Callable[[Sequence[Claim]], Claim | None] = strongest


_QUESTIONS: Mapping[str, _Question] = {
    "german_level": _Question(language_level.CUES, language_level.read_german_level),
    "nationality": _Question(nationality.CUES, nationality.read_nationality),
    "foreign_certificate": _Question(
        foreign_certificate.CUES, foreign_certificate.read_foreign_certificate
    ),
    "minimum_age": _Question(ages.CUES, ages.read_minimum_age),
    "maximum_age": _Question(ages.CUES, ages.read_maximum_age),
    "driving_licence": _Question(driving_licence.CUES, driving_licence.read_driving_licence),
    "medical_check": _Question(medical_check.CUES, medical_check.read_medical_check),
    "part_time": _Question(part_time.CUES, part_time.read_part_time, agreed),
    "takeover": _Question(takeover.CUES, takeover.read_takeover, agreed),
    "inclusive": _Question(inclusion.CUES, inclusion.read_inclusive, agreed),
}
_CUES = tuple((cue, name) for name, each in _QUESTIONS.items() for cue in each.cues)


def read_claims(text: str | None) -> Claims:
    """Return what plain text (lines, bullets, headings) claims; ``None`` claims nothing.

    >>> read_claims("Du hast einen Führerschein der Klasse B.").driving_licence.licence_class
    'B'
    """
    stated: dict[str, list[Claim]] = defaultdict(list)
    for sentence in dict.fromkeys(sentences(text or "")):
        if names := _asked(sentence.folded):
            for name, claim in _claimed(sentence, names):
                stated[name].append(claim)
    decided = {name: _QUESTIONS[name].decide(claims) for name, claims in stated.items()}
    return Claims.model_validate({name: claim for name, claim in decided.items() if claim})


@lru_cache(maxsize=8_192)
def _asked(folded: str) -> tuple[str, ...]:
    """Return the names of what a folded sentence may claim; most claim nothing."""
    cued = [name for cue, name in _CUES if cue in folded]
    return tuple(dict.fromkeys(cued))


@lru_cache(maxsize=2_048)
def _claimed(sentence: Sentence, names: tuple[str, ...]) -> tuple[tuple[str, Claim], ...]:
    """Return what *sentence* claims of *names*; cities say the same in all their openings."""
    read = ((name, as_answered(sentence, _QUESTIONS[name].read(sentence))) for name in names)
    return tuple((name, claim) for name, claim in read if claim.answer is not Answer.NOT_STATED)
