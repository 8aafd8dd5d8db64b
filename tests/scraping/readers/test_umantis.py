"""umantis pages on by the list's own count, and takes two languages of an opening for one."""

import json
from collections.abc import Callable
from html import escape
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.record import RawPlace
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.umantis import umantis
from stellenbund.scraping.scraper import Follow, Site
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

PORTAL = "https://recruitingapp-5000.umantis.example"
SITE = umantis(PORTAL)
ROW = (
    "<tr><td><span class=tableaslist_element_1><a class=HSTableLinkSubTitle"
    " href='/Vacancies/{0}/Description/{1}?sid={2}'>Koch</a></span>{3}</td></tr>"
)
NEXT = "<span data-pagination-next-href='?tc99=p{0}&amp;_search_token99={0}777#x'></span>"
LINK = "<a class=HSTableLinkSubTitle href="
PIECES = (
    "<table class=tableaslist>", "<tr>", f"{LINK}'/Vacancies/7/Description/1'>", "Koch", "</a>",
    f"{LINK}'/Vacancies/7/Description/2'>", f"{LINK}'http://[/Vacancies/7'>", f"{LINK}>", "</tr>",
    "<span class=tableaslist_element_2>| Ort: ", "<i class=tableaslist_element_3>", "Bauhof", "<p>",
    "<table-navigation initial-data-string='{\"TableNr\": \"9\", \"TableTo\": 10}'>", "</span>",
    "<table-navigation initial-data-string='{'>", "<b data-pagination-next-href='?tc9=p2'>",
    "keine Stellen", "<a class=HSTableLinkSubTitle>",
)  # fmt: skip


def rows(start: int, end: int, beside: str = "", language: int = 1) -> str:
    return "".join(ROW.format(number, language, start, beside) for number in range(start, end))


def state(**stated: object) -> str:
    told = escape(json.dumps({"TableNr": "99", **stated}))
    return f'<table-navigation initial-data-string="{told}"></table-navigation>'


def beside(*texts: str) -> str:
    return "".join(f"<span class=tableaslist_element_2>&nbsp;| {each}</span>" for each in texts)


def delivered(show: Callable[[int], str], site: Site = SITE) -> tuple[Delivery, list[int]]:
    """Crawl a portal that shows, on each page of its list, what *show* says."""
    asked = []

    def fetch(request: Request) -> Page:
        parts = urlsplit(request.url)
        query = dict(parse_qsl(parts.query))
        if not parts.path.startswith("/Jobs/"):
            assert not query
            raise FetchError(Outcome.FAILED, "500")
        assert query.keys() <= {"lang", "tc99", "CompanyID"}
        asked.append(int(query.get("tc99", "p1").removeprefix("p")))
        return Page(url=request.url, text=show(asked[-1]))

    return crawl(site, fetch), asked


def test_pages_are_read_until_all_that_is_stated_has_come() -> None:
    delivery, asked = delivered(
        lambda page: (
            rows(page * 10, min(page * 10 + 10, 33))
            + state(TableTotalLines="23", TableTo=min(page * 10, 23), TableCurrentPage=page)
        )
    )
    assert asked == [1, 2, 3]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (23, 23, None)


def test_the_token_of_a_search_is_left_out_of_the_next_address() -> None:
    delivery, asked = delivered(
        lambda page: rows(page * 10, page * 10 + 10) + (NEXT.format(page + 1) if page < 3 else "")
    )
    assert (asked, len(delivery.records), delivery.trouble) == ([1, 2, 3], 30, None)


def test_a_full_page_that_states_no_number_is_read_on() -> None:
    delivery, asked = delivered(
        lambda page: rows(page * 10 - 10, min(page * 10, 14)) + state(TableTo=min(page * 10, 14))
    )
    assert (asked, len(delivery.records), delivery.trouble) == ([1, 2], 14, None)


@pytest.mark.parametrize(
    "show",
    [
        lambda page: rows(0, 10) + state(TableTotalLines=23, TableTo=10, TableCurrentPage=page),
        lambda page: rows(page * 10, 20) + state(TableTotalLines=23, TableTo=page * 10),
        lambda _: rows(0, 10),
        lambda _: rows(0, 10) + NEXT.format(1),
    ],
    ids=["the same again", "then nothing", "ten and not a word", "a way to itself"],
)
def test_a_list_that_ends_too_soon_is_cut(show: Callable[[int], str]) -> None:
    delivery, _ = delivered(show)
    assert (delivery.trouble, len(delivery.records)) == (Outcome.TRUNCATED, 10)


