"""onlyfy reads all three lists of the portal, and never takes a cut text for the whole."""

import json
from collections.abc import Mapping
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
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.onlyfy import onlyfy
from stellenbund.scraping.scraper import Follow, Site
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

PORTAL = "https://musterstadt.onlyfy.example"
SITE = onlyfy(PORTAL)
FEED = onlyfy(
    "https://musterstadt.onlyfy.io/job/list/abc123", hosts=("musterstadt.onlyfy.example",)
)
TOKEN = "tdpbva0dmo30ygekla6ndzjncmpo7b"
ITEM = {
    "title": "Köchin/Koch",
    "handle": "e7m43cjkbae7l8ftlllb7shk58v80pw",
    "showUrl": f"{PORTAL}/job/{TOKEN}?source=feed",
    "applyUrl": f"{PORTAL}/application/apply/{TOKEN}",
    "department": {"id": 9, "title": "Küchen"},
    "city": {"title": "Musterstadt", "zip_code": "45999"},
    "positionType": {"title": "Ausbildung"},
    "published_at": "2026-07-21",
    "simple_html_content": "<p>Du kochst.</p>",
    "applications_deadline_information": {"stop_applications_at": "2027-01-31"},
}
ROW = "<div class=row-table><b class=job-title><a href='/job/{0:0>30}'>Koch</a></b></div>"
MORE = "<div class='row navigation pagination-next-container'></div>"
PIECES = (
    "<div id=jobList>", "<div class=row-table>", "<b class=job-title>Koch</b>", "</div>", "<p>",
    "<a href='/job/abcdefgh'>", "<a href='http://[/job/abcdefgh'>", "keine Stellen",
    "<div class=pagination-next-container>", 'self.__next_f.push([1,"', '"])',
    '\\"jobsData\\":', '{\\"data\\":[{}]', ',\\"meta\\":{}}', "</script>",
    "<script type='application/ld+json'>", '{"@type": "JobPosting", "title": "Koch"}',
)  # fmt: skip


def delivered(site: Site, answers: Mapping[str, str]) -> tuple[Delivery, list[str]]:
    """Crawl *site*, of which only *answers* can be had, by path and page; say what was asked."""
    asked = []

    def fetch(request: Request) -> Page:
        parts = urlsplit(request.url)
        asked.append(f"{parts.path}#{dict(parse_qsl(parts.query)).get('page', 1)}")
        if asked[-1] not in answers:
            raise FetchError(Outcome.FAILED, "500")
        return Page(url=request.url, text=answers[asked[-1]])

    return crawl(site, fetch), asked


def fed(document: object, site: Site = FEED) -> Delivery:
    return delivered(site, {"/job/list/abc123#1": json.dumps(document)})[0]


def handed_on(numbers: range, page: int, pages: int, total: int) -> str:
    """Return a page that hands its jobs to its script, in two pieces."""
    jobs = [
        {"id": each, "title": "Koch", "cityName": "Musterstadt", "positionTypeName": "Vollzeit",
         "jobAdUrl": f"{PORTAL}/de/job/{each:0>30}", "publishedAt": "2026-07-20T12:00:00+02:00"}
        for each in numbers
    ]  # fmt: skip
    meta = {"totalItems": total, "currentPage": page, "totalPages": pages}
    flight = '4:["$",{"jobsData":' + json.dumps({"data": jobs, "meta": meta}) + "}]"
    pieces = (flight[:50], flight[50:])
    return "".join(
        f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces
    )


def test_what_the_first_page_does_not_show_is_asked_for_as_its_script_does() -> None:
    pages = {
        "/#1": "".join(ROW.format(each) for each in range(10)) + MORE,
        "/candidate/job/ajax_list#2": "".join(ROW.format(each) for each in range(10, 20)) + MORE,
        "/candidate/job/ajax_list#3": "".join(ROW.format(each) for each in range(20, 23)),
    }
    delivery, asked = delivered(SITE, pages)
    assert [each for each in asked if "/job/0" not in each] == list(pages)
    assert (len(delivery.records), delivery.trouble) == (23, None)


def test_the_whole_text_wins_over_the_one_that_is_cut() -> None:
    record = crawled(SITE, "onlyfy").records[0]
    assert "…" not in (record.description_html or "…")
    assert "pünktlich um zwölf" in (record.description_html or "")
    assert (record.deadline, record.start, record.duration) == (
        "2027-02-28",
        "01.08.2027",
        "3 Jahre",
    )


def test_a_text_that_is_cut_is_marked_where_the_whole_one_cannot_be_had() -> None:
    cut = [each for each in crawled(SITE, "onlyfy").records if "…" in (each.description_html or "")]
    assert [(each.title, each.is_partial) for each in cut] == [
        ("Erzieher/in im Springerdienst", True),
        ("Gärtner/in (m/w/d)", True),
    ]


def test_a_deadline_on_the_day_of_publication_is_none() -> None:
    records = {each.title: each for each in crawled(SITE, "onlyfy").records}
    assert records["Erzieher/in im Springerdienst"].posted == "2026-11-10"
    assert records["Erzieher/in im Springerdienst"].deadline is None


