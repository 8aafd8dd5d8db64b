"""A scraper is found because its file lies there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stellenbund.domain.errors import NotFoundError
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.registry import READERS, DeclarationError, load_scrapers, reader_named
from stellenbund.scraping.scraper import Scraper

FILE = '''"""{name}: cards on one page."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(slug="{slug}", name="{name}", ags="05999000", website="https://{slug}.example/"),
    sources=(Site(start="https://{slug}.example/", read=html_cards(card="li")),),
)
'''

Declare = Callable[..., None]


@pytest.fixture
def declare(tmp_path: Path) -> Declare:
    """Write a city's file into the folder."""

    def write(file: str, slug: str, text: str = FILE) -> None:
        (tmp_path / file).write_text(text.format(slug=slug, name=slug.title()), encoding="utf-8")

    return write


def test_the_cities_of_a_folder_are_found_in_order(tmp_path: Path, declare: Declare) -> None:
    declare("b.py", "beispielstadt")
    declare("z.py", "ahausen")
    declare("_helper.py", "nicht", "raise RuntimeError")
    (tmp_path / "README.md").write_text("which reader for which page")
    assert list(load_scrapers(tmp_path)) == ["ahausen", "beispielstadt"]


def test_a_file_without_a_scraper_is_a_mistake(tmp_path: Path, declare: Declare) -> None:
    declare("x.py", "x", "SCRAPER = 'Musterstadt'")
    with pytest.raises(DeclarationError, match="declares no SCRAPER"):
        load_scrapers(tmp_path)


def test_one_city_in_two_files_is_a_mistake(tmp_path: Path, declare: Declare) -> None:
    declare("a.py", "musterstadt")
    declare("b.py", "musterstadt")
    with pytest.raises(DeclarationError, match="declares musterstadt again"):
        load_scrapers(tmp_path)


def test_every_city_of_the_package_is_found() -> None:
    scrapers = load_scrapers("scrapers")
    files = {path.stem for path in (Path(__file__).parents[2] / "scrapers").glob("[!_]*.py")}
    assert {slug.replace("-", "_") for slug in scrapers} == files
    assert all(isinstance(each, Scraper) for each in scrapers.values())


def test_a_reader_is_the_citys_own_or_one_that_needs_none(tmp_path: Path, declare: Declare) -> None:
    declare("a.py", "musterstadt")
    scraper = load_scrapers(tmp_path)["musterstadt"]
    assert reader_named("html_cards", scraper) is scraper.sources[0].read
    assert reader_named("jobsuche", scraper) is READERS["jobsuche"]
    assert reader_named("job_posting") is READERS["job_posting"]
    with pytest.raises(NotFoundError, match="reader: html_cards"):
        reader_named(html_cards.__name__)
