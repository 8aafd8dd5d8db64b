"""feed reads four formats alike, and what is wrong with a feed has a name."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.feed_entry import FeedElements, joined
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.scraper import NoOpenings, Reader, Refused, Site, Skipped, Yield
from stellenbund.scraping.selectors import FieldSelectors, labelled
from tests.scraping.readers.test_json_ld import ANY_JSON

URL = "https://stadt.test/feed.xml"
READ = feed(is_whole=True)
TOKENS = (
    "<rss>", "</rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>",
    "<link rel='next' href='?p=2'/>", "<guid>", "<description>", "</description>", "<![CDATA[",
    "]]>", "&", "&amp;", "&nbsp;", "Koch", "http://[", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>", "<content type='xhtml'>", "<!--", "-->", "<?x ?>", "<dc:date>", "xml:base='http://['",
    "<rdf:RDF>", "\x00", "\ud800", "<p>", "&lt;p&gt;",
)  # fmt: skip


def rss(*items: str, end: str = "</channel></rss>") -> str:
    entries = "".join(f"<item>{each}</item>" for each in items)
    return f'<rss version="2.0"><channel><title>Stellen</title>{entries}{end}'


def read(text: str, reader: Reader = READ) -> list[Yield]:
    return list(reader(Page(url=URL, text=text, content_type="text/xml")))


def record(text: str, reader: Reader = READ) -> RawRecord:
    (found,) = read(text, reader)
    assert isinstance(found, RawRecord)
    return found


def crawled(text: str, reader: Reader = READ) -> Delivery:
    site = Site(start=URL, read=reader)
    return crawl(site, lambda request: Page(url=request.url, text=text, content_type="text/xml"))


def rules(found: list[Yield]) -> list[str]:
    return [each.rule for each in found if isinstance(each, Finding)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('<a href="/x">Koch (m/w/d)</a>', "Koch (m/w/d)"),
        ("\n  Koch\n  (m/w/d)\n", "Koch (m/w/d)"),
        ("<![CDATA[Koch & Köchin]]>", "Koch & Köchin"),
        ("<b>Koch</b> und <i>Köchin</i>", "Koch und Köchin"),
    ],
)
def test_a_title_is_one_line_whatever_is_within(title: str, expected: str) -> None:
    assert record(rss(f"<title>{title}</title>")).title == expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("&lt;p&gt;Hallo&lt;/p&gt;", "<p>Hallo</p>"),
        ("&amp;lt;p&amp;gt;Hallo &amp;amp; Ade&amp;lt;/p&amp;gt;", "<p>Hallo & Ade</p>"),
        ("<![CDATA[<p>Hallo</p>]]>", "<p>Hallo</p>"),
        ("<p>Hallo</p>", "<p>Hallo</p>"),
        ("Text <br/> mehr", "Text <br/> mehr"),
        (" ", None),
    ],
)
def test_a_text_is_markup_however_it_is_escaped(description: str, expected: str | None) -> None:
    text = rss(f"<title>Koch</title><description>{description}</description>")
    assert record(text).description_html == expected


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ("<link> /stelle/1 </link>", "https://stadt.test/stelle/1"),
        ("<guid>https://stadt.test/stelle/2</guid>", "https://stadt.test/stelle/2"),
        ('<guid isPermaLink="false">https://stadt.test/stelle/2</guid>', None),
        ("<link>mailto:personalamt@stadt.test</link>", None),
        ("<link>http://[</link><guid>17</guid>", None),
        ('<link rel="enclosure" href="/a.pdf"/><link rel="self" href="/s"/><link href="/b"/>',
         "https://stadt.test/b"),
    ],
)  # fmt: skip
def test_the_address_is_the_entrys_own_page(links: str, expected: str | None) -> None:
    assert record(rss(f"<title>Koch</title>{links}")).url == expected


def test_the_base_of_the_feed_counts() -> None:
    text = rss("<title>Koch</title><link>stelle/1</link>").replace(
        "<rss ", '<rss xml:base="https://karriere.test/a/" '
    )
    assert record(text).url == "https://karriere.test/a/stelle/1"
    assert joined("https://a.test/", "http://[", "x") is None


def test_windows_1252_under_a_claim_of_utf_8_keeps_its_umlauts() -> None:
    text = '<?xml version="1.0" encoding="utf-8"?>' + rss("<title>Straßenwärter – Bauhof</title>")
    assert record(decode(text.encode("cp1252"), "text/xml; charset=utf-8")).title == (
        "Straßenwärter – Bauhof"
    )


def test_declared_elements_and_labels_fill_the_fields() -> None:
    reader = feed(
        is_whole=True,
        elements={"deadline": "dc:date", "certificate": "dc:type", "place": "dc:coverage"},
        deadline=labelled("Bewerbungsfrist"),
    )
    dublin = "<dc:date>2027-01-31</dc:date><dc:type>Abitur</dc:type><dc:coverage>Ort</dc:coverage>"
    entry = f"<title>Koch</title><description>Frist: siehe unten</description>{dublin}"
    text = rss(entry).replace("<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    found = record(text, reader)
    assert (found.deadline, found.certificate, found.places[0].name) == (
        "2027-01-31",
        "Abitur",
        "Ort",
    )
    labels = text.replace("Frist: siehe unten", "Bewerbungsfrist: 15.02.2027")
    assert record(labels, reader).deadline == "15.02.2027"


def test_every_declarable_element_is_a_field() -> None:
    assert FeedElements.__annotations__.keys() <= FieldSelectors.__annotations__.keys()


def test_entries_of_others_are_skipped_and_the_nameless_are_mentioned() -> None:
    reader = feed(only=employer_names("Stadt Muster"), employer=labelled("Arbeitgeber"))
    entries = (
        f"<title>Koch</title><guid>{n}</guid><description>{text}</description>"
        for n, text in enumerate(
            ["Arbeitgeber: Stadt Muster", "Arbeitgeber: Stadt Muster GmbH", "Koch", "Koch"]
        )
    )
    found = read(rss(*entries), reader)
    assert [each.reference for each in found if isinstance(each, RawRecord)] == ["0"]
    assert [each.reference for each in found if isinstance(each, Skipped)] == ["1", "2", "3"]
    assert set(rules(found)) == {"employer.similar", "feed.no_employer"}


def test_a_cut_section_swallows_no_other_entry() -> None:
    found = read(
        rss(
            "<title>Koch</title><description><![CDATA[Lang & br</description><guid>1</guid>",
            "<title><![CDATA[Gärtner]]></title><guid>2</guid>",
        )
    )
    titles = [each.title for each in found if isinstance(each, RawRecord)]
    assert titles == ["Koch", "Gärtner"]
    assert rules(found) == ["feed.ill_formed"]


def test_a_feed_that_breaks_off_lets_nothing_vanish() -> None:
    text = rss("<title>Koch</title>", "<title>Gärtner</title>", end="<item><title>Ti")
    delivery = crawled(text)
    assert delivery.trouble is Outcome.TRUNCATED
    assert [each.title for each in delivery.records] == ["Koch", "Gärtner", "Ti"]


def test_entries_that_a_fault_costs_do_not_vanish() -> None:
    delivery = crawled(rss("<title>Koch</b></title></x>", "<title>Gärtner</title>"))
    assert delivery.trouble is Outcome.TRUNCATED
    assert "feed.cut" in {each.rule for each in delivery.findings}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<!DOCTYPE html><html><body>Wartung</body></html>", "feed.doctype"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "feed.doctype"),
        ("<html><body>Wartung</body></html>", "feed.unknown"),
        ("<urlset><url><loc>https://stadt.test/</loc></url></urlset>", "feed.unknown"),
        ('{"version": "x"}', "feed.unknown"),
        ('{"items": {}}', "feed.unknown"),
        ("{", "feed.unknown"),
        ("Wartung", "feed.unknown"),
        ("", "feed.unknown"),
    ],
)
def test_what_is_no_feed_is_refused(text: str, rule: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.UNREADABLE, rule)
    assert crawled(text).trouble is Outcome.UNREADABLE


@pytest.mark.parametrize("text", [rss(), '{"version": "1.1", "items": []}', "<feed/>"])
def test_a_feed_without_entries_says_so(text: str) -> None:
    assert read(text) == [NoOpenings("Der Feed hat keinen Eintrag.")]
    assert crawled(text).trouble is Outcome.EMPTY


def test_a_paged_feed_is_read_to_its_end() -> None:
    def fetch(request: Request) -> Page:
        number = int(request.url.rpartition("=")[2]) if "=" in request.url else 1
        items = [{"id": str(10 * number + n), "title": "Koch"} for n in range(3)]
        document = {"items": items, "next_url": f"/feed.json?page={number + 1}"}
        if number == 4:
            del document["next_url"]
        return Page(url=request.url, text=json.dumps(document), content_type="application/json")

    delivery = crawl(Site(start="https://stadt.test/feed.json", read=READ), fetch)
    assert (len(delivery.records), delivery.pages, delivery.trouble) == (12, 4, None)


def test_a_hundred_entries_look_like_a_cut_of_a_feed_that_should_be_whole() -> None:
    items = [f"<title>Koch</title><guid>{n}</guid>" for n in range(100)]
    assert crawled(rss(*items)).trouble is Outcome.TRUNCATED
    assert crawled(rss(*items), feed()).trouble is None


def test_a_feed_shows_only_its_newest_entries_unless_it_is_declared_whole() -> None:
    text = rss("<title>Koch</title><guid>1</guid>")
    assert crawled(text, feed()).is_excerpt
    assert not crawled(text).is_excerpt
    assert crawled(rss(), feed()).is_excerpt


POSTING = (
    '<script type="application/ld+json">{"@type": "JobPosting", "title": "Koch/Köchin"%s}</script>'
)


def with_detail(page: str | FetchError, reader: Reader | None = None) -> Delivery:
    entry = "<title>Koch</title><link>/1</link><guid>K-1</guid><pubDate>2026-10-05</pubDate>"

    def fetch(request: Request) -> Page:
        if request.url == URL:
            return Page(url=request.url, text=rss(entry), content_type="text/xml")
        if isinstance(page, FetchError):
            raise page
        return Page(url=request.url, text=page)

    return crawl(Site(start=URL, read=feed(detail=reader or job_posting())), fetch)


def test_the_page_of_an_entry_wins_and_the_feed_fills_the_rest() -> None:
    delivery = with_detail(POSTING % ', "identifier": "X", "validThrough": "2027-01-31"')
    (found,) = delivery.records
    assert (found.title, found.deadline, found.posted) == (
        "Koch/Köchin",
        "2027-01-31",
        "2026-10-05",
    )
    assert (found.reference, found.url) == ("K-1", "https://stadt.test/1")
    assert (found.is_partial, delivery.trouble) == (False, None)


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        ("<h1>Wir ziehen um</h1>", "feed.no_detail"),
        (POSTING % "" + POSTING.replace("Koch/Köchin", "Gärtner") % "", "feed.no_detail"),
        (POSTING.replace("Koch/Köchin", "Gärtner") % "", "page.other_opening"),
        (FetchError(Outcome.MOVED, "404", is_gone=True), "page.no_detail"),
        (FetchError(Outcome.FAILED, "500"), "page.no_detail"),
    ],
    ids=["nothing", "two", "another", "gone", "failed"],
)
def test_a_page_that_tells_nothing_loses_nothing(page: str | FetchError, rule: str) -> None:
    delivery = with_detail(page)
    (found,) = delivery.records
    assert (found.title, found.reference, found.is_partial) == ("Koch", "K-1", True)
    assert rule in {each.rule for each in delivery.findings}
    assert delivery.trouble is None


def test_a_page_that_its_reader_cannot_read_loses_nothing() -> None:
    def fails(page: Page) -> Iterator[Yield]:
        raise ValueError(page.url)
        yield

    (found,) = with_detail("<p>", fails).records
    assert (found.title, found.is_partial) == ("Koch", True)


@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_any_xml_is_read_or_refused(text: str) -> None:
    found = read(text, feed(deadline=labelled("Bewerbungsfrist")))
    assert all(each.title for each in found if isinstance(each, RawRecord))


@given(st.text() | st.binary().map(lambda body: decode(body, None)))
def test_any_text_is_read_or_refused(text: str) -> None:
    for body in (text, rss(f"<title>{text}</title>"), rss(f"<description><![CDATA[{text}")):
        assert read(body)


@given(ANY_JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    names = ("id", "url", "title", "content_html", "tags", "date_published")
    item = dict.fromkeys(names, value)
    for document in (value, {"items": [item, value], "next_url": value}, {"items": value}):
        found = read(json.dumps(document))
        assert all(each.title for each in found if isinstance(each, RawRecord))
