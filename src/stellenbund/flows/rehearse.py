"""Rehearse: read a city's pages as ever, and show what would come of it, without a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from stellenbund.domain.clock import end_of_day
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.merge import Merger, merge
from stellenbund.domain.source import Source
from stellenbund.flows.gather import gather
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.scraper import Scraper, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What each source of a city gave on a day, by its key, and the openings that come of it."""

    today: date
    harvests: Mapping[str, Harvest]
    merger: Merger


def rehearse(scraper: Scraper, fetch_for: Callable[[Site], Fetch], *, today: date) -> Rehearsal:
    """Read all sources of a city as if on the day *today*, and merge what they say."""
    harvests = {
        site.key: gather(scraper.city, site, fetch_for(site), today=today)
        for site in scraper.sources
    }
    held = [
        _held(site.describe(scraper.city), harvests[site.key], today) for site in scraper.sources
    ]
    return Rehearsal(
        today=today, harvests=harvests, merger=merge([each for some in held for each in some])
    )


def _held(source: Source, harvest: Harvest, today: date) -> list[HeldNotice]:
    """Return the notices of a harvest as if the store had taken them all at once."""
    return [
        HeldNotice(
            source=source.key,
            reference=notice.reference,
            trust=source.trust,
            fields=notice.fields,
            first_seen_at=end_of_day(today),
        )
        for notice in harvest.notices
    ]
