"""The list of professions: sound in itself, and coded as the official list codes."""

from collections import Counter
from pathlib import Path

import pytest

from stellenbund.domain.normalisers.profession_parts.entries import NAMES, PROFESSIONS
from stellenbund.domain.normalisers.professions import is_profession_alone, match_profession
from stellenbund.domain.vocabulary import Kind

OFFICIAL = Path(__file__).parents[5] / "shared/samples/vocab/kldb2010_v2020_municipal_subset.tsv"
READ_OTHERWISE = {
    "Verwaltungswirt/in",
    "Dipl.-Verwaltungswirt/in (FH)",
    "Verwaltungsbetriebswirt/in",
}
"""Adverts mean the training, the official list means the post after a degree."""


@pytest.mark.parametrize("slug", PROFESSIONS)
def test_a_profession_is_known_by_its_title_and_by_each_alias(slug: str) -> None:
    profession = PROFESSIONS[slug]
    matches = {name: match_profession(name) for name in (profession.title, *profession.aliases)}
    assert {name: match and match.slug for name, match in matches.items()} == dict.fromkeys(
        matches, slug
    )


def test_no_name_stands_for_two_professions() -> None:
    owners = {(name.parts, name.slug) for name in NAMES}
    shared = Counter(parts for parts, _ in owners)
    assert [parts for parts, count in shared.items() if count > 1] == []


def test_no_name_is_empty() -> None:
    assert all(all(name.parts) for name in NAMES)


@pytest.mark.parametrize(
    ("slug", "kldb", "kind", "months"),
    [
        ("verwaltungsfachangestellte", "73202", Kind.DUAL_APPRENTICESHIP, 36),
        ("verwaltungswirt", "73202", Kind.CIVIL_SERVICE_PREPARATION, 24),
        ("bachelor-of-laws", "73203", Kind.DUAL_STUDY, 36),
        ("verwaltungsbetriebswirtschaft", "73203", Kind.DUAL_STUDY, 36),
        ("verwaltungsinformatik", "43114", Kind.DUAL_STUDY, 36),
        ("brandmeister", "53132", Kind.CIVIL_SERVICE_PREPARATION, 18),
        ("brandoberinspektor", "53133", Kind.CIVIL_SERVICE_PREPARATION, 24),
        ("notfallsanitaeter", "81342", Kind.SCHOOL_BASED, 36),
        ("erzieher", "83113", Kind.SCHOOL_BASED, 36),
        ("soziale-arbeit", "83124", Kind.DUAL_STUDY, 42),
        ("lebensmittelkontrolleur", "53333", Kind.OTHER, 24),
    ],
)
def test_codes_that_adverts_and_the_official_list_read_differently(
    slug: str, kldb: str, kind: Kind, months: int
) -> None:
    profession = PROFESSIONS[slug]
    assert (profession.kldb, profession.kind, profession.duration_months) == (kldb, kind, months)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official list is not at hand")
def test_every_official_title_that_we_know_has_its_official_code() -> None:
    lines = OFFICIAL.read_text(encoding="utf-8").splitlines()[1:]
    official = {title: code[:5] for code, title in (line.split("\t")[:2] for line in lines)}
    known = {title: match for title in official if (match := match_profession(title))}
    differing = {
        title
        for title, match in known.items()
        if match.kldb != official[title] and is_profession_alone(title, match)
    }
    assert len(known) > 200
    assert differing == READ_OTHERWISE
