"""list_then_detail joins what the list says with what the detail page says."""

from dataclasses import replace

import pytest

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Follow, Reader, Unreadable, Yield
from stellenbund.scraping.selectors import FieldSelectors, labelled, text

URL = "https://www.musterstadt.example/jobs"
READ = list_then_detail(
    card="li",
    link="a",
    next_page="a.weiter",
    list_fields=FieldSelectors(title=text("a"), deadline=labelled("Frist"), reference=text("i")),
    title=text("h1"),
    start=labelled("Beginn"),
    deadline=labelled("Bewerbungsfrist"),
)
LIST = '<ul><li><i>7</i> <a href="/jobs/7">Koch</a><p>Frist: Januar</p></li></ul>'
LISTED = RawRecord(
    page=URL,
    reference="7",
    title="Koch",
    deadline="Januar",
    url="https://www.musterstadt.example/jobs/7",
)


def follow(read: Reader = READ, text: str = LIST) -> Follow:
    (found,) = read(Page(url=URL, text=text))
    assert isinstance(found, Follow)
    return found


def detail(text: str) -> list[Yield]:
    read = follow().read
    assert read is not None
    return list(read(Page(url="https://www.musterstadt.example/jobs/7", text=text)))


def test_a_card_leads_to_its_page_and_sends_along_what_it_says() -> None:
    assert replace(follow(), read=None) == Follow(
        "https://www.musterstadt.example/jobs/7", record=LISTED, is_opening=True
    )


def test_the_detail_page_wins_and_the_list_fills_the_rest() -> None:
    found = detail("<h1>Koch/Köchin</h1><p>Bewerbungsfrist: 31.01.2027</p>")
    expected = replace(LISTED, page=LISTED.url or "", title="Koch/Köchin", deadline="31.01.2027")
    assert found == [expected]


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("jobs/7", "<h1>Gärtner/in</h1><p>Bewerbungsfrist: 31.01.2027</p>"),
        ("jobs/7", "<h2>Gärtner/in</h2><p>Bewerbungsfrist: 31.01.2027</p>"),
        ("jobs/8", "<h1>Koch</h1><p>Bewerbungsfrist: 31.01.2027</p>"),
    ],
    ids=["another title", "another heading", "another address"],
)
def test_the_page_of_another_opening_leaves_a_partial_record(url: str, text: str) -> None:
    read = follow().read
    assert read is not None
    remark, record = read(Page(url=f"https://www.musterstadt.example/{url}", text=text))
    assert isinstance(remark, Finding)
    assert remark.rule == "page.other_opening"
    assert record == replace(LISTED, is_partial=True)


def test_a_detail_page_with_none_of_its_fields_leaves_a_partial_record() -> None:
    remark, record = detail("<h2>Neu gestaltet</h2>")
    assert isinstance(remark, Finding)
    assert remark.rule == "page.no_fields"
    assert record == replace(LISTED, is_partial=True)


def test_a_card_without_link_stands_for_itself() -> None:
    (record,) = READ(Page(url=URL, text="<li><i>7</i><a>Koch</a></li>"))
    assert record == RawRecord(page=URL, reference="7", title="Koch")
    (found,) = READ(Page(url=URL, text="<li><i>7</i></li>"))
    assert isinstance(found, Unreadable)


def test_the_card_itself_may_be_the_link() -> None:
    read = list_then_detail(card="a.job", link=":scope", title=text("h1"))
    found = follow(read, '<a class=job href="7">x</a>')
    assert found.url == "https://www.musterstadt.example/7"


def test_the_next_page_is_read_as_a_list() -> None:
    found = list(READ(Page(url=URL, text=LIST + '<a class=weiter href="?s=2">weiter</a>')))
    assert found[-1] == Follow(URL + "?s=2")
