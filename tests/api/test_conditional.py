"""Conditional requests: 304 for exactly the same bytes, and nothing is kept past midnight."""

import gzip
from datetime import datetime, timedelta

import brotli
import pytest
import zstandard
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.api.conditional import matches
from stellenbund.api.freshness import seconds_to_keep
from stellenbund.domain.clock import BERLIN
from stellenbund.settings import Settings
from tests.api.stock import EXPIRED, GARDENER, stock
from tests.builders import NOW, harvest, notice
from tests.stocking import NEUSTADT, settled, source

KEPT = ("/", "/v1/openings", "/v1/cities", "/v1/professions", "/v1/sources", "/docs", "/redoc")
SHARED = ("etag", "cache-control", "vary", "link", "content-security-policy")


@pytest.mark.parametrize("path", [*KEPT, "/openapi.json", "/v1/openings?limit=2", "/problems"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_who_has_the_bytes_gets_304(on_sqlite: TestClient, path: str, coding: str) -> None:
    accepted = {"Accept-Encoding": coding}
    answer = on_sqlite.get(path, headers=accepted)
    tag = answer.headers["etag"]
    again = on_sqlite.get(path, headers={**accepted, "If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert [again.headers.get(name) for name in SHARED] == [
        answer.headers.get(name) for name in SHARED
    ]
    assert "content-length" not in again.headers
    assert on_sqlite.get(path, headers={**accepted, "If-None-Match": "*"}).status_code == 304
    assert on_sqlite.get(path, headers={**accepted, "If-None-Match": '"x"'}).status_code == 200


PACKED_BY = {"zstd": zstandard.decompress, "br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize("coding", PACKED_BY)
def test_what_is_packed_says_the_same_under_a_weak_tag(on_sqlite: TestClient, coding: str) -> None:
    plain = on_sqlite.get("/v1/openings", headers={"Accept-Encoding": "identity"})
    with on_sqlite.stream("GET", "/v1/openings", headers={"Accept-Encoding": coding}) as packed:
        raw = b"".join(packed.iter_raw())
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"
    assert "Accept-Encoding" in plain.headers["vary"]
    assert plain.headers["vary"] == packed.headers["vary"]
    assert (plain.headers.get("content-encoding"), packed.headers["content-encoding"]) == (
        None,
        coding,
    )
    assert PACKED_BY[coding](raw) == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 4


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (['"a"'], True),
        (['W/"a"'], True),
        (['"b", "a"'], True),
        (['"b"', '"a"'], True),
        (["*"], True),
        (['"aa"'], False),
        (["a"], False),
        (['"*"'], False),
        ([""], False),
        ([], False),
        (['"' * 9_999], False),
    ],
)
def test_tags_are_compared_weakly(wanted: list[str], expected: bool) -> None:  # noqa: FBT001
    assert matches(wanted, '"a"') is expected


@pytest.mark.parametrize("path", [*KEPT, "/healthz", "/v1/nothing", "/static/swagger-ui.css"])
def test_head_tells_what_get_would(on_sqlite: TestClient, path: str) -> None:
    as_it_is = {"Accept-Encoding": "identity", "X-Request-Id": "a"}
    get, head = on_sqlite.get(path, headers=as_it_is), on_sqlite.head(path, headers=as_it_is)
    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers == get.headers


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        ("2026-11-24T12:00:00+01:00", 300),
        ("2026-11-24T23:55:00+01:00", 300),
        ("2026-11-24T23:58:00+01:00", 120),
        ("2026-11-24T23:59:59.900000+01:00", 0),
        ("2026-11-25T00:00:00+01:00", 300),
        ("2026-10-25T22:59:30+00:00", 30),
    ],
)
def test_nothing_is_kept_past_midnight_in_berlin(moment: str, seconds: int) -> None:
    assert seconds_to_keep(datetime.fromisoformat(moment)) == seconds


class Service:
    """A service whose clock stands still until it is told otherwise."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.now = NOW
        app = create_app(Settings(), engine=engine, clock=lambda: self.now)
        self.client = TestClient(app)

    def tag(self, path: str) -> str:
        """Return the ETag of what stands at *path* now."""
        tag: str = self.client.get(path).headers["etag"]
        return tag


@pytest.fixture
def service(engine: Engine) -> Service:
    stock(engine)
    return Service(engine)


LISTS = ("/v1/openings", "/v1/cities", "/v1/professions", "/v1/sources")


def test_two_workers_and_a_restart_agree_on_tags(service: Service) -> None:
    other = Service(service.engine)
    assert [service.tag(path) for path in LISTS] == [other.tag(path) for path in LISTS]


def test_a_new_opening_moves_every_list(service: Service) -> None:
    before = [service.tag(path) for path in LISTS]
    more = harvest(notice("n-1", org_unit="Bauhof"), notice("n-2", org_unit="Stadtarchiv"))
    later = NOW + timedelta(hours=1)
    settled(service.engine, more, of=source(city=NEUSTADT.slug), at=later, sample=True)
    assert not set(before) & {service.tag(path) for path in LISTS}


def test_being_seen_again_is_news_too(service: Service) -> None:
    line = service.client.get("/v1/openings?city=neustadt").json()["items"][0]
    before = service.tag(line["url"])
    later = NOW + timedelta(hours=1)
    again = harvest(notice("n-1", org_unit="Bauhof"))
    settled(service.engine, again, of=source(city=NEUSTADT.slug), at=later, sample=True)
    assert service.client.get(line["url"]).json()["last_seen_at"] > line["last_seen_at"]
    assert service.tag(line["url"]) != before


def test_midnight_in_berlin_ends_a_deadline_in_every_answer(service: Service) -> None:
    service.now = datetime(2026, 12, 31, 23, 59, 59, tzinfo=BERLIN)
    (line,) = service.client.get("/v1/openings?profession=gaertner").json()["items"]
    before = [service.tag(path) for path in (*LISTS[:3], line["url"])]
    service.now += timedelta(seconds=1)
    assert service.client.get("/v1/openings?profession=gaertner").json()["total"] == 0
    assert service.client.get(line["url"]).json()["status"] == "expired"
    assert not set(before) & {service.tag(path) for path in (*LISTS[:3], line["url"])}
    expired = service.client.get("/v1/openings?status=expired").json()["items"]
    titles = {GARDENER.fields.title, EXPIRED.fields.title}
    assert {item["title"] for item in expired} == titles
