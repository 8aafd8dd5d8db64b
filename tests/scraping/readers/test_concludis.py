"""concludis pages on until all that is stated has come, and knows an opening by its number."""

from collections.abc import Callable
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
from stellenbund.scraping.readers.concludis import concludis
from stellenbund.scraping.scraper import Follow, Site
from tests.scraping.readers.pairs import crawled

PORTAL = "https://musterstadt.concludis.example"
SITE = concludis(f"{PORTAL}/")
ROW = (
    "<div id=line_{0} onclick=\"cJobboard.openJob('/prj/shw/aa_0/{0}/K.htm?b=0&amp;sid={1}');\">"
    '<span class="headerlink stellenlink">Koch</span><span class=kurzb>{2}</span></div>'
)
PIECES = (
    "<div class=stellensum>", "7 Stellen gefunden", "² Stellen", "</div>", "<div class=stellen>",
    "<div id=line_7>", "<div id=line_>", "<span class=stellenlink>Koch</span>", "<p>",
    "<div onclick=\"openJob('/prj/shw/a_0/7/x.htm?b=0')\">", "<span class=kurzb>am Standort ",
    "<div onclick=\"openJob('http://[/prj/shw/a_0/8/x.htm')\" id=line_8>", " - ", "45999",
    "<a href='/prj/shw/a_0/9/x.htm'>", "keine Stellen", "</span>",
)  # fmt: skip


def board(total: object, start: int, end: int, teaser: str = "") -> str:
    rows = "".join(ROW.format(number, start, teaser) for number in range(start, end))
    head = "" if total is None else f"<div class=stellensum>{total} Stellen gefunden</div>"
    return f'{head}<div class="stellen list">{rows}</div>'


def delivered(show: Callable[[int], str], site: Site = SITE) -> tuple[Delivery, list[int]]:
    """Crawl a board that shows, on each page of its list, what *show* says."""
    asked = []

    def fetch(request: Request) -> Page:
        parts = urlsplit(request.url)
        query = dict(parse_qsl(parts.query))
        if not parts.path.startswith("/prj/lst/"):
            assert query == {"b": "0"}
            raise FetchError(Outcome.FAILED, "500")
        asked.append(int(query.get("page", 1)))
        return Page(url=request.url, text=show(asked[-1]))

    return crawl(site, fetch), asked


def test_pages_of_25_are_read_until_all_that_is_stated_has_come() -> None:
    delivery, asked = delivered(lambda page: board(60, (page - 1) * 25, min(page * 25, 60)))
    assert asked == [1, 2, 3]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (60, 60, None)
    assert {each.reference for each in delivery.records} == {str(number) for number in range(60)}


def test_fewer_than_stated_are_a_list_that_is_cut() -> None:
    delivery, asked = delivered(lambda page: board(206, 0, 25) if page == 1 else board(206, 0, 0))
    assert (asked, delivery.trouble) == ([1, 2], Outcome.TRUNCATED)
    delivery, _ = delivered(lambda _: board("1.206", 0, 25))
    assert (delivery.stated_total, delivery.trouble) == (1206, Outcome.TRUNCATED)


def test_a_full_page_that_states_no_number_is_read_on() -> None:
    delivery, asked = delivered(lambda page: board(None, (page - 1) * 25, min(page * 25, 40)))
    assert (asked, len(delivery.records)) == ([1, 2], 40)


def test_an_address_holds_no_session() -> None:
    delivery, _ = delivered(lambda _: board(3, 0, 3))
    assert {each.url for each in delivery.records} == {
        f"{PORTAL}/prj/shw/aa_0/{number}/K.htm?b=0" for number in range(3)
    }


@pytest.mark.parametrize(
    ("teaser", "place", "working_time"),
    [("<br> Stellennummer 5 am Standort Musterstadt DE-45999 - Teilzeit",
      RawPlace(name="Musterstadt", postcode="45999"), "Teilzeit"),
     ("Stellennummer 5 am Standort Bad Musterau-Süd", RawPlace(name="Bad Musterau-Süd"), None),
     ("Einsatzort: Bauhof", RawPlace(name="Bauhof"), None)],
)  # fmt: skip
def test_a_teaser_says_where(teaser: str, place: RawPlace, working_time: str | None) -> None:
    (record,) = delivered(lambda _: board(1, 5, 6, teaser))[0].records
    assert (record.places, record.working_time) == ((place,), working_time)


def test_a_list_without_openings_must_say_so() -> None:
    assert delivered(lambda _: board(0, 0, 0))[0].trouble is Outcome.EMPTY
    none = "<div class=stellen>Keine Stellen gefunden</div>"
    assert delivered(lambda _: none)[0].reason == "Die Seite sagt: „Keine Stellen gefunden“"
    assert delivered(lambda _: board(None, 0, 0))[0].trouble is Outcome.UNREADABLE


def test_another_document_is_refused() -> None:
    delivery, _ = delivered(lambda _: "<h1>Wartungsarbeiten</h1>")
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["concludis.unknown"]


def test_one_of_several_job_boards_can_be_asked_for() -> None:
    assert concludis(PORTAL, board="36").starts[0].endswith("/GesamtlisteOffenePositionen.htm?b=36")


def test_a_page_without_a_session_is_empty_and_loses_nothing() -> None:
    records = {each.reference: each for each in crawled(SITE, "concludis").records}
    assert (records["941"].deadline, records["941"].is_partial) == ("31.01.2027", True)
    assert (records["944"].title, records["944"].is_partial) == (
        "Brandmeisteranwärter/in (m/w/d)",
        True,
    )


def test_letters_come_as_the_server_says_they_are_written() -> None:
    assert "berätst Bürgerinnen" in (crawled(SITE, "concludis").records[0].description_html or "")


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_read_or_unreadable(pieces: list[str]) -> None:
    try:
        found = list(SITE.read(Page(url=SITE.starts[0], text="".join(pieces))))
    except ValueError:
        return
    for follow in (each for each in found if isinstance(each, Follow) and each.read):
        assert follow.read is not None
        list(follow.read(Page(url=follow.url, text="".join(pieces))))
