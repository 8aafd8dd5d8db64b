"""What a portal's saved documents say is what was approved, and it becomes notices."""

from datetime import date

import pytest

from stellenbund.domain.city import City
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.vocabulary import DeadlineKind
from stellenbund.scraping.scraper import Site
from tests.scraping.approved import approved, crawl_saved, summary
from tests.scraping.readers.sites import INTERAMT, KARRIERE_NRW, RSS, SITES

CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)


@pytest.mark.parametrize(
    ("folder", "result", "site"), SITES, ids=[f"{each[0]}-{each[1]}" for each in SITES]
)
def test_a_portal_is_read_as_approved(folder: str, result: str, site: Site) -> None:
    assert summary(crawl_saved(folder, site)) == approved(folder, result)


@pytest.mark.parametrize(
    ("folder", "site"),
    [("karriere_nrw", KARRIERE_NRW), ("interamt", INTERAMT), ("feed", RSS)],
    ids=["karriere_nrw", "interamt", "feed"],
)
def test_what_was_read_becomes_notices_without_persons(folder: str, site: Site) -> None:
    source = site.describe(CITY)
    context = Context(
        city=CITY,
        scope=source.scope,
        today=date(2026, 11, 24),
        licence=source.licence,
        attribution=source.attribution,
    )
    harvest = normalise_all(crawl_saved(folder, site), context)
    assert len(harvest.notices) >= 2
    kinds = {notice.fields.deadline_kind for notice in harvest.notices}
    assert DeadlineKind.FIXED in kinds
    told = "".join(notice.model_dump_json() for notice in harvest.notices)
    assert [name for name in ("Erika", "erika", "Beispiel", "Max") if name in told] == []
    assert {notice.fields.licence for notice in harvest.notices} == {source.licence}
    assert {notice.fields.attribution for notice in harvest.notices} == {source.attribution}
