"""successfactors believes no list before its stated count, and no place made from an address."""

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.dates import read_day, read_deadline
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.successfactors import successfactors
from stellenbund.scraping.scraper import Follow, Site, Unreadable
from tests.scraping.readers.pairs import crawled

PORTAL = "https://jobs.musterstadt.example"
SITE = successfactors(f"{PORTAL}/")
OURS = employer_names("Stadt Musterstadt")
TODAY = date(2026, 11, 25)
PIECES = (
    "<li class=job-tile data-url='/job/koch/7/'>", "<li class=job-tile data-url='http://[x'>",
    "<tr class=data-row>", "<table>", "<a class=jobTitle-link href='/job/koch/8/?locale=de_DE'>",
    "Koch", "</a>", "</li>", "<span class=jobLocation>Musterstadt, DE, 45999", "</span>",
    "<span class=paginationLabel>1 – 25 von 1.064", 'jobRecordsFound: parseInt("3")', "+1 weitere",
    "Zurzeit keine Stellen.", "<div>", "<rss>", "<item>", "<urlset>", "<loc>/job/a/9/", "</urlset>",
)  # fmt: skip


def tile(number: int) -> str:
    link = f'<a class="jobTitle-link" href="/job/Koch/{number}/">Koch/Köchin {number}</a>'
    return f'<li class="job-tile job-id-{number}" data-url="/job/Koch/{number}/">{link}{link}</li>'


def row(number: int) -> str:
    link = f'<a class="jobTitle-link" href="/job/Koch/{number}/">Koch/Köchin {number}</a>'
    return f'<tr class="data-row"><td>{link}</td><td><span class="jobLocation">A</span></td></tr>'


def label(shown: int, total: int) -> str:
    return f'<span class="paginationLabel">Ergebnisse <b>1 – {shown}</b> von <b>{total}</b></span>'


def posting(number: int) -> str:
    return (
        '<div itemscope itemtype="http://schema.org/JobPosting">'
        f"<h1 itemprop=title>Koch/Köchin {number}</h1></div>"
    )


def delivered(show: Callable[[str, int], str], site: Site = SITE) -> tuple[Delivery, list[str]]:
    """Crawl a site whose list shows, at a path and from a row, what *show* says."""
    asked = []

    def fetch(request: Request) -> Page:
        parts = urlsplit(request.url)
        if parts.path.startswith("/job/"):
            return Page(url=request.url, text=posting(int(parts.path.split("/")[-2])))
        start = int(dict(parse_qsl(parts.query)).get("startrow", 0))
        asked.append(f"{parts.path}{start}")
        return Page(url=request.url, text=show(parts.path, start))

    return crawl(site, fetch), asked


def test_its_dates_are_days_in_berlin() -> None:
    records = crawled(SITE, "successfactors").records
    posted = {each.reference: read_day(each.posted or "", today=TODAY) for each in records[:3]}
    assert posted == {
        "1204000101": date(2026, 7, 13),
        "1204000102": date(2026, 11, 2),
        "1204000103": date(2026, 11, 3),
    }
    # 23:00 UTC is midnight of the next day here, which is the day that was entered.
    assert read_deadline(records[0].deadline or "", today=TODAY).on == date(2026, 12, 31)


def test_further_tiles_come_from_where_the_site_itself_gets_them() -> None:
    def show(path: str, start: int) -> str:
        stated = label(25, 60) if path == "/search/" else ""
        return stated + "".join(tile(n) for n in range(start, min(start + 25, 60)))

    delivery, asked = delivered(show)
    assert asked == ["/search/0", "/tile-search-results/25", "/tile-search-results/50"]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (60, 60, None)


def test_further_rows_come_from_the_search_itself() -> None:
    def show(_: str, start: int) -> str:
        rows = "".join(row(n) for n in range(start, min(start + 25, 30)))
        return f"{label(25, 30)}<table id=searchresults>{rows}</table>"

    delivery, asked = delivered(show)
    assert asked == ["/search/0", "/search/25"]
    assert (len(delivery.records), delivery.trouble) == (30, None)


