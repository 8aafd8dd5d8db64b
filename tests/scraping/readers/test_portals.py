"""Each reader of a portal makes of its saved documents what we approved."""

import pytest

from stellenbund.scraping.readers.dvinci import dvinci
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.personio import personio
from stellenbund.scraping.readers.rexx import rexx
from stellenbund.scraping.readers.smartrecruiters import smartrecruiters
from stellenbund.scraping.readers.softgarden import softgarden
from stellenbund.scraping.scraper import Site
from tests.scraping.readers.pairs import approved, crawled, told

CITY = employer_names("Stadt Musterstadt")
SITES = {
    "dvinci": dvinci("https://musterstadt.dvinci-hr.example/", only=CITY),
    "personio": personio("musterstadt", only=employer_names("Stadtwerke Musterstadt")),
    "rexx": rexx("https://musterstadt-portal.rexx-systems.example", only=CITY),
    "smartrecruiters": smartrecruiters("StadtMusterstadt"),
    "softgarden": softgarden("https://musterstadt.career.softgarden.example", only=CITY),
}


@pytest.mark.parametrize("name", SITES)
def test_the_saved_documents_still_give_what_we_approved(name: str) -> None:
    assert told(crawled(SITES[name], name)) == approved(name)


@pytest.mark.parametrize(("name", "site"), SITES.items())
def test_a_portal_is_named_after_its_reader(name: str, site: Site) -> None:
    assert (site.key, site.reader_name) == (name, name)
