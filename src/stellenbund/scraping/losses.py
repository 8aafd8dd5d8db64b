"""Loss: what it costs a delivery that a page could not be had, or tells nothing."""

from dataclasses import replace

from stellenbund.domain.finding import Severity, clip
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.haul import Haul
from stellenbund.scraping.page import Page
from stellenbund.scraping.remarks import remark
from stellenbund.scraping.scraper import Follow, Unreadable
from stellenbund.scraping.visits import Visit


def means_gone(visit: Visit, error: FetchError) -> bool:
    """Say whether *error* means that one opening is gone, of which no list tells any more."""
    return visit.follow.is_opening and error.is_gone and not visit.follow.record


def not_had(haul: Haul, visit: Visit, error: FetchError) -> None:
    """Judge a page that could not be had by what it would have shown."""
    follow = visit.follow
    if visit.is_start:
        haul.trouble(error.outcome, error.reason)
    elif follow.is_beyond and error.is_gone:
        return
    elif means_gone(visit, error):
        haul.gone.add(follow.url)
        haul.add(remark("page.gone", Severity.HINT, error.reason, follow))
    else:
        lost(haul, follow, error.reason)


def lost(haul: Haul, follow: Follow, reason: str) -> None:
    """Go on without a page: with what the list said, else with a list that is cut."""
    if follow.record is None:
        haul.trouble(Outcome.TRUNCATED, reason)
        return
    haul.add(replace(follow.record, is_partial=True))
    haul.add(remark("page.no_detail", Severity.WARNING, reason, follow))


def unread(haul: Haul, visit: Visit, page: Page, error: Exception) -> None:
    """Note a page that its reader could not read to its end."""
    reason = f"{page.url} konnte nicht gelesen werden."
    cause = clip(f"{type(error).__name__}: {error}")
    haul.add(remark("page.unreadable", Severity.ERROR, reason, visit.follow, cause))
    _missing(haul, visit, reason)


def blank(haul: Haul, visit: Visit, page: Page) -> None:
    """Note a page that shows nothing at all, and does not say so either."""
    if visit.follow.is_beyond:
        return
    if visit.follow.is_opening and visit.follow.record is None:
        reason = f"{page.url} zeigt keine Stelle mehr, die wir lesen können."
        found = remark("page.blank", Severity.WARNING, reason, visit.follow)
        haul.add(Unreadable(page.url, found))
        return
    _missing(haul, visit, f"{page.url} zeigt keine Stellen, sagt das aber nicht.")


def _missing(haul: Haul, visit: Visit, reason: str) -> None:
    if visit.is_start:
        haul.trouble(Outcome.UNREADABLE, reason)
    else:
        lost(haul, visit.follow, reason)