def test_any_other_number_without_a_pager_is_the_whole_list() -> None:
    assert delivered(lambda _: rows(0, 9))[0].trouble is None
    assert delivered(lambda _: rows(0, 11))[0].trouble is None


def test_two_languages_of_an_opening_are_one_and_count_as_two() -> None:
    both = rows(7, 8, language=2) + rows(7, 8) + state(TableTotalLines=2, TableTo=2)
    delivery, _ = delivered(lambda _: both)
    assert [(each.reference, each.url) for each in delivery.records] == [
        ("7", f"{PORTAL}/Vacancies/7/Description/1")
    ]
    assert delivery.trouble is None


def test_a_row_says_what_its_customer_chose() -> None:
    texts = beside(
        "Stellennummer: 4711", "Art: Teilzeit", "Vertrag: befristet", "Ausbildung", "Bauhof"
    )
    posted = (
        "<span class='tableaslist_text tableaslist_element_9'>Online seit: 08.07.2026<br></span>"
    )
    (record,) = delivered(lambda _: rows(7, 8, posted + texts))[0].records
    assert (record.reference, record.posted, record.working_time) == ("7", "08.07.2026", "Teilzeit")
    assert (record.section, record.places) == ("Ausbildung", (RawPlace(name="Bauhof"),))
    assert record.labelled == (("Vertrag", "befristet"),)


def test_a_labelled_place_is_the_place() -> None:
    (record,) = delivered(lambda _: rows(7, 8, beside("Standort: Bauhof", "Grünpflege")))[0].records
    assert (record.section, record.places) == ("Grünpflege", (RawPlace(name="Bauhof"),))


def test_the_newer_layout_is_read_too() -> None:
    table = rows(7, 8, beside("Bauhof")).replace(
        "tableaslist_element", "table-as-list tableaslist_element"
    )
    assert len(delivered(lambda _: f"<table class=table-as-list>{table}</table>")[0].records) == 1


def test_the_page_fills_what_the_list_leaves_open() -> None:
    records = {each.reference: each for each in crawled(SITE, "umantis").records}
    assert (records["7806"].tasks_html, records["7806"].posted) == (
        "<ul><li>Grundstücke messen</li></ul>",
        "08.11.2026",
    )
    assert records["7807"].apply_url == f"{PORTAL}/Vacancies/7807/Application/CheckLogin/1"
    assert (records["7815"].title, records["7815"].is_partial) == ("Tierpfleger/in (m/w/d)", True)


@pytest.mark.parametrize(
    ("portal", "start"),
    [(f"{PORTAL}/", "/Jobs/All?lang=ger"), (f"{PORTAL}/Jobs/2", "/Jobs/2?lang=ger"),
     (f"{PORTAL}/Jobs/All?CompanyID=12", "/Jobs/All?CompanyID=12&lang=ger")],
)  # fmt: skip
def test_one_of_several_lists_can_be_asked_for(portal: str, start: str) -> None:
    assert umantis(portal).starts == (f"{PORTAL}{start}",)


def test_a_list_without_openings_must_say_so() -> None:
    table = "<table class=tableaslist><tr><td>{}</td></tr></table>"
    assert delivered(lambda _: state(TableTotalLines=0, TableTo=0))[0].trouble is Outcome.EMPTY
    assert delivered(lambda _: table.format("Keine Einträge"))[0].trouble is Outcome.EMPTY
    assert delivered(lambda _: table.format(""))[0].trouble is Outcome.UNREADABLE


def test_another_document_is_refused() -> None:
    delivery, _ = delivered(lambda _: "<h1>Wartungsarbeiten</h1>")
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["umantis.unknown"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_read_or_unreadable(pieces: list[str]) -> None:
    try:
        found = list(SITE.read(Page(url=SITE.starts[0], text="".join(pieces))))
    except ValueError:
        return
    for follow in (each for each in found if isinstance(each, Follow) and each.read):
        assert follow.read is not None
        list(follow.read(Page(url=follow.url, text="".join(pieces))))


@given(ANY_JSON)
def test_any_state_of_the_pager_is_read_or_unreadable(stated: object) -> None:
    text = rows(0, 10) + state(TableTo=stated, TableTotalLines=stated, NextLink=stated)
    try:
        list(SITE.read(Page(url=SITE.starts[0], text=text)))
    except ValueError:
        return
