"""bite pages on until all that is stated has come, and knows each customer's own fields."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given

from stellenbund.domain.city import City
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.bite import bite
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.scraper import Site
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

KEY = "0123456789abcdef0123456789abcdef01234567"
SITE = bite(KEY, detail=False)
CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)


def number(of: int) -> str:
    return f"{of:040x}0"


def row(of: int, **told: object) -> dict[str, object]:
    url = f"https://karriere.musterstadt.example/jobposting/{number(of)}"
    return {"url": url, "title": "Ausbildung Koch/Köchin", **told}


@dataclass
class Interface:
    """The interface with so many rows; details raise, or are one document."""

    rows: list[dict[str, object]]
    total: object
    detail: object = None
    size: int = 100
    offsets: list[int] = field(default_factory=list)
    fields: Mapping[str, object] = field(default_factory=dict)

    def fetch(self, request: Request) -> Page:
        """Answer as the interface does."""
        if request.body is None:
            if isinstance(self.detail, FetchError):
                raise self.detail
            return Page(url=request.url, text=json.dumps(self.detail))
        offset = json.loads(request.body)["page"]["offset"]
        self.offsets.append(offset)
        document = {
            "fields": self.fields,
            "jobPostings": self.rows[offset : offset + self.size],
            "page": {"offset": offset, "num": self.size, "total": self.total},
        }
        return Page(url=request.url, text=json.dumps(document))

    def crawl(self, site: Site = SITE) -> Delivery:
        """Crawl the source of Musterstadt."""
        return crawl(site, self.fetch)


def only_record(delivery: Delivery) -> RawRecord:
    (record,) = delivery.records
    return record


def test_what_is_posted_names_the_key_the_public_channel_and_the_filter() -> None:
    site = bite(KEY, where={"custom.zuordnung": ["04"]}, scope=Scope.TRAINING)
    assert site.starts == ("https://jobs.b-ite.com/api/v1/postings/search",)
    assert json.loads(site.body or "") == {
        "key": KEY,
        "locale": "de",
        "channel": 0,
        "page": {"offset": 0, "num": 100},
        "filter": {"custom.zuordnung": {"in": ["04"]}},
        "sort": {"by": "createdOn", "order": "asc"},
    }


def test_a_stated_total_makes_the_list_authoritative() -> None:
    assert (SITE.is_authoritative, SITE.strikes, SITE.scope) == (True, 1, Scope.MIXED)


def test_all_pages_are_read() -> None:
    interface = Interface([row(each) for each in range(250)], 250)
    delivery = interface.crawl()
    assert interface.offsets == [0, 100, 200]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (250, 250, None)


def test_a_round_number_that_is_stated_is_whole_if_nothing_is_behind_it() -> None:
    interface = Interface([row(each) for each in range(200)], 200)
    assert interface.crawl().trouble is None
    assert interface.offsets == [0, 100, 200]


@pytest.mark.parametrize("total", [60, 100, 129])
def test_a_total_that_is_too_small_is_seen_through(total: int) -> None:
    delivery = Interface([row(each) for each in range(130)], total).crawl()
    assert delivery.trouble in {Outcome.UNREADABLE, Outcome.TRUNCATED}


def test_pages_shorter_than_asked_for_are_read_on_where_they_end() -> None:
    interface = Interface([row(each) for each in range(25)], 25, size=10)
    assert interface.crawl().trouble is None
    assert interface.offsets == [0, 10, 20]


@pytest.mark.parametrize("missing", [1, 60, 249])
def test_rows_that_are_missing_cut_the_list(missing: int) -> None:
    delivery = Interface([row(each) for each in range(250 - missing)], 250).crawl()
    assert (delivery.trouble, len(delivery.records)) == (Outcome.TRUNCATED, 250 - missing)


@pytest.mark.parametrize("page", [{"total": 250}, {"total": 250, "offset": 0}])
def test_an_offset_that_is_ignored_cuts_the_list(page: object) -> None:
    answer = json.dumps({"page": page, "jobPostings": [row(each) for each in range(100)]})
    delivery = crawl(SITE, lambda request: Page(url=request.url, text=answer))
    assert delivery.trouble is Outcome.TRUNCATED
    assert len(delivery.records) == 100


@pytest.mark.parametrize("total", [None, "viele", True, 2.5, {}, 0])
def test_a_list_that_states_no_sound_number_is_unreadable(total: object) -> None:
    assert Interface([row(1)], total).crawl().trouble is Outcome.UNREADABLE


def test_a_listing_without_postings_says_so() -> None:
    assert Interface([], 0).crawl().trouble is Outcome.EMPTY


def test_a_campaign_in_the_address_makes_no_other_posting() -> None:
    one = only_record(Interface([row(1)], 1).crawl())
    url = f"{row(1)['url']}?ref=homepage"
    assert only_record(Interface([row(1, url=url)], 1).crawl()) == one
    assert one.reference == number(1)


@pytest.mark.parametrize(
    "detail",
    [
        FetchError(Outcome.MOVED, "404", is_gone=True),
        FetchError(Outcome.BLOCKED, "403"),
        FetchError(Outcome.FAILED, "500"),
        {"hash": number(77), "title": "Gärtner/in", "content": {}},
        {"error": "not found"},
        {},
        ["kein Objekt"],
    ],
    ids=str,
)
def test_a_detail_that_fails_loses_nothing(detail: object) -> None:
    rows = [row(each) for each in range(3)]
    delivery = Interface(rows, 3, detail).crawl(bite(KEY))
    assert [each.reference for each in delivery.records] == [number(each) for each in range(3)]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


def test_a_detail_that_names_its_posting_without_the_channel_is_the_same() -> None:
    detail = {"hash": number(1)[:40], "title": "Koch", "content": {"html": "<p>Kochen.</p>"}}
    record = only_record(Interface([row(1)], 1, detail).crawl(bite(KEY)))
    assert (record.reference, record.description_html) == (number(1), "<p>Kochen.</p>")
    assert not record.is_partial


def test_a_row_without_any_number_is_told_by_the_list_alone() -> None:
    nameless = row(1, url="https://karriere.musterstadt.example/stellen/koch", id="K-7")
    record = only_record(Interface([nameless], 1, FetchError(Outcome.FAILED, "")).crawl(bite(KEY)))
    assert (record.reference, record.url) == ("K-7", nameless["url"])


def test_of_other_employers_no_detail_is_asked_for() -> None:
    rows = [row(1, employer={"name": "Klinikum"}), row(2, employer={"name": "Stadt Musterstadt"})]
    site = bite(KEY, only=employer_names("Stadt Musterstadt"))
    delivery = Interface(rows, 2, {"title": "Koch", "content": {"html": "<p>x</p>"}}).crawl(site)
    assert (delivery.pages, delivery.trouble) == (2, None)
    assert [each.reference for each in delivery.records] == [number(2)]


def test_the_day_a_posting_goes_online_is_not_the_day_the_training_begins() -> None:
    record = only_record(Interface([row(1, startsOn="2026-10-05")], 1).crawl())
    assert (record.start, record.posted) == (None, "2026-10-05")


@pytest.mark.parametrize(
    ("custom", "start"),
    [
        ({"einstiegsdatum": "01.08.2027"}, "01.08.2027"),
        ({"jobstartdate2": "-1"}, "so bald wie möglich"),
        ({"beginn": "01.08.2027"}, None),
    ],
)
def test_the_start_stands_in_a_field_of_the_customers_own(
    custom: dict[str, str], start: str | None
) -> None:
    assert only_record(Interface([row(1, custom=custom)], 1).crawl()).start == start


def test_a_customers_own_names_can_be_declared() -> None:
    site = bite(KEY, detail=False, start="beginn", tasks_html="text_1", section="bereich")
    own = {"beginn": "09/2027", "einstiegsdatum": "sofort", "text_1": "<p>Kochen</p>"}
    record = only_record(Interface([row(1, custom=own)], 1).crawl(site))
    assert (record.start, record.tasks_html, record.section) == ("09/2027", "<p>Kochen</p>", None)


FIELDS = {
    "custom.zuordnung": {"options": [{"value": "04", "label": "Ausbildung"}]},
    "custom.umfang": {"label": "Umfang", "options": [{"value": "1", "label": "Vollzeit"}]},
}


def test_codes_are_told_as_the_labels_that_people_see() -> None:
    custom = {"zuordnung": ["04"], "umfang": ["1"], "kontakt": "Erika Beispiel", "bild": "flur"}
    record = only_record(Interface([row(1, custom=custom)], 1, fields=FIELDS).crawl())
    assert (record.section, record.labelled) == ("Ausbildung", (("Umfang", "Vollzeit"),))


def test_placeholders_that_nobody_filled_in_are_left_out() -> None:
    custom = {"aufgaben": "<h3>{{=const.title_tasks}}</h3><p>Kochen</p>", "profil": "{{=x}}"}
    record = only_record(Interface([row(1, custom=custom)], 1).crawl())
    assert (record.tasks_html, record.profile_html) == ("<h3></h3><p>Kochen</p>", None)


@pytest.mark.parametrize(
    ("types", "kind", "time"),
    [
        (["full_time", "part_time"], None, "Vollzeit oder Teilzeit"),
        (["FULL_TIME", "temporary"], None, "Vollzeit"),
        (["internship"], "Praktikum", None),
        (["apprenticeship"], "apprenticeship", None),
        (None, None, None),
    ],
)
def test_types_of_employment_are_kinds_or_times(
    types: object, kind: str | None, time: str | None
) -> None:
    record = only_record(Interface([row(1, employmentType=types)], 1).crawl())
    assert (record.kind, record.working_time) == (kind, time)


def test_what_was_read_becomes_notices_without_persons() -> None:
    site = bite(KEY, only=employer_names("Stadt Musterstadt"))
    context = Context(city=CITY, scope=site.scope, today=date(2026, 11, 24))
    notices = {
        each.reference: each for each in normalise_all(crawled(site, "bite"), context).notices
    }
    assert set(notices) == {each * 40 + "0" for each in "1257"}, "one is an ordinary job"
    assert notices["2" * 40 + "0"].fields.deadline_on == date(2026, 12, 14)
    assert "eispiel" not in "".join(
        each.model_dump_json().replace(".example", "") for each in notices.values()
    )


@pytest.mark.parametrize("document", [{}, [], None, 7, "x", {"jobPostings": {}}, {"error": "key"}])
def test_any_other_document_is_refused(document: object) -> None:
    delivery = crawl(SITE, lambda request: Page(url=request.url, text=json.dumps(document)))
    assert [each.rule for each in delivery.findings] == ["bite.unknown"]


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("url", "title", "employer", "address", "employmentType", "custom", "content", "hash",
             "baseSalary", "endsOn", "identification")  # fmt: skip
    item = dict.fromkeys(names, value)
    options = {"custom.x": {"options": value, "label": value}, "custom.y": value}
    custom = row(1, custom={"x": value, "y": value, "zuordnung": value, "aufgaben": value})
    for document in (
        value,
        item,
        {"page": value, "jobPostings": [value]},
        {"page": {"total": 3, "offset": value}, "jobPostings": [item, value, custom],
         "fields": options},
        {"page": {"total": 3, "offset": 0}, "jobPostings": [item, custom], "fields": value},
    ):  # fmt: skip
        try:
            found = list(SITE.read(Page(url=SITE.starts[0], text=json.dumps(document))))
        except ValueError:
            continue
        assert found


@given(ANY_JSON)
def test_any_detail_is_read_or_unreadable(value: object) -> None:
    item = {"title": value, "content": {"html": value}, "custom": value, "url": value}
    for detail in (value, item):
        delivery = Interface([row(1)], 1, detail).crawl(bite(KEY))
        assert [each.reference for each in delivery.records] == [number(1)]
