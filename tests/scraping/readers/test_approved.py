"""What each reader makes of its saved documents is what was approved, and it becomes notices."""

from datetime import date

import pytest

from stellenbund.domain.city import City
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import DeadlineKind
from stellenbund.scraping.registry import READERS
from tests.scraping.readers.pairs import approved, crawled, told
from tests.scraping.readers.sites import KARRIERE_NRW, RSS, SITES, Pair

CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)
PERSONS = ("Erika", "erika", " Beispiel", "beispiel@", "Max")
UNNAMED = {"html_cards", "list_then_detail", "sitemap"}
"""Readers that are nothing without a declaration."""

every_pair = pytest.mark.parametrize("pair", SITES, ids=[each.name for each in SITES])


def harvested(pair: Pair) -> Harvest:
    """Normalise what was read, as if the source published training places alone."""
    context = Context(
        city=CITY,
        scope=Scope.TRAINING,
        today=date(2026, 11, 24),
        licence=pair.site.licence,
        attribution=pair.site.attribution,
    )
    return normalise_all(crawled(pair.site, pair.folder), context)


@every_pair
def test_the_saved_documents_still_give_what_we_approved(pair: Pair) -> None:
    assert told(crawled(pair.site, pair.folder)) == approved(pair.folder, pair.approved)


@every_pair
def test_what_was_read_becomes_notices_without_persons(pair: Pair) -> None:
    harvest = harvested(pair)
    assert harvest.notices
    told = "".join(notice.model_dump_json() for notice in harvest.notices)
    assert [name for name in PERSONS if name in told] == []
    assert {each.fields.licence for each in harvest.notices} == {pair.site.licence}
    assert {each.fields.attribution for each in harvest.notices} == {pair.site.attribution}


@pytest.mark.parametrize("site", [KARRIERE_NRW, RSS], ids=["karriere_nrw", "feed"])
def test_a_deadline_that_is_a_day_becomes_one(site: object) -> None:
    (pair,) = [each for each in SITES if each.site is site]
    kinds = {notice.fields.deadline_kind for notice in harvested(pair).notices}
    assert DeadlineKind.FIXED in kinds


@every_pair
def test_a_portal_is_named_after_its_reader(pair: Pair) -> None:
    named = pair.site.key.replace("-", "_")
    assert named == "site" or pair.site.reader_name.startswith(named)


def test_every_reader_has_saved_documents() -> None:
    assert {each.site.reader_name for each in SITES} == READERS.keys() | UNNAMED
