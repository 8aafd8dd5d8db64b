"""Crawl: from a source's first page to everything it shows, within bounds."""

import time
from collections.abc import Callable

from stellenbund.domain.delivery import Delivery
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.scraper import Follow, Site
from stellenbund.scraping.walk import Walk

MOST_SECONDS = 3_600.0
"""Generous, because waiting for one's turn at a host that others ask too counts as well.

Cities that are read side by side share the Jobsuche, and it is asked once a second all the same:
nine of them with all their 200 pages are through after 45 minutes. A single request that hangs
is cut by a deadline of its own, which begins with its turn (``Pace``).
"""


def crawl(site: Site, fetch: Fetch, *, clock: Callable[[], float] = time.monotonic) -> Delivery:
    """Read *site* from its start to its end, and say how far that came; it never raises.

    At most 200 pages, 2,000 records and an hour, waiting for hosts that others ask too included;
    a list that shows the same page twice ends there. A page that cannot be had costs the delivery
    its completeness, unless the list already told what stands there or the opening itself is gone.
    """
    walk = Walk(site, fetch, clock, until=clock() + MOST_SECONDS)
    for start in site.starts:
        walk.enter(Follow(start, body=site.body))
    walk.go()
    walk.fall_back()
    return walk.haul.delivery()
