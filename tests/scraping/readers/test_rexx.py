"""rexx reads both layouts, never believes a list of a hundred, and knows an opening by its id."""

import json
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.dates import read_deadline
from stellenbund.domain.normalisers.texts import read_html
from stellenbund.domain.run import Outcome
from stellenbund.domain.vocabulary import DeadlineKind
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.rexx import rexx
from stellenbund.scraping.scraper import Follow, Site
from tests.scraping.readers.pairs import crawled

PORTAL = "https://musterstadt-portal.rexx-systems.example"
SITE = rexx(PORTAL)
CARD = '<article class="joboffer_container"><a href="/Koch-de-j{}.html?sid={}">Koch</a></article>'
PROFESSIONS = ("Gärtner/in", "Koch/Köchin 1", "Straßenwärter/in", "Ausbildung Koch/Köchin 11")
PIECES = ("<div class=joboffer_container>", "<table id=joboffers class=real_table>", "<tr>", "<td>",
          "<th>", "<a href='?order[field]=valid_until'>", "<a href='x-de-j7.html?sid=1'>", "</a>",
          "<a href='http://[x-de-j7.html'>", "<div onclick=\"location.href='//[/a-de-j1.html'\">",
          "<section id=joboffer_table_container data-count='²'>", "</tr>", "Koch",
          "<div id=joblist_navigator>", "<li class=nav_next>", "<a href='?start=99'>", "</table>",
          "keine Stellen")  # fmt: skip


def cards(start: int, end: int, session: int = 0) -> str:
    return "".join(CARD.format(number, session) for number in range(start, end))


def pager(start: int | None) -> str:
    link = "" if start is None else f'<a href="?sid=abc&amp;start={start}">weiter</a>'
    return f'<div id="joblist_navigator"><ul><li class="nav_next">{link}</li></ul></div>'


def delivered(show: Callable[[int], str], site: Site = SITE) -> tuple[Delivery, list[int]]:
    """Crawl a portal whose list page shows, from each start, what *show* says."""
    asked = []

    def fetch(request: Request) -> Page:
        parts = urlsplit(request.url)
        if parts.path != "/stellenangebote.html":
            assert "sid" not in request.url
            raise FetchError(Outcome.FAILED, "500")
        query = dict(parse_qsl(parts.query))
        assert query.keys() == {"start"}
        asked.append(int(query["start"]))
        return Page(url=request.url, text=show(asked[-1]))

    return crawl(site, fetch), asked


def test_the_pager_is_followed_without_its_session() -> None:
    delivery, asked = delivered(
        lambda start: (
            cards(start, min(start + 100, 204)) + pager(start + 100 if start < 200 else None)
        )
    )
    assert asked == [0, 100, 200]
    assert {each.reference for each in delivery.records} == {str(number) for number in range(204)}
    assert all(each.url == f"{PORTAL}/Koch-de-j{each.reference}.html" for each in delivery.records)


def test_a_full_page_without_a_pager_is_read_on() -> None:
    delivery, asked = delivered(lambda start: cards(start, min(start + 100, 150)))
    assert (asked, len(delivery.records)) == ([0, 100], 150)
    assert delivery.trouble is None


@pytest.mark.parametrize(
    "show",
    [
        lambda start: cards(0, 100, session=start),
        lambda start: cards(start, 100),
        lambda start: cards(start, 100) + pager(None),
        lambda start: cards(0, 100, session=start) + pager(100),
        lambda start: cards(0, 100, session=start) + pager(0),
    ],
    ids=["the same again", "then nothing", "at its end", "the pager's same", "a pager to itself"],
)
def test_a_hundred_openings_are_a_list_that_is_cut(show: Callable[[int], str]) -> None:
    delivery, _ = delivered(show)
    assert (delivery.trouble, len(delivery.records)) == (Outcome.TRUNCATED, 100)


