"""The one test of all cities: their saved pages still give the openings that were approved."""

import json
from datetime import date
from pathlib import Path

import pytest

from stellenbund.flows.approval import approval
from stellenbund.flows.rehearse import rehearse
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.registry import load_scrapers
from stellenbund.scraping.saved import answers_from

CITIES = Path(__file__).parent
SCRAPERS = load_scrapers()
APPROVED = sorted(path.parent.name for path in CITIES.glob("*/openings.json"))


@pytest.mark.parametrize("slug", APPROVED)
def test_saved_pages_give_the_approved_openings(slug: str) -> None:
    approved = json.loads((CITIES / slug / "openings.json").read_text(encoding="utf-8"))
    with open_fetcher("Stellenbund (+test)", answer=answers_from(CITIES / slug)) as courier:
        rehearsed = rehearse(
            SCRAPERS[slug], courier.for_site, today=date.fromisoformat(approved["as_of"])
        )
    given = json.loads(json.dumps(approval(rehearsed)))
    assert given["sources"] == approved["sources"]
    assert [each["title"] for each in given["openings"]] == [
        each["title"] for each in approved["openings"]
    ]
    for opening, expected in zip(given["openings"], approved["openings"], strict=True):
        assert opening == expected
    assert given == approved


@pytest.mark.parametrize(
    "slug", [slug for slug, scraper in SCRAPERS.items() if scraper.city.is_active]
)
def test_every_city_that_takes_part_has_saved_pages_that_were_approved(slug: str) -> None:
    assert (CITIES / slug / "pages.json").exists(), f"stellenbund save {slug} URL"
    assert (CITIES / slug / "openings.json").exists(), f"stellenbund approve {slug}"


def test_every_folder_of_saved_pages_belongs_to_a_city() -> None:
    assert {path.parent.name for path in CITIES.glob("*/pages.json")} <= SCRAPERS.keys()
