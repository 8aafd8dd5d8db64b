"""Nothing is overlooked for want of a cue: whatever a pattern finds holds one of its cues."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stellenbund.domain.normalisers import certificates
from stellenbund.domain.normalisers.certificate_parts import sentences, words
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

CUED = {
    ages.CUES: (
        *(*ages._AT_LEAST, ages._FULL_AGE, ages._NO_LEAST, *ages._AT_MOST, *ages._BEFORE),
        *(ages._NO_GREATEST, ages._LAW),
    ),
    driving_licence.CUES: (driving_licence._LICENCE,),
    foreign_certificate.CUES: (foreign_certificate._FOREIGN,),
    inclusion.CUES: (inclusion._PEOPLE, inclusion._REGARDLESS, inclusion._REFUSES),
    language_level.CUES: (language_level._GERMAN, language_level._GERMAN_WITH_LEVEL),
    medical_check.CUES: (medical_check._CHECK,),
    nationality.CUES: (nationality._ANY, nationality._EU, nationality._STATED, nationality._GERMAN),
    part_time.CUES: (part_time._NO, part_time._PART_TIME),
    takeover.CUES: (takeover._NO, takeover._YES),
    sentences._CUES: (
        *(pattern for _, pattern in words._NAMES),
        *(pattern for pattern, _ in sentences._CLASSES),
        *(certificates._UNIVERSITY_ENTRY, certificates._UNSPECIFIC),
    ),
}
CASES = [
    pytest.param(cues, pattern, id=f"{cues[0]} {number}")
    for cues, patterns in CUED.items()
    for number, pattern in enumerate(patterns)
]


@pytest.mark.parametrize(("cues", "pattern"), CASES)
@settings(max_examples=8)
@given(data=st.data())
def test_what_a_pattern_finds_holds_a_cue(
    cues: Sequence[str], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(max_codepoint=126)))
    found = pattern.search(text)
    assert found is not None
    assert any(cue in found[0] for cue in cues)


@pytest.mark.parametrize("sentence", ["Mit FOR oder FHR", "HA 9", "HSA", "AHR", "HS-Abschluss"])
def test_an_acronym_is_a_cue_of_a_certificate(sentence: str) -> None:
    assert sentences.may_name(sentence)
