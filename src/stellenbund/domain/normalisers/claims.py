"""Claims: what an advert says about those who may apply, each with the sentence that says it."""

from stellenbund.domain.normalisers.claim_parts.ages import read_maximum_age, read_minimum_age
from stellenbund.domain.normalisers.claim_parts.driving_licence import read_driving_licence
from stellenbund.domain.normalisers.claim_parts.foreign_certificate import read_foreign_certificate
from stellenbund.domain.normalisers.claim_parts.inclusion import read_inclusive
from stellenbund.domain.normalisers.claim_parts.language_level import read_german_level
from stellenbund.domain.normalisers.claim_parts.medical_check import read_medical_check
from stellenbund.domain.normalisers.claim_parts.nationality import read_nationality
from stellenbund.domain.normalisers.claim_parts.part_time import read_part_time
from stellenbund.domain.normalisers.claim_parts.sentences import sentences
from stellenbund.domain.normalisers.claim_parts.takeover import read_takeover
from stellenbund.domain.statements import (
    AgeClaim,
    Claim,
    GermanClaim,
    LicenceClaim,
    NationalityClaim,
)
from stellenbund.domain.value import Value


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


def read_claims(text: str | None) -> Claims:
    """Return what plain text (lines, bullets, headings) claims; ``None`` claims nothing.

    >>> read_claims("Du hast einen Führerschein der Klasse B.").driving_licence.licence_class
    'B'
    """
    found = tuple(dict.fromkeys(sentences(text or "")))
    return Claims(
        german_level=read_german_level(found),
        nationality=read_nationality(found),
        foreign_certificate=read_foreign_certificate(found),
        minimum_age=read_minimum_age(found),
        maximum_age=read_maximum_age(found),
        driving_licence=read_driving_licence(found),
        medical_check=read_medical_check(found),
        part_time=read_part_time(found),
        takeover=read_takeover(found),
        inclusive=read_inclusive(found),
    )