def test_an_opening_is_known_by_its_token_whatever_the_language_before_it() -> None:
    links = "".join(f"<a href='{way}/job/{TOKEN}?src=x'>Koch</a>" for way in ("", "/de", PORTAL))
    delivery, _ = delivered(SITE, {"/#1": f"<div id=jobList>{links}</div>"})
    assert [(each.reference, each.url) for each in delivery.records] == [
        (TOKEN, f"{PORTAL}/job/{TOKEN}")
    ]


def test_a_list_in_json_needs_no_further_page() -> None:
    delivery = fed({"company": "Stadt Musterstadt", "totalResults": 1, "jobs": [ITEM]})
    (record,) = delivery.records
    assert (delivery.pages, delivery.stated_total, delivery.trouble) == (1, 1, None)
    assert (record.reference, record.url) == (TOKEN, f"{PORTAL}/job/{TOKEN}")
    assert (record.title, record.employer, record.org_unit, record.kind) == (
        "Köchin/Koch",
        "Stadt Musterstadt",
        "Küchen",
        "Ausbildung",
    )
    assert (record.deadline, record.posted) == ("2027-01-31", "2026-07-21")
    assert record.places == (RawPlace(name="Musterstadt", postcode="45999"),)


def test_fewer_than_stated_are_a_list_that_is_cut() -> None:
    assert fed({"totalResults": 2, "jobs": [ITEM]}).trouble is Outcome.TRUNCATED
    assert fed({"totalResults": 0, "jobs": []}).trouble is Outcome.EMPTY


def test_what_the_page_hands_to_its_script_is_read_page_by_page() -> None:
    pages = {"/#1": handed_on(range(5), 1, 2, 8), "/#2": handed_on(range(5, 8), 2, 2, 8)}
    delivery, asked = delivered(SITE, pages)
    assert [each for each in asked if each.startswith("/#")] == ["/#1", "/#2"]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (8, 8, None)
    assert delivery.records[0].working_time == "Vollzeit"


def test_an_item_is_led_to_its_page_where_the_list_lacks_its_text() -> None:
    posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"Koch"}</script>'
    token = f"{3:0>30}"
    pages = {
        "/#1": handed_on(range(3, 4), 1, 1, 1),
        f"/de/job/{token}#1": posting,
        f"/job/show/{token}/full#1": "<p>Du kochst.</p>",
    }
    (record,) = delivered(SITE, pages)[0].records
    assert (record.is_partial, record.places) == (False, (RawPlace(name="Musterstadt"),))
    assert "Du kochst." in (record.description_html or "")


def test_a_whole_text_that_is_another_openings_is_left_alone() -> None:
    posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"Koch"}</script>'
    token, other = f"{3:0>30}", f"{4:0>30}"
    texts = {f"/de/job/{token}": posting, f"/job/show/{token}/full": "<p>Du gärtnerst.</p>"}

    def fetch(request: Request) -> Page:
        path = urlsplit(request.url).path
        url = request.url.replace(token, other) if path.endswith("/full") else request.url
        return Page(url=url, text=texts.get(path, handed_on(range(3, 4), 1, 1, 1)))

    (record,) = crawl(SITE, fetch).records
    assert (record.title, record.is_partial) == ("Koch", True)
    assert "gärtnerst" not in (record.description_html or "")


def test_another_employers_items_are_counted_and_skipped() -> None:
    only = onlyfy("https://musterstadt.onlyfy.io/job/list/abc123", only=employer_names("Zoo"))
    delivery = fed({"company": "Stadt Musterstadt", "totalResults": 1, "jobs": [ITEM]}, only)
    assert (delivery.trouble, delivery.records) == (Outcome.EMPTY, ())


@pytest.mark.parametrize("text", ["<h1>Wartung</h1>", "[]", '{"jobs": null}', '{"error": 404}'])
def test_another_document_is_refused(text: str) -> None:
    delivery, _ = delivered(SITE, {"/#1": text})
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["onlyfy.unknown"]


def test_a_list_without_openings_must_say_so() -> None:
    empty = "<div id=jobList>{}</div>"
    told = empty.format("Derzeit haben wir keine offenen Stellen.")
    assert delivered(SITE, {"/#1": told})[0].trouble is Outcome.EMPTY
    assert delivered(SITE, {"/#1": empty.format("")})[0].trouble is Outcome.UNREADABLE


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_read_or_unreadable(pieces: list[str]) -> None:
    page = Page(url=SITE.starts[0], text="".join(pieces))
    try:
        found = list(SITE.read(page))
    except ValueError:
        return
    for follow in (each for each in found if isinstance(each, Follow) and each.read):
        assert follow.read is not None
        for whole in follow.read(Page(url=follow.url, text=page.text)):
            if isinstance(whole, Follow) and whole.read:
                list(whole.read(Page(url=whole.url, text=page.text)))


@given(ANY_JSON, ANY_JSON)
def test_any_items_are_read_or_unreadable(item: object, total: object) -> None:
    rows = [{**ITEM, "city": item, "showUrl": item, "positionType": item}, item]
    text = json.dumps({"jobs": rows, "totalResults": total})
    try:
        list(FEED.read(Page(url=FEED.starts[0], text=text)))
    except ValueError:
        return
