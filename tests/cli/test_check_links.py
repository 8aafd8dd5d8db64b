"""check-links: what the screen, the exit code and the schedule say."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from stellenbund.commands import check_links
from stellenbund.commands.check_links import LookFor
from stellenbund.commands.environment import load_settings
from stellenbund.commands.surroundings import now, opened
from stellenbund.domain.link_health import LinkAnswer, Sign
from stellenbund.flows.check_links import check_due_links
from stellenbund.settings import Settings
from tests.builders import harvest, notice
from tests.cli.calling import Shell
from tests.stocking import open_store, settled

ALIVE, DEAD = (f"https://musterstadt.example/bewerben/{number}" for number in (1, 2))


def look(urls: object) -> dict[str, LinkAnswer]:
    """Find the one link dead and all others alive."""
    assert isinstance(urls, tuple)
    return {
        url: LinkAnswer(sign=Sign.GONE if url == DEAD else Sign.WORKS, status=200) for url in urls
    }


@contextmanager
def without_network(_: Settings) -> Iterator[LookFor]:
    yield lambda _: look


@pytest.fixture
def stocked(federation_on_both: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return how links are checked some hours ago; two openings state one link each."""
    assert federation_on_both.exists()
    monkeypatch.setattr(check_links, "live_links", without_network)

    def check(hours: float) -> None:
        with opened(load_settings()) as engine:
            at = now() - timedelta(hours=hours)
            check_due_links(engine, ["musterstadt"], look, lambda: at)

    with opened(load_settings()) as engine:
        open_store(engine)
        stated = (notice(url, org_unit=f"Amt {url}", apply_url=url) for url in (ALIVE, DEAD))
        settled(engine, harvest(*stated), at=now() - timedelta(days=9))
    return check


@pytest.mark.usefixtures("stocked")
def test_as_long_as_no_link_is_dead_the_exit_code_is_zero(stellenbund: Shell) -> None:
    answer = stellenbund("check-links", "--json")
    assert answer.code == 0
    document = json.loads(answer.out)
    assert document == {"checked": 2, "alive": 1, "unsure": 1, "dead": 0, "openings": []}
    again = json.loads(stellenbund("check-links", "--json").out)
    assert again["checked"] == 0


def test_a_dead_link_is_named_with_its_opening(
    stocked: Callable[[float], None], stellenbund: Shell
) -> None:
    stocked(50)
    answer = stellenbund("check-links", "musterstadt")
    assert answer.code == 1
    (line,) = [line for line in answer.out.splitlines() if DEAD in line]
    for told in ("musterstadt", "Verwaltungsfachangestellte/r", "apply_url"):
        assert told in line
    document = json.loads(stellenbund("check-links", "--json").out)
    (opening,) = document["openings"]
    assert opening["id"] in line
    assert [link["url"] for link in opening["dead_links"]] == [DEAD]
    shown = stellenbund("show", opening["id"]).out
    assert f"{DEAD} (dead since {now() - timedelta(hours=50):%Y-%m-%d})" in shown


@pytest.mark.usefixtures("stocked")
def test_an_unknown_city_is_wrong_use(stellenbund: Shell) -> None:
    answer = stellenbund("check-links", "mustrstadt")
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean musterstadt?" in answer.err


@pytest.mark.usefixtures("stocked")
def test_on_a_schedule_it_goes_round_again_and_again(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", sleep)
    answer = stellenbund("check-links", "--every", "1")
    assert (answer.code, pauses) == (130, [3_600, 3_600])
    assert "Stopped" in answer.err


def test_it_can_be_asked_whether_links_were_checked_lately(
    stocked: Callable[[float], None], stellenbund: Shell
) -> None:
    late = stellenbund("check-links", "--within", "24")
    assert late.code == 1
    assert late.err == "Links are due, and none was checked within the last 24 hours.\n"
    stocked(60)
    assert stellenbund("check-links", "--within", "24").code == 1
    stocked(1)
    assert stellenbund("check-links", "--within", "24").code == 0


@pytest.mark.usefixtures("federation")
def test_where_there_is_no_link_nobody_is_late(stellenbund: Shell) -> None:
    assert stellenbund("check-links", "--within", "1").code == 0


def test_the_way_to_the_web_is_the_one_that_pages_take() -> None:
    live: AbstractContextManager[LookFor] = check_links.live_links(Settings())
    with live as look_for:
        (told,) = look_for(Event())(("https://localhost/",)).values()
    assert told.sign is Sign.UNCLEAR
    assert told.reason is not None
    assert "nicht öffentlich" in told.reason