def test_the_page_of_another_opening_leaves_what_the_list_says() -> None:
    def fetch(request: Request) -> Page:
        is_list = "/search/" in request.url
        return Page(
            url=request.url, text=label(2, 2) + tile(1) + tile(2) if is_list else posting(2)
        )

    delivery = crawl(SITE, fetch)
    assert [(each.title, each.is_partial) for each in delivery.records] == [
        ("Koch/Köchin 1", True),
        ("Koch/Köchin 2", False),
    ]
    assert [each.rule for each in delivery.findings] == ["page.other_opening"]


@pytest.mark.parametrize("further", ["", "<!DOCTYPE html>\n", "".join(map(tile, range(25)))])
def test_a_list_that_ends_before_its_count_or_repeats_itself_is_cut(further: str) -> None:
    first = label(25, 60) + "".join(tile(n) for n in range(25))
    delivery, asked = delivered(lambda path, _: first if path == "/search/" else further)
    assert delivery.trouble is Outcome.TRUNCATED
    assert (len(delivery.records), len(asked) <= 3) == (25, True)


def test_a_list_without_a_count_is_whole_only_if_no_page_is_so_short() -> None:
    site = Site(start=f"{PORTAL}/tile-search-results/?startrow=0", read=SITE.read)
    for rows, outcome in ((9, None), (10, Outcome.TRUNCATED), (25, Outcome.TRUNCATED)):
        delivery, asked = delivered(lambda *_, rows=rows: "".join(map(tile, range(rows))), site)
        assert (len(delivery.records), delivery.trouble, len(asked)) == (rows, outcome, 1)


@pytest.mark.parametrize(
    "page",
    [
        label(0, 0),
        '<script>x.init({jobRecordsFound: parseInt("0")});</script>',
        "<div id=noresults>Zurzeit gibt es keine offenen Stellen.</div>",
    ],
)
def test_no_openings_are_none_only_by_the_word_of_the_site(page: str) -> None:
    assert delivered(lambda *_: page)[0].trouble is Outcome.EMPTY


def test_a_list_that_only_a_script_fills_is_refused() -> None:
    delivery, _ = delivered(lambda *_: "<div id=app></div><script src=/platform/js/search.js>")
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["successfactors.unknown"]


def test_an_opening_keeps_its_number_whatever_its_title_language_and_campaign() -> None:
    addresses = ("/job/Koch/7/?locale=de_DE", "/ort/job/Koechin-Musterstadt-45999/7/?utm_source=x",
                 "/job/Koch/7-de_DE/", f"{PORTAL}/job/7/")  # fmt: skip
    for address in addresses:
        text = f'<li class=job-tile data-url="{address}"><a class=jobTitle-link href=x>Koch</a>'
        follow, *_ = SITE.read(Page(url=f"{PORTAL}/search/", text=text))
        assert isinstance(follow, Follow)
        assert follow.record is not None
        assert (follow.record.reference, "?" in follow.url) == ("7", False)


def test_a_tile_without_a_way_to_its_page_is_kept_as_it_is() -> None:
    text = "<li class=job-tile><a class=jobTitle-link>Koch</a></li><li class=job-tile>?</li>"
    found = list(SITE.read(Page(url=f"{PORTAL}/search/", text=text)))
    assert [type(each) for each in found] == [RawRecord, Unreadable]


