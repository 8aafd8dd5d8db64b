"""Kind cues: single words, labels and ranks."""

import pytest

from stellenbund.domain.normalisers.kind_parts.cues import (
    candidate_kind,
    declares_job,
    first_cue,
    general_kind,
    label_cue,
)
from stellenbund.domain.vocabulary import Kind


@pytest.mark.parametrize(
    "words",
    [
        "baumschule",
        "dual career service",
        "studierendenwerk",
        "anwaerterbezuege",
        "fachpraktiker",
        "ausbildungswesen",
        "freiwillige feuerwehr",
        "absolventen der hspv nrw",
        "",
    ],
)
def test_words_that_only_resemble_a_training_say_nothing(words: str) -> None:
    assert first_cue(words) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("praktikum fuer studierende", Kind.INTERNSHIP),
        ("studierende im praktikum", Kind.DUAL_STUDY),
        ("ausbildung im dualen studium", Kind.DUAL_STUDY),
        ("ausbildung oder fsj", Kind.VOLUNTARY_YEAR),
        ("praktikum und eq", Kind.ENTRY_QUALIFICATION),
        ("auszubildende", None),
    ],
)
def test_the_first_word_for_one_kind_decides(words: str, kind: Kind | None) -> None:
    cue = first_cue(words)
    assert cue is not None
    assert cue.kind == kind


@pytest.mark.parametrize("words", ["karriere und ausbildung", "jobs & ausbildung", "full time"])
def test_a_label_that_is_also_about_jobs_says_nothing(words: str) -> None:
    assert label_cue(words) is None


def test_only_a_declared_job_is_a_job() -> None:
    assert declares_job("arbeit")
    assert not declares_job("arbeitnehmer")
    assert not declares_job("ausbildung")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("kreisinspektoranwaerter", Kind.DUAL_STUDY),
        ("anwaerter im gehobenen dienst", Kind.DUAL_STUDY),
        ("anwaerter laufbahngruppe 1.2", Kind.CIVIL_SERVICE_PREPARATION),
        ("stadtvermessungsoberinspektoranwaerter", Kind.CIVIL_SERVICE_PREPARATION),
        ("gehobener feuerwehrtechnischer dienst", Kind.CIVIL_SERVICE_PREPARATION),
    ],
)
def test_an_anwaerter_studies_or_is_prepared(words: str, kind: Kind) -> None:
    assert candidate_kind(words) is kind


def test_nothing_known_says_nothing() -> None:
    assert general_kind("ausbildung in der verwaltung") is None
