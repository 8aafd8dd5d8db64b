"""Which addresses belong to a source, and which steps a redirect may take."""

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import read_target
from stellenbund.scraping.targets import bare_hosts

HOSTS = bare_hosts(["karriere.stadt.de", "WWW.Portal.example."])


@pytest.mark.parametrize(
    "url",
    [
        "https://karriere.stadt.de/",
        "https://www.karriere.stadt.de/a?b=c",
        "http://KARRIERE.stadt.de./",
        "https://portal.example:443/",
        "https://www.portal.example/#x",
    ],
)
def test_a_host_of_the_source_passes_with_and_without_www(url: str) -> None:
    read_target(url, url).check(HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "https://stadt.de/",
        "https://wwwkarriere.stadt.de/",
        "https://karriere.stadt.de.example.com/",
        "https://xn--karriere-stadt.de/",
        "https://karriere.stadt.de%2eexample.com/",
    ],
)
def test_any_other_host_means_that_the_source_has_moved(url: str) -> None:
    with pytest.raises(FetchError, match="anderen Anbieter") as caught:
        read_target(url, url).check(HOSTS)
    assert caught.value.outcome is Outcome.MOVED


def test_encryption_is_not_given_up() -> None:
    before, onward = (read_target(f"{scheme}://a.de/", "") for scheme in ("https", "http"))
    before.check_step(onward)
    with pytest.raises(FetchError, match="unverschlüsselte") as caught:
        onward.check_step(before)
    assert caught.value.outcome is Outcome.MOVED


def test_a_relative_address_stands_on_its_page() -> None:
    target = read_target("../stelle?id=1#top", "https://a.de/liste/seite")
    assert (target.url, target.port) == ("https://a.de/stelle?id=1", 443)