def test_a_number_that_the_list_states_is_checked() -> None:
    def counted(number: int) -> str:
        return (
            f'<section id="joboffer_table_container" data-count="{number}">{cards(0, 7)}</section>'
        )

    assert delivered(lambda _: counted(7))[0].trouble is None
    assert delivered(lambda _: counted(8))[0].trouble is Outcome.TRUNCATED


def test_a_list_without_openings_must_say_so() -> None:
    row = "<tr><td>Zurzeit keine offenen Stellen.</td></tr>"
    table = f"<table id=joboffers class=real_table>{row}</table>"
    assert delivered(lambda _: table)[0].trouble is Outcome.EMPTY
    section = '<section id="joboffer_table_container" data-count="0"></section>'
    assert delivered(lambda _: section)[0].trouble is Outcome.EMPTY
    marked = rexx(PORTAL, no_openings="p.leer")
    assert delivered(lambda _: "<p class=leer>Nichts da.</p>", marked)[0].trouble is Outcome.EMPTY
    assert delivered(lambda _: "<p>Neues Layout</p>")[0].trouble is Outcome.UNREADABLE


def test_an_entry_without_a_page_of_its_own_is_not_lost() -> None:
    texts = ('<a href="/impressum.html">Koch</a>', "<p>Gärtner/in</p>")
    shown = "".join(f"<div class=joboffer_container>{text}</div>" for text in texts)
    delivery, _ = delivered(lambda _: shown)
    assert [(each.title, each.reference, each.url) for each in delivery.records] == [
        ("Koch", None, None)
    ]
    assert delivery.unreadable == {"Gärtner/in"}


def posting(number: int) -> str:
    document = {"@type": "JobPosting", "title": PROFESSIONS[number], "validThrough": "2027-01-31"}
    return f'<script type="application/ld+json">{json.dumps(document)}</script>'


@pytest.mark.parametrize("leads_on", [False, True], ids=["at its own address", "by a redirect"])
def test_a_portal_that_answers_each_address_with_one_opening_is_seen_through(
    *, leads_on: bool
) -> None:
    shown = "".join(
        cards(number, number + 1).replace(">Koch<", f">{name}<")
        for number, name in enumerate(PROFESSIONS)
    )

    def fetch(request: Request) -> Page:
        if "start=" in request.url:
            return Page(url=request.url, text=shown)
        url = f"{PORTAL}/Koch-de-j1.html" if leads_on else request.url
        return Page(url=url, text=posting(1))

    delivery = crawl(SITE, fetch)
    assert [(each.title, each.is_partial) for each in delivery.records] == [
        (name, number != 1) for number, name in enumerate(PROFESSIONS)
    ]
    others = [each.reference for each in delivery.findings if each.rule == "page.other_opening"]
    assert others == ["0", "2", "3"]


def test_no_deadline_is_no_day() -> None:
    record = crawled(SITE, "rexx").records[0]
    assert record.deadline == "00.00.0000"
    deadline = read_deadline(record.deadline, today=date(2026, 11, 24))
    assert (deadline.kind, deadline.on) == (DeadlineKind.UNKNOWN, None)


def test_a_text_that_is_escaped_twice_is_read() -> None:
    record = crawled(SITE, "rexx").records[0]
    text = read_html(record.description_html or "", base_url=PORTAL)
    assert text.html == "<p>Du löschst, rettest &amp; schützt.</p>"


def test_an_opening_is_known_by_the_id_in_its_address_not_by_its_slug() -> None:
    delivery, _ = delivered(lambda _: cards(7, 8) + cards(7, 8).replace("Koch-de", "Koechin-de"))
    assert {each.reference for each in delivery.records} == {"7"}


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_read_or_unreadable(pieces: list[str]) -> None:
    try:
        found = list(SITE.read(Page(url=SITE.starts[0], text="".join(pieces))))
    except ValueError:
        return
    for follow in (each for each in found if isinstance(each, Follow) and each.read):
        assert follow.read is not None
        list(follow.read(Page(url=follow.url, text="".join(pieces))))
