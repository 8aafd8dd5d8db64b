"""sitemap reads what a site lists of itself: each opening once, in German, none of the rest."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.bodies import Parcel, read_body
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.readers.sitemap_document import pages_in, sitemaps_in
from stellenbund.scraping.scraper import Follow, Listed, Reader, Refused, Site, Unreadable
from stellenbund.scraping.selectors import text

URL = "https://karriere.musterstadt.example/"
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "feeds"
PIECES = (
    "<urlset>", "<sitemapindex>", "</urlset>", "<url>", "</url>", "<sitemap>", "<loc>",
    "<loc>https://[x", "</loc>", "<lastmod>2026-11-01", "<![CDATA[", "/stelle/1", "/en/job/1", "<",
    '<xhtml:link rel="alternate" hreflang="de" href="/stelle/1"/>', "&amp;", "&#x110000;",
    '<link hreflang="en" href="https://[">', "<image:loc>/a.jpg",
)  # fmt: skip


def page(document: str, url: str = f"{URL}sitemap.xml") -> Page:
    return Page(url=url, text=document, content_type="application/xml")


def listing(*names: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{URL}{each}</loc></url>' for each in names)}</urlset>"


def entry(address: str, **languages: str) -> str:
    links = (
        f'<xhtml:link rel="alternate" hreflang="{language.replace("_", "-")}" href="{URL}{other}"/>'
        for language, other in languages.items()
    )
    return f"<url><loc>{URL}{address}</loc>{''.join(links)}</url>"


def posting(title: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "{title}"}}</script>'
    )


def crawled(read: Reader, **pages: str) -> Delivery:
    """Crawl pages by path from the one called *start*; all others are gone."""

    def fetch(request: Request) -> Page:
        name = request.url.removeprefix(URL) or "start"
        if name not in pages:
            raise FetchError(Outcome.MOVED, "weg", is_gone=True)
        return page(pages[name], request.url)

    return crawl(Site(start=URL, read=read), fetch)


def titles(delivery: Delivery) -> list[str | None]:
    return [each.title for each in delivery.records]


def test_a_sitemap_leads_to_the_openings_in_it_and_an_index_to_sitemaps() -> None:
    read = sitemap(openings=r"/stelle/\d+$")
    document = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><urlset xmlns="x">
        <url><loc> https://a.test/stelle/1 </loc></url><url><loc>https://a.test/rathaus</loc></url>
        <url><loc><![CDATA[https://a.test/stelle/2]]></loc><lastmod>2026</lastmod></url>
        <url><loc>https://a.test/?a=1&amp;b=/stelle/3</loc></url><url><loc/></url></urlset>"""
    listed, *follows = read(page(document))
    assert listed == Listed(3)
    assert [each.url for each in follows if isinstance(each, Follow)] == [
        "https://a.test/stelle/2",
        "https://a.test/stelle/1",
        "https://a.test/?a=1&b=/stelle/3",
    ]
    assert all(isinstance(each, Follow) and each.is_opening and each.read for each in follows)
    index = "<sitemapindex><sitemap><loc>https://a.test/s.xml.gz</loc></sitemap></sitemapindex>"
    (follow,) = read(page(index))
    assert isinstance(follow, Follow)
    assert (follow.url, follow.is_opening) == ("https://a.test/s.xml.gz", False)


def test_an_index_a_packed_sitemap_and_three_sorts_of_pages_are_read_to_the_end() -> None:
    packed = gzip.compress(listing("stelle/1", "stelle/2", "stelle/3", "rathaus").encode())
    parcel = Parcel(url=f"{URL}s.xml.gz", path="/s.xml.gz", content_type="application/x-gzip")
    pages = {
        "start": "<sitemapindex><sitemap><loc>/s.xml.gz</loc></sitemap></sitemapindex>",
        "s.xml.gz": read_body(parcel, [packed]).decode(),
        "stelle/1": posting("Koch/Köchin"),
        "stelle/2": "<main itemscope itemtype=JobPosting><h1 itemprop=title>Gärtner/in</h1></main>",
        "stelle/3": "<main><h1>Florist/in</h1><p>Bewerbungsfrist: 31.01.2027</p>"
        "<p>Ausbildungsbeginn: 01.08.2027</p></main>",
    }
    delivery = crawled(sitemap(openings="/stelle/"), **pages)
    assert titles(delivery) == ["Koch/Köchin", "Gärtner/in", "Florist/in"]
    assert (delivery.trouble, delivery.pages) == (None, 5)


def test_an_index_that_names_itself_comes_to_an_end() -> None:
    index = f"<sitemapindex><sitemap><loc>{URL}</loc></sitemap><sitemap><loc>{URL}s</loc></sitemap>"
    pages = {"s": listing("stelle"), "stelle": posting("Koch")}
    assert titles(
        crawled(sitemap(openings="stelle"), start=f"{index}</sitemapindex>", **pages)
    ) == ["Koch"]


def test_of_a_page_in_several_languages_only_the_german_one_counts() -> None:
    both = {"de": "stelle/1", "en": "en/job/1", "x_default": "en/job/1"}
    document = entry("en/job/1", **both) + entry("stelle/1", **both) + entry("en/job/2")
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [f"{URL}stelle/1", f"{URL}en/job/2"]


def test_a_foreign_page_listed_without_its_languages_is_known_by_the_german_one() -> None:
    document = entry("stelle/1", en="en/job/1") + entry("en/job/1")
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [f"{URL}stelle/1"]


def test_the_page_for_germany_comes_before_that_for_a_neighbour() -> None:
    document = entry("ch", de_CH="ch", de_DE="de", fr="fr")
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [f"{URL}de"]
    document = entry("ch", fr="fr", de_CH="ch")
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [f"{URL}ch"]


