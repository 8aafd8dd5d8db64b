"""A declaration is written as the formatter would, and means the same when it is run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.source import Scope
from stellenbund.scraping.probing.call import WIDTH, Call, text_literal
from stellenbund.scraping.probing.city_file import import_lines
from stellenbund.scraping.readers.dvinci import dvinci
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.rexx import rexx
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.selectors import labelled, text
from tests.scraping.probing.declarations import declared, run

CARDS = Call(
    Site,
    keywords={
        "start": "https://karriere.musterstadt.example/ausbildung/angebote",
        "scope": Scope.MIXED,
        "read": Call(
            html_cards,
            keywords={"card": "li.stelle", "title": Call(text, ("h3",)),
                      "deadline": Call(labelled, ("Bewerbungsfrist", "Bewerbungsschluss"))},
        ),
    },
)  # fmt: skip


def test_what_fits_stands_on_one_line() -> None:
    assert Call(dvinci, ("https://a.example",)).source() == 'dvinci("https://a.example")'
    hosts = Call(rexx, ("https://a.example",), {"hosts": ("b.example",)})
    assert hosts.source() == 'rexx("https://a.example", hosts=("b.example",))'


def test_what_does_not_fit_is_broken_as_the_formatter_breaks_it() -> None:
    assert CARDS.source(column=4) == (
        "Site(\n"
        '        start="https://karriere.musterstadt.example/ausbildung/angebote",\n'
        "        scope=Scope.MIXED,\n"
        "        read=html_cards(\n"
        '            card="li.stelle",\n'
        '            title=text("h3"),\n'
        '            deadline=labelled("Bewerbungsfrist", "Bewerbungsschluss"),\n'
        "        ),\n"
        "    )"
    )


@given(st.integers(0, 60), st.text("ab/", min_size=30, max_size=90), st.integers(0, 20))
def test_no_line_that_can_be_broken_is_too_long(column: int, path: str, before: int) -> None:
    call = Call(dvinci, (f"https://a.example/{path}",), {"scope": Scope.MIXED})
    first, *others = call.source(column, before).splitlines()
    assert column + before + len(first) < WIDTH
    assert [each for each in others if "https" not in each and len(each) > WIDTH] == []


def test_the_text_means_what_the_call_makes() -> None:
    made, site = CARDS.made(), declared(CARDS)
    assert isinstance(made, Site)
    assert (site.starts, site.scope) == (made.starts, made.scope)
    assert site.reader_name == made.reader_name == "html_cards"


def test_names_are_imported_from_where_they_are_defined() -> None:
    assert import_lines(CARDS.imports()).splitlines() == [
        "from stellenbund.domain.source import Scope",
        "from stellenbund.scraping.readers.html_cards import html_cards",
        "from stellenbund.scraping.scraper import Site",
        "from stellenbund.scraping.selectors import labelled, text",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"/stellen/\d+", r'r"/stellen/\d+"'),
        ('a[href="x"]', "'a[href=\"x\"]'"),
        ("Straße", '"Straße"'),
    ],
)
def test_a_text_is_written_so_that_it_can_be_read(text: str, written: str) -> None:
    assert text_literal(text) == written


@given(st.text())
def test_any_text_means_itself(text: str) -> None:
    assert run(f"TEXT = {text_literal(text)}")["TEXT"] == text
