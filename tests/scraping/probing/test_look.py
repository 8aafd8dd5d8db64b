"""A look at a site finds what fits on a few pages, whatever stands there."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import PDF, Page, Request
from stellenbund.scraping.probing.clue import Certainty
from stellenbund.scraping.probing.look import look_at
from stellenbund.scraping.probing.tour import MOST_PAGES, Tour
from tests.scraping.probing.declarations import declared
from tests.scraping.probing.sites import URL, FewPages, declaration, looked

HOST = "https://www.musterstadt.example"
KEY = "0123456789abcdef0123456789abcdef01234567"
POSTING = """<script type="application/ld+json">
    {"@type": "JobPosting", "title": "Koch/Köchin (m/w/d)"}</script>"""
RSS = "<rss><channel>{}</channel></rss>"
NEWS = RSS.format("<item><title>Neues Rathaus</title></item>" * 3)
OPENINGS = RSS.format("<item><title>Gärtner/in (m/w/d)</title></item>" * 2)
FEED = '<link rel="alternate" type="application/rss+xml" href="/feed">'
PIECES = (
    "<li class=stelle>", "</li>", "<h3>", "Koch (m/w/d)", "</h3>", "<a href='/stellen/7'>", "</a>",
    "Bewerbungsfrist: Januar", "<table><tr><td>", FEED, POSTING, "<a href='/x.pdf'>Ausbildung</a>",
    "<div data-bite-jobs-api-listing='a:b'>", "<iframe src='//a.onlyfy.jobs/'>", "<base href='?'>",
    "<a class='\\' rel=next href=?2>weiter</a>", '<p class="3">7 Stellen</p>', "<main>", "\0",
    "<a href='https://mein-check-in.de/-'>Gärtner/in</a>", '{"data": [', "<rss>", "<urlset><loc>",
)  # fmt: skip


def cards(*names: str, more: str = "") -> str:
    items = (f'<li class="stelle"><a class="mehr" href="/{name}">{name}/in</a>{more}</li>'
             for name in names)  # fmt: skip
    return f"<title>Ausbildung</title><main><ul>{''.join(items)}</ul></main>"


def test_pages_with_structured_data_behind_a_list_are_read_through_its_links() -> None:
    look = looked(cards("koch", "gaertner"), koch=POSTING)
    assert declaration(look) == f'Site(start="{URL}", read=job_posting(links="a.mehr"))'


def test_cards_that_hold_all_there_is_are_read_alone() -> None:
    fact = "<p>Bewerbungsfrist: 31.01.2027</p>"
    source = declaration(looked(cards("koch", "gaertner", more=fact))) or ""
    assert 'read=html_cards(\n        card="li.stelle",' in source
    assert 'deadline=labelled("Bewerbungsfrist"),' in source


def test_cards_that_say_nothing_and_lead_nowhere_speak_for_no_reader() -> None:
    assert looked(cards("koch", "gaertner")).clues == ()


def test_a_list_of_topics_is_no_list_of_openings() -> None:
    topics = "".join(f'<li><a href="/{each}">{each}</a></li>' for each in ("Bauen", "Kita", "Müll"))
    assert looked(f"<main><ul>{topics}</ul></main>").clues == ()


def test_a_feed_of_openings_is_proposed_and_one_of_news_is_not() -> None:
    found = looked(FEED, feed=OPENINGS)
    assert declaration(found) == (f'Site(start="{HOST}/feed", scope=Scope.MIXED, read=feed())')
    assert looked(FEED, feed=NEWS).clues == ()


def test_the_key_of_bite_is_fetched_from_its_script() -> None:
    widget = '<div data-bite-jobs-api-listing="musterstadt:azubi"></div>'
    script = "https://cs-assets.b-ite.com/musterstadt/jobs-api/azubi.min.js"
    site = FewPages({URL: widget, script: f'createClient({{key:"{KEY}"}})'})
    look = look_at(URL, Tour(site.fetch), Memory(), "Stadt Musterstadt")
    assert [clue.reader for clue in look.clues] == ["bite"]
    assert declaration(look) == f'bite("{KEY}")'


def test_a_start_page_leads_on_to_the_page_with_the_openings() -> None:
    start = '<a href="/presse">Presse</a><a href="/stellen">Arbeiten bei uns</a>'
    look = looked(start, stellen='<iframe src="https://a.onlyfy.jobs/"></iframe>')
    assert declaration(look) == 'onlyfy("https://a.onlyfy.jobs")'
    assert [page.url for page in look.pages] == [URL, f"{HOST}/stellen"]


def test_the_sitemap_that_robots_txt_names_is_asked() -> None:
    urls = "".join(f"<url><loc>{HOST}/stellen/koch-{number}</loc></url>" for number in (1, 2))
    site = FewPages({URL: "<h1>Karriere</h1>", f"{HOST}/karte.xml": f"<urlset>{urls}</urlset>",
                     f"{HOST}/stellen/koch-1": POSTING})  # fmt: skip
    memory = Memory()
    memory.hosts[HOST] = RobotsState(
        host=HOST,
        asked_at=datetime(2026, 11, 25, tzinfo=UTC),
        status=RobotsStatus.ALLOWED,
        robots_txt=f"User-agent: *\nDisallow:\nSITEMAP: {HOST}/karte.xml",
    )
    look = look_at(URL, Tour(site.fetch), memory, "Stadt Musterstadt")
    assert declaration(look) == (
        f'Site(\n    start="{HOST}/karte.xml",\n    scope=Scope.MIXED,\n'
        '    read=sitemap(openings="/stellen/[^/?#]+$"),\n)'
    )


def test_addresses_that_show_no_opening_are_no_reason_for_a_sitemap() -> None:
    urls = "".join(f"<url><loc>{HOST}/stellen/{name}</loc></url>" for name in ("faq", "team"))
    site = FewPages({URL: "<h1>Karriere</h1>", f"{HOST}/sitemap.xml": f"<urlset>{urls}</urlset>",
                     f"{HOST}/stellen/faq": "<h1>Fragen</h1>"})  # fmt: skip
    assert look_at(URL, Tour(site.fetch), Memory(), "Stadt Musterstadt").clues == ()


def test_pdf_files_are_the_last_resort() -> None:
    links = '<a href="/koch.pdf">Koch/Köchin (m/w/d)</a><a href="/satzung.pdf">Hundesteuer</a>'
    (clue,) = looked(f"<main>{links}</main>").clues
    assert (clue.reader, clue.certainty) == ("pdf_notices", Certainty.POSSIBLE)
    file = Page(url=URL, text="", content_type=PDF, body=b"%PDF-")
    (clue,) = look_at(URL, Tour(lambda _: file), Memory(), "Stadt Musterstadt").clues
    assert clue.call is not None
    assert declared(clue.call).starts == (URL,)


def test_a_page_that_cannot_be_had_is_named_by_its_address() -> None:
    tour = Tour(FewPages({}).fetch)
    (clue,) = look_at("https://a.concludis.de/x", tour, Memory(), "Stadt Musterstadt").clues
    assert clue.reader == "concludis"
    assert tour.troubles == {"https://a.concludis.de/x": "https://a.concludis.de/x gibt es nicht."}


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_gives_an_answer_and_what_it_proposes_can_be_declared(pieces: list[str]) -> None:
    asked: list[str] = []

    def fetch(request: Request) -> Page:
        asked.append(request.url)
        return Page(url=request.url, text="".join(pieces))

    look = look_at(URL, Tour(fetch), Memory(), "Stadt Musterstadt")
    assert len(asked) == len(set(asked)) <= MOST_PAGES
    for clue in look.clues:
        if clue.call:
            assert declared(clue.call).starts == clue.call.made().starts


@pytest.mark.parametrize(
    "text", ["<b>" * 300, "<p>" * 70_000, "{" * 5_000, "\0", "", "\ufeff<?xml"]
)
def test_a_page_that_no_parser_takes_is_no_reason_to_fail(text: str) -> None:
    assert looked(text).clues == ()
