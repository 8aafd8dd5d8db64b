"""Feed source: the source of a city that its own files are."""

from stellenbund.domain.city import City
from stellenbund.domain.source import Source, Trust

FEED = "feed"
"""The key of this source in every city."""


def feed_source(city: City) -> Source:
    """Return the source: believed before all sites, and at its word about what is gone."""
    return Source(
        city=city.slug,
        key=FEED,
        name="Datei der Stadt",
        url=city.website,
        reader="file",
        trust=Trust.FEED,
        is_authoritative=True,
        strikes=1,
    )
