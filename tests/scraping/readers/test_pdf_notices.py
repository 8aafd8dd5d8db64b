"""pdf_notices reads what it can of files, believes it less, and loses no opening to the rest."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stellenbund.domain.city import City
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import PDF, Page, Request
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.readers.pdf_notices import pdf_notices
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.scraper import Reader, Site
from stellenbund.scraping.selectors import text
from tests.scraping.pdf_files import pdf, with_streams
from tests.scraping.readers.pairs import crawled

START = "https://www.musterstadt.example/ausbildung"
SITE = pdf_notices(START, links=".dateien a")
CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)
KOCH = ("Koch/Köchin (m/w/d)", "Kennziffer: 7", "Bewerbungsfrist: 31.01.2027")


def delivered(site: Site, **files: bytes | str) -> Delivery:
    """Crawl a site whose files stand at paths of these names; all others are gone."""

    def fetch(request: Request) -> Page:
        name = request.url.rpartition("/")[2].removesuffix(".pdf")
        if name not in files:
            raise FetchError(Outcome.MOVED, "weg", is_gone=True)
        file = files[name]
        if isinstance(file, str):
            return Page(url=request.url, text=file)
        return Page(url=request.url, text="", content_type=PDF, body=file)

    return crawl(site, fetch)


def listing(*names: str) -> str:
    return "".join(f'<a href="{name}.pdf">{name}</a>' for name in names)


def test_what_was_read_becomes_notices_without_persons() -> None:
    context = Context(city=CITY, scope=SITE.scope, today=date(2026, 11, 25))
    harvest = normalise_all(crawled(SITE, "pdf"), context)
    fields = {notice.reference: notice.fields for notice in harvest.notices}
    assert fields["67-2027"].deadline_on == date(2027, 1, 31)
    assert fields["67-2027"].starts_on == date(2027, 8, 1)
    assert fields["fachangestellte/r fuer baederbetriebe | 2027"].deadline_on == date(2027, 2, 15)
    assert fields["verwaltungsfachangestellte | 2027"].starts_on == date(2027, 9, 1)
    everything = "".join(notice.model_dump_json() for notice in harvest.notices)
    assert [name for name in ("Erika", "Beispiel") if name in everything] == []


def test_it_is_believed_less_than_a_page_and_says_so() -> None:
    delivery = delivered(pdf_notices(START), ausbildung=listing("a"), a=pdf(KOCH))
    (finding,) = delivery.findings
    assert (finding.rule, finding.severity, finding.reference) == (
        "pdf.read",
        Severity.WARNING,
        "7",
    )
    assert pdf_notices(START).trust < Trust.SITE


def test_a_file_may_be_the_start_itself() -> None:
    delivery = delivered(pdf_notices("https://a.test/a.pdf"), a=pdf(KOCH))
    assert ([each.reference for each in delivery.records], delivery.trouble) == (["7"], None)


@pytest.mark.parametrize(
    ("file", "rule"),
    [
        (with_streams(b"0 0 9 9 re f"), "pdf.unreadable"),
        (b"%PDF-1.7 kaputt", "pdf.unreadable"),
        (pdf(["Datenschutzhinweise", "Wir verarbeiten Ihre Daten nach Artikel 13 DSGVO."]),
         "pdf.no_opening"),
        ("<h1>Datei nicht gefunden</h1>", "pdf.no_pdf"),
    ],
    ids=["scanned", "damaged", "no opening", "no file"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_lets_nothing_vanish(file: bytes | str, rule: str) -> None:
    site = pdf_notices(START)
    delivery = delivered(site, ausbildung=listing("a", "b"), a=file, b=pdf(KOCH))
    assert [each.reference for each in delivery.records] == ["7"]
    assert delivery.trouble is Outcome.TRUNCATED
    finding = next(each for each in delivery.findings if each.rule == rule)
    assert finding.place == "https://www.musterstadt.example/a.pdf"
    assert finding.remedy
    if isinstance(file, bytes):
        alone = delivered(pdf_notices("https://a.test/a.pdf"), a=file)
        assert (alone.records, alone.trouble) == ((), Outcome.UNREADABLE)


def test_a_file_that_is_gone_takes_only_its_own_openings_with_it() -> None:
    delivery = delivered(pdf_notices(START), ausbildung=listing("a", "b"), b=pdf(KOCH))
    assert ([each.reference for each in delivery.records], delivery.trouble) == (["7"], None)


def test_a_page_without_files_is_empty_only_by_its_own_word() -> None:
    site = pdf_notices(START, no_openings=".leer")
    assert delivered(site, ausbildung="<p>Hallo").trouble is Outcome.UNREADABLE
    delivery = delivered(site, ausbildung="<p class=leer>Zurzeit keine Ausschreibungen.")
    assert delivery.trouble is Outcome.EMPTY


@pytest.mark.parametrize(
    ("read", "start", "rules"),
    [
        (job_posting(links="a"), listing("a"), ["job_posting.none"]),
        (list_then_detail(card="p", link="a", list_fields={"title": text("a")}, title=text("h1")),
         f"<p>{listing('a')}</p>", ["page.no_fields"]),
        (sitemap(openings="a"), "<urlset><url><loc>https://a.test/a.pdf</loc></url></urlset>",
         ["job_posting.none", "sitemap.no_opening"]),
    ],
    ids=["job_posting", "list_then_detail", "sitemap"],
)  # fmt: skip
def test_a_reader_of_pages_that_meets_a_file_loses_no_opening(
    read: Reader, start: str, rules: list[str]
) -> None:
    delivery = delivered(Site(start="https://a.test/start", read=read), start=start, a=pdf(KOCH))
    assert [each.rule for each in delivery.findings] == rules
    assert delivery.unreadable or delivery.records[0].is_partial


def test_a_sitemap_may_list_files() -> None:
    read = sitemap(openings=r"\.pdf$", detail=pdf_notices(START).read)
    start = "<urlset><url><loc>https://a.test/a.pdf</loc></url></urlset>"
    delivery = delivered(Site(start="https://a.test/start", read=read), start=start, a=pdf(KOCH))
    assert [each.reference for each in delivery.records] == ["7"]


@settings(max_examples=10, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_file_is_read_or_refused(body: bytes, is_begun: bool) -> None:  # noqa: FBT001
    file = pdf(KOCH)[: 60 * len(body) % 700] + body if is_begun else body
    delivery = delivered(pdf_notices("https://a.test/a.pdf"), a=file)
    assert delivery.records or delivery.trouble is Outcome.UNREADABLE
