"""mein_check_in counts an opening once, however often and under whatever address it is linked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.mein_check_in import mein_check_in
from stellenbund.scraping.scraper import Follow, Site
from tests.scraping.readers.pairs import crawled

BOARD = "https://www.mein-check-in.de/musterstadt"
SITE = mein_check_in("musterstadt")
PIECES = (
    "<li id=pg-1>", "<span>Ausbildung</span>", "<a href='position-7'>", "Koch", "</a>", "</li>",
    "<a href='//mein-check-in.de/x/position-8?y'>", "<a href='http://[position-9'>", "<ul>",
    "<a href='/musterstadt/position-7/apply'>", "<base href='https://[x/'>", "keine Stellen", "<p>",
    "<div itemscope itemtype='http://schema.org/JobPosting'>", "<b itemprop=title>", "</div>",
)  # fmt: skip


def delivered(overview: str, site: Site = SITE) -> Delivery:
    """Crawl a board whose overview is *overview* and whose openings cannot be had."""

    def fetch(request: Request) -> Page:
        if request.url not in site.starts:
            raise FetchError(Outcome.FAILED, "500")
        return Page(url=request.url, text=overview)

    return crawl(site, fetch)


@pytest.mark.parametrize(
    "board",
    ["musterstadt", BOARD, f"{BOARD}/", f"{BOARD}/index", f"{BOARD}/overview?x=1#top",
     "http://mein-check-in.de/musterstadt", "mein-check-in.de/musterstadt/position-1"],
)  # fmt: skip
def test_every_address_of_a_board_is_the_same_board(board: str) -> None:
    assert mein_check_in(board).starts == (f"{BOARD}/overview",)


def test_a_board_may_have_a_host_of_its_own() -> None:
    site = mein_check_in("https://sparkasse.mein-check-in.de/sparkasse-musterstadt")
    assert site.starts == ("https://sparkasse.mein-check-in.de/sparkasse-musterstadt/overview",)


@pytest.mark.parametrize("board", ["", "https://www.mein-check-in.de/", "https://x.example/y"])
def test_what_is_no_board_is_a_mistake(board: str) -> None:
    with pytest.raises(ValueError, match="no board at mein-check-in"):
        mein_check_in(board)


def test_an_opening_that_is_linked_in_many_ways_is_one() -> None:
    ways = ("position-7", "/musterstadt/position-7/", "http://mein-check-in.de/musterstadt/position-7",
            f"{BOARD}/position-7?ref=liste#x")  # fmt: skip
    links = "".join(f"<a href='{way}'>Koch</a>" for way in ways)
    (record,) = delivered(links).records
    assert (record.reference, record.url, record.title) == ("7", f"{BOARD}/position-7", "Koch")


def test_its_group_in_the_side_is_the_section_and_a_link_without_words_is_no_title() -> None:
    side = "<li id=pg-4><span>Ausbildung</span><ul><li><a href='position-7'>Koch</a></li></ul></li>"
    (record,) = delivered(f"<a href='position-7'><img src=x></a>{side}").records
    assert (record.title, record.section) == ("Koch", "Ausbildung")


def test_the_way_to_apply_is_no_opening() -> None:
    links = "<a href='position-7'>Koch</a><a href='position-8/apply'>Bewerben</a>"
    assert [each.reference for each in delivered(links).records] == ["7"]


def test_a_board_without_openings_must_say_so() -> None:
    frame = "<link href='https://www.mein-check-in.de/style.css'>"
    assert delivered(f"{frame}<p>Derzeit keine Stellen.</p>").trouble is Outcome.EMPTY
    marked = mein_check_in("musterstadt", no_openings=".leer")
    assert delivered(f"{frame}<p class=leer>Nichts da.", marked).trouble is Outcome.EMPTY
    assert delivered(frame).trouble is Outcome.UNREADABLE
    (finding,) = delivered("<h1>Wartung</h1>").findings
    assert finding.rule == "mein_check_in.unknown"


def test_a_hundred_openings_are_a_list_that_is_cut() -> None:
    links = "".join(f"<a href='position-{number}'>Koch</a>" for number in range(100))
    assert delivered(links).trouble is Outcome.TRUNCATED
    assert delivered(links + "<a href='position-100'>Koch</a>").trouble is None


def test_microdata_are_read_and_then_mere_text() -> None:
    records = {each.reference: each for each in crawled(SITE, "mein_check_in").records}
    assert records["376837"].deadline == "2027-01-15T23:59:59+01:00"
    assert records["376837"].places[0].street == "Rechenzentrumsweg 3"
    assert (records["376840"].duration, records["376840"].is_partial) == ("3 Jahre", False)
    assert (records["376841"].title, records["376841"].is_partial) == ("Forstwirt/in (m/w/d)", True)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_read_or_unreadable(pieces: list[str]) -> None:
    try:
        found = list(SITE.read(Page(url=SITE.starts[0], text="".join(pieces))))
    except ValueError:
        return
    for follow in (each for each in found if isinstance(each, Follow) and each.read):
        assert follow.read is not None
        list(follow.read(Page(url=follow.url, text="".join(pieces))))
