"""Dead links are never shown as if they worked, and what is gone leads on to its successor."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.domain.link_health import LinkAnswer, Look, Sign
from stellenbund.flows.check_links import check_due_links
from tests.api.clients import client_of
from tests.builders import NOW, harvest, notice
from tests.stocking import JOBSUCHE, SITE, open_store, settled

APPLY = "https://musterstadt.example/bewerben/17"
PAGE = "https://musterstadt.example/stellen/17"
HOUR = timedelta(hours=1)


def answering(sign: Sign, url: str = APPLY) -> Look:
    """Return what finds that *url* is as *sign* says, and that all others work."""
    return lambda urls: {
        each: LinkAnswer(sign=sign if each == url else Sign.WORKS, status=200) for each in urls
    }


def check(engine: Engine, look: Look, at: datetime) -> None:
    check_due_links(engine, ["musterstadt"], look, lambda: at)


def kill(engine: Engine, url: str = APPLY) -> None:
    for hours in (2, 1):
        check(engine, answering(Sign.GONE, url), NOW - hours * HOUR)


@pytest.fixture
def client(engine: Engine) -> TestClient:
    open_store(engine)
    stated = notice("a", apply_url=APPLY, apply_kind="portal", source_url=PAGE)
    settled(engine, harvest(stated), of=SITE, at=NOW - 3 * HOUR)
    return client_of(engine)


def test_a_dead_link_is_null_and_what_was_stated_stands_beside_it(
    client: TestClient, engine: Engine
) -> None:
    (before,) = client.get("/v1/openings").json()["items"]
    assert (before["apply_url"], before["source_url"], before["dead_links"]) == (APPLY, PAGE, [])
    kill(engine)
    (line,) = client.get("/v1/openings").json()["items"]
    full = client.get(line["url"]).json()
    for shown in (line, full):
        assert (shown["apply_url"], shown["source_url"]) == (None, PAGE)
        assert shown["dead_links"] == [
            {"field": "apply_url", "url": APPLY, "since": "2026-11-24T10:00:00Z"}
        ]
        assert shown["apply_kind"] == "portal"
        assert shown["sequence"] == before["sequence"] + 1
    assert full["origins"]["apply_url"]["source"] == "site"


def test_the_page_of_an_opening_can_be_dead_alone(client: TestClient, engine: Engine) -> None:
    kill(engine, PAGE)
    (line,) = client.get("/v1/openings").json()["items"]
    assert (line["apply_url"], line["source_url"]) == (APPLY, None)


def test_the_tag_moves_with_the_state_and_not_with_the_checks(
    client: TestClient, engine: Engine
) -> None:
    (line,) = client.get("/v1/openings").json()["items"]
    address = line["url"]
    alive = client.get(address).headers["etag"]
    check(engine, answering(Sign.WORKS), NOW - 2 * HOUR)
    assert client.get(address).headers["etag"] == alive
    kept = {"If-None-Match": alive}
    for hours, status in ((24, 304), (25, 200)):
        check(engine, answering(Sign.GONE), NOW + hours * HOUR)
        assert client.get(address, headers=kept).status_code == status


def test_sources_count_the_dead_links_of_what_is_published(
    client: TestClient, engine: Engine
) -> None:
    kill(engine)
    items = client.get("/v1/sources").json()["items"]
    counts = {(each["city"], each["key"]): each["dead_links"] for each in items}
    assert counts == {
        ("musterstadt", "jobsuche"): 0,
        ("musterstadt", "site"): 1,
        ("neustadt", "site"): 0,
    }


def test_what_is_gone_leads_to_what_advertises_it_again(engine: Engine) -> None:
    open_store(engine)
    others = [notice(name, title=f"Stelle {name}", org_unit=f"Amt {name}") for name in "bcd"]
    settled(engine, harvest(notice("1", positions=1), *others), of=JOBSUCHE, at=NOW - 2 * HOUR)
    client = client_of(engine)
    ids = {each["positions"]: each["id"] for each in client.get("/v1/openings").json()["items"]}
    settled(engine, harvest(notice("2", positions=2), *others), of=JOBSUCHE, at=NOW)
    gone = client.get(f"/v1/openings/{ids[1]}")
    assert gone.status_code == 410
    assert gone.json()["detail_de"].endswith(
        "wird nicht mehr angeboten. Sie ist neu ausgeschrieben."
    )
    following = client.get(gone.json()["links"]["readvertised_as"]).json()
    assert (following["positions"], following["readvertises"]) == (2, ids[1])