def test_an_opening_in_no_german_is_an_opening_all_the_same() -> None:
    document = entry("job/1", en="job/1", fr="fr/job/1") + entry("fr/job/1", en="job/1")
    assert len(pages_in(page(f"<urlset>{document}</urlset>"))) == 1


def test_what_changed_last_is_read_first_for_a_crawl_has_a_bound() -> None:
    document = "".join(
        f"<url><loc>{URL}{name}</loc><lastmod>{on}</lastmod></url>"
        for name, on in (("alt", "2024-01-01"), ("neu", "2026-11-20T08:00:00+01:00"), ("ohne", ""))
    )
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [
        f"{URL}neu",
        f"{URL}alt",
        f"{URL}ohne",
    ]


def test_pictures_and_films_of_a_page_are_no_pages() -> None:
    document = (
        f"<url><loc>{URL}stelle</loc><image:image><image:loc>{URL}stelle.jpg</image:loc>"
        "</image:image></url>"
    )
    assert pages_in(page(f"<urlset>{document}</urlset>")) == [f"{URL}stelle"]


def test_a_sitemap_that_stands_among_pages_is_followed() -> None:
    document = (
        f"<urlset><url><loc>{URL}a</loc></url><sitemap><loc>{URL}b.xml</loc></sitemap></urlset>"
    )
    assert (pages_in(page(document)), sitemaps_in(page(document))) == ([f"{URL}a"], [f"{URL}b.xml"])


def test_thousands_of_other_pages_cost_nothing() -> None:
    names = [f"rathaus/{number}" for number in range(5_000)]
    delivery = crawled(
        sitemap(openings=r"/stelle/\d+$"),
        start=listing(*names, "stelle/7", *names),
        **{"stelle/7": posting("Koch")},
    )
    assert (titles(delivery), delivery.pages, delivery.trouble) == (["Koch"], 2, None)


def test_a_sitemap_that_breaks_off_proves_nothing() -> None:
    delivery = crawled(
        sitemap(openings="stelle"),
        start=listing("stelle1", "stelle2")[:-20],
        stelle1=posting("Koch"),
        stelle2=posting("Florist"),
    )
    assert delivery.trouble is Outcome.UNREADABLE


def test_a_sitemap_of_other_pages_beside_that_of_openings_cuts_nothing() -> None:
    delivery = crawled(
        sitemap(openings="stelle"),
        start=listing("pages", "jobs")
        .replace("url", "sitemap")
        .replace("sitemapset", "sitemapindex"),
        pages=listing("rathaus", "impressum"),
        jobs=listing("stelle1", "rathaus"),
        stelle1=posting("Koch"),
    )
    assert (titles(delivery), delivery.trouble) == (["Koch"], None)


def test_a_sitemap_without_any_opening_proves_nothing() -> None:
    assert crawled(sitemap(openings="stelle"), start=listing("rathaus")).trouble is (
        Outcome.UNREADABLE
    )


@pytest.mark.parametrize("part", ["start", "jobs"])
def test_something_else_in_the_place_of_a_sitemap_is_refused(part: str) -> None:
    index = listing("jobs").replace("url", "sitemap").replace("sitemapset", "sitemapindex")
    delivery = crawled(sitemap(openings="stelle"), **({"start": index} | {part: "<h1>Hallo</h1>"}))
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["sitemap.unknown"]


def test_a_start_that_is_no_sitemap_has_a_reader_of_its_own() -> None:
    read = sitemap(openings="stelle", beside=job_posting(links="a"))
    (follow,) = read(page("<a href=/stelle9>Koch</a>"))
    assert isinstance(follow, Follow)
    assert follow.url == f"{URL}stelle9"
    assert isinstance(next(iter(read(page(listing("a"))))), Listed)


def test_pages_of_openings_may_have_a_reader_of_their_own() -> None:
    delivery = crawled(
        sitemap(openings="stelle", detail=html_cards(card="main", title=text("h2"))),
        start=listing("stelle1"),
        stelle1="<main><h2>Koch/Köchin</h2></main>",
    )
    assert titles(delivery) == ["Koch/Köchin"]


@pytest.mark.parametrize("detail", [job_posting(), html_cards(card="main", title=text("h2"))])
def test_a_listed_page_without_an_opening_is_unreadable_not_vanished(detail: Reader) -> None:
    _, follow = sitemap(openings="stelle", detail=detail)(page(listing("stelle1")))
    assert isinstance(follow, Follow)
    assert follow.read is not None
    *_, found = follow.read(page("<h1>Rathaus</h1>", f"{URL}stelle1"))
    assert isinstance(found, Unreadable)
    assert (found.reference, found.finding.rule) == (f"{URL}stelle1", "sitemap.no_opening")


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_sitemap_is_read_or_unreadable(document: str) -> None:
    try:
        found = list(sitemap(openings="")(page(document)))
    except ValueError:
        return
    assert all(isinstance(each, Follow | Listed | Refused) for each in found)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not beside this checkout")
def test_real_sitemaps_are_read() -> None:
    def real(name: str) -> Page:
        return page((SAMPLES / name).read_text(encoding="utf-8"))

    assert len(pages_in(real("trafilatura_sitemap.xml"))) > 80
    index = real("trafilatura_sitemap2.xml")
    assert sitemaps_in(index) == [f"http://www.example.com/sitemap{n}.xml.gz" for n in (1, 2)]
    languages = real("trafilatura_sitemap-hreflang.xml")
    assert pages_in(languages) == ["http://www.example.com/deutsch/page.html"]
    assert sitemaps_in(languages) == ["http://www.example.com/sitemap-de.xml.gz"]
