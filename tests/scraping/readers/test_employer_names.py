"""An employer is ours by the names that the city declares, however they are written."""

import pytest

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, employer_names

OURS = employer_names("Stadt Musterstadt", ["Rettungsdienst Musterstadt AöR"])
PAGE = Page(url="https://portal.test/", text="")


@pytest.mark.parametrize(
    "name", ["Stadt Musterstadt", " STADT\u00a0 Musterstadt", "rettungsdienst musterstadt aoer"]
)
def test_case_umlauts_and_blanks_do_not_matter(name: str) -> None:
    assert OURS.include(None, name)


@pytest.mark.parametrize("name", ["Stadt Musterstadt GmbH", "Musterstadt", "", None])
def test_a_name_that_nobody_declared_is_not_ours(name: str | None) -> None:
    assert not OURS.include(name)
    assert EVERYBODY.include(name)


def test_a_name_that_begins_like_ours_is_mentioned_once() -> None:
    name = "Stadt Musterstadt - Bauhof"
    (finding,) = OURS.similar(PAGE, name, name, "Stadt Musterstadtfeld", None)
    assert (finding.rule, finding.value) == ("employer.similar", name)


@pytest.mark.parametrize("names", [("", []), ("Stadt", [" "])])
def test_an_empty_name_is_a_mistake(names: tuple[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        employer_names(*names)
