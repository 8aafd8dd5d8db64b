"""Sources: declarations of sites that no portal runs."""

from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.titles import is_training
from stellenbund.scraping.scraper import Site


def site_call(start: str, read: Call, page: Page) -> Call:
    """Return the declaration of a site that begins at *start* and is read by *read*.

    Unless *page* is about training alone, ordinary jobs are taken to stand among its openings.
    """
    scope = {} if is_training(page) else {"scope": Scope.MIXED}
    return Call(Site, keywords={"start": start, **scope, "read": read})