def test_a_place_that_is_made_from_the_address_of_the_page_gives_way() -> None:
    page = posting(7).replace(
        "</h1>",
        """</h1><span itemprop=jobLocation itemscope><span itemprop=address itemscope>
        <meta itemprop=streetAddress content="Musterstadt, NW, DE, 45999">
        <meta itemprop=addressLocality content="Musterstadt Koch oder">{}</span></span>""",
    )
    whole = '<span class="jobGeoLocation">Musterstadt, NW, DE, 45999</span>'
    expected = {whole: RawPlace(name="Musterstadt", postcode="45999"),
                "": RawPlace(name="Musterstadt Koch oder")}  # fmt: skip
    sitemap = successfactors(f"{PORTAL}/sitemap.xml")
    (_, follow) = sitemap.read(listing("/job/Koch/7/"))
    assert isinstance(follow, Follow)
    assert follow.read is not None
    for place, read in expected.items():
        (record,) = follow.read(Page(url=follow.url, text=page.format(place)))
        assert isinstance(record, RawRecord)
        assert (record.reference, record.places) == ("7", (read,))


def listing(*paths: str) -> Page:
    urls = "".join(f"<url><loc>{PORTAL}{path}</loc></url>" for path in paths)
    return Page(url=f"{PORTAL}/sitemap.xml", text=f"<urlset>{urls}</urlset>")


def test_the_sitemap_leads_to_all_openings_and_to_nothing_else() -> None:
    paths = ("/", "/search/", "/go/Ausbildung/9001/", "/job/Koch-45999/7/", "/job/Florist/8/")
    site = successfactors(f"{PORTAL}/sitemap.xml")

    delivery, asked = delivered(lambda *_: listing(*paths).text, site)
    assert asked == ["/sitemap.xml0"]
    assert [each.reference for each in delivery.records] == ["7", "8"]
    assert delivery.trouble is None


def test_a_page_that_says_the_opening_has_ended_is_no_opening_and_has_not_vanished() -> None:
    (_, follow) = successfactors(f"{PORTAL}/sitemap.xml").read(listing("/job/Koch/7/"))
    assert isinstance(follow, Follow)
    assert follow.read is not None
    found = list(follow.read(Page(url=follow.url, text="<b>Die Stelle ist vergeben.</b>")))
    assert [each.reference for each in found if isinstance(each, Unreadable)] == ["7"]


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Stellen</title>
<item><title>Koch/Köchin (m/w/d) (Musterstadt, DE, 45999)</title>
<description><![CDATA[<p>Kochen für die Kitas.</p>]]></description>
<link>https://jobs.musterstadt.example/job/Koch/7/?feedId=1&amp;utm_source=x</link><guid>7</guid>
<g:id>7</g:id><g:location>Musterstadt, NRW, 45999</g:location><g:employer>Stadt Musterstadt
</g:employer><g:expiration_date>2026-12-25</g:expiration_date></item>
<item><title>Gärtner/in</title><link>https://jobs.musterstadt.example/job/G/8/</link>
<g:employer>Stadt Nebenstadt</g:employer></item></channel></rss>"""


def test_the_feed_leads_to_the_page_of_each_opening_and_knows_enough_without_it() -> None:
    def fetch(request: Request) -> Page:
        if request.url.endswith(".xml"):
            return Page(url=request.url, text=FEED, content_type="text/xml")
        assert request.url == f"{PORTAL}/job/Koch/7/"
        raise FetchError(Outcome.FAILED, "aus")

    delivery = crawl(successfactors(f"{PORTAL}/sitemal.xml", only=OURS), fetch)
    (record,) = delivery.records
    assert (record.title, record.reference) == ("Koch/Köchin (m/w/d)", "7")
    assert record.places == (RawPlace(name="Musterstadt", postcode="45999"),)
    assert (record.deadline, record.is_partial) == (None, True)
    assert (record.description_html, delivery.trouble) == ("<p>Kochen für die Kitas.</p>", None)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_document_is_read_or_unreadable(text: str) -> None:
    page = Page(url=f"{PORTAL}/search/?startrow=x", text=text)
    try:
        found = list(SITE.read(page))
        details = [each for each in found if isinstance(each, Follow) and each.read and each.record]
        for each in details:
            assert each.read is not None
            list(each.read(page))
    except ValueError:
        return
    assert found or text.lstrip().startswith(("<urlset>", "<rss>"))
