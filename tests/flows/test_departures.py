"""What is gone at once, and what a source must not show several times first."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from stellenbund.domain.link_health import LinkAnswer, Sign
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.flows.check_links import check_due_links
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Follow, Scraper, Site, Yield
from stellenbund.scraping.selectors import FieldSelectors, text
from stellenbund.store.database import reading
from stellenbund.store.runs import LoggedRun
from stellenbund.store.tables.notices import NoticeRow
from tests.builders import NOW, harvest, notice
from tests.flows.pages import with_any_memory
from tests.reading import openings_of
from tests.stocking import MUSTERSTADT, ids, open_store, settled

HOST = "https://musterstadt.example/"
NAMES = "abcdefgh"
HELD = tuple(notice(name, org_unit=f"Amt {name}", source_url=f"{HOST}{name}") for name in NAMES)


def published(engine: Engine) -> set[str]:
    return {opening.origins["title"].reference for opening in openings_of(engine)}


def reasons(engine: Engine) -> dict[str, str | None]:
    with reading(engine) as session:
        return {row.reference: row.vanished_reason for row in session.exec(select(NoticeRow))}


def test_what_is_closed_or_has_no_page_any_more_is_gone_at_once_with_its_reason(
    engine: Engine,
) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    found = harvest(*HELD[3:], left_out=frozenset("a"), gone=frozenset({f"{HOST}b?utm_source=x"}))
    run = settled(engine, found)
    assert (run.outcome, run.vanished, run.missing) == (Outcome.APPLIED, 2, 1)
    assert published(engine) == set("cdefgh")
    assert reasons(engine) == {"a": "closed", "b": "gone"} | dict.fromkeys("cdefgh")
    for days in (1, 2):
        settled(engine, harvest(*HELD[3:]), at=NOW + timedelta(days=days))
    assert reasons(engine)["c"] == "missing"


def test_many_pages_that_are_gone_at_once_are_doubted(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    gone = frozenset(f"{HOST}{name}" for name in "abcde")
    run = settled(engine, harvest(*HELD[5:], gone=gone))
    assert run.outcome is Outcome.DOUBTED
    assert published(engine) == set(NAMES)


def test_a_page_that_is_gone_ends_nothing_in_a_list_that_was_cut(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    cut = harvest(*HELD[1:], gone=frozenset({f"{HOST}a"}), trouble=Outcome.TRUNCATED)
    assert settled(engine, cut).vanished == 0
    assert published(engine) == set(NAMES)


def checked(engine: Engine, *hours: float, sign: Sign, status: int | None = 404) -> None:
    """Let the links be followed after so many hours each; the page of a answers as told."""

    def look(urls: Sequence[str]) -> dict[str, LinkAnswer]:
        works = LinkAnswer(sign=Sign.WORKS, status=200)
        broken = LinkAnswer(sign=sign, status=status)
        return {url: broken if url == f"{HOST}a" else works for url in urls}

    instants = (NOW + timedelta(hours=each) for each in hours for _ in ("asked", "answered"))
    for _ in hours:
        check_due_links(engine, ["musterstadt"], look, partial(next, instants))


def test_a_page_that_the_link_checks_found_gone_takes_its_opening_with_it(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    checked(engine, 0, 1, sign=Sign.GONE)
    assert settled(engine, harvest(*HELD)).vanished == 0
    run = settled(engine, harvest(*HELD[2:]), at=NOW + timedelta(hours=2))
    assert (run.outcome, run.vanished, run.missing) == (Outcome.APPLIED, 1, 1)
    assert reasons(engine) == {"a": "gone"} | dict.fromkeys("bcdefgh")


@pytest.mark.parametrize(
    ("hours", "sign", "status"),
    [
        ((0,), Sign.GONE, 404),
        ((0, 25, 49), Sign.LOST, 200),
        ((0, 25, 49), Sign.UNCLEAR, 503),
    ],
)
def test_what_is_not_the_servers_own_lasting_word_takes_nothing(
    engine: Engine, hours: tuple[float, ...], sign: Sign, status: int
) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    checked(engine, *hours, sign=sign, status=status)
    run = settled(engine, harvest(*HELD[1:]), at=NOW + timedelta(hours=50))
    assert (run.vanished, run.missing) == (0, 1)


def test_a_dead_page_ends_nothing_in_a_list_that_was_cut(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD))
    checked(engine, 0, 1, sign=Sign.GONE)
    cut = harvest(*HELD[1:], trouble=Outcome.TRUNCATED, reason="Halb.")
    assert settled(engine, cut, at=NOW + timedelta(hours=2)).vanished == 0
    assert published(engine) == set(NAMES)


def listed(page: Page) -> Iterator[Yield]:
    """Read a list that names its openings by their addresses only."""
    for name in page.text:
        yield Follow(f"{HOST}{name}", read=detail, is_opening=True)


def detail(page: Page) -> Iterator[Yield]:
    """Read the page of one opening."""
    title = f"Ausbildung zum Gärtner (m/w/d), Team {page.url[-1]}"
    yield RawRecord(page=page.url, url=page.url, title=title, start="1. September 2027")


SITE = Site(start=f"{HOST}site", read=listed)


def answering(error: FetchError, *broken: str) -> Fetch:
    """Return a network in which the list is whole, and the pages of some openings fail."""

    def fetch(request: Request) -> Page:
        if request.url[-1] in broken:
            raise error
        return Page(url=request.url, text=NAMES)

    return fetch


def scraped(engine: Engine, fetch: Fetch, site: Site = SITE) -> LoggedRun:
    occasion = Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=ids())
    scraper = Scraper(city=MUSTERSTADT, sources=(site,))
    return scrape_source(engine, scraper, site, with_any_memory(fetch), occasion)


GONE = FetchError(Outcome.MOVED, "Die Seite gibt es nicht mehr (Status 410).", is_gone=True)


def test_an_opening_whose_own_page_is_gone_goes_with_it(engine: Engine) -> None:
    open_store(engine)
    assert scraped(engine, answering(GONE)).new == 8
    run = scraped(engine, answering(GONE, "a"))
    assert (run.outcome, run.vanished, run.missing) == (Outcome.APPLIED, 1, 0)
    assert [each.rule for each in run.findings] == ["page.gone"]
    assert published(engine) == {f"{HOST}{name}" for name in "bcdefgh"}


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.FAILED, Outcome.MOVED])
def test_a_page_that_only_does_not_answer_ends_nothing(engine: Engine, outcome: Outcome) -> None:
    open_store(engine)
    scraped(engine, answering(GONE))
    for _ in range(4):
        run = scraped(engine, answering(FetchError(outcome, "Kommt nicht."), "a"))
        assert (run.outcome, run.vanished, run.missing) == (Outcome.TRUNCATED, 0, 0)
    assert len(published(engine)) == 8


def test_what_an_excerpt_no_longer_shows_stays_however_often(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*HELD, is_excerpt=True))
    for _ in range(5):
        run = settled(engine, harvest(HELD[0], is_excerpt=True))
        assert (run.outcome, run.vanished, run.missing) == (Outcome.UNCHANGED, 0, 0)
    assert published(engine) == set(NAMES)


NUMBERED = Site(
    start=f"{HOST}site",
    scope=Scope.MIXED,
    read=list_then_detail(
        card="li", link="a", list_fields=FieldSelectors(title=text("a")), title=text("h1")
    ),
)


def numbered(*others: str) -> Fetch:
    """Return a network in which the pages of some of four openings show another position."""
    titles = {each: f"Ausbildung Verwaltungsfachangestellte/r, Team {each}" for each in "1234"}
    cards = "".join(f"<li><a href='/{each}'>{title}</a></li>" for each, title in titles.items())
    shown = titles | dict.fromkeys(others, "Sachbearbeiter/in Controlling")

    def fetch(request: Request) -> Page:
        title = shown.get(request.url[-1])
        return Page(url=request.url, text=f"<h1>{title}</h1>" if title else cards)

    return fetch


def test_an_opening_whose_page_shows_another_position_stays(engine: Engine) -> None:
    open_store(engine)
    assert scraped(engine, numbered(), NUMBERED).new == 4
    run = scraped(engine, numbered("1", "2", "3"), NUMBERED)
    assert (run.outcome, run.vanished, run.missing) == (Outcome.UNCHANGED, 0, 0)
    assert [each.rule for each in run.findings] == ["page.other_opening"] * 3
    assert len(published(engine)) == 4


def test_a_site_whose_pages_are_all_gone_is_broken(engine: Engine) -> None:
    open_store(engine)
    scraped(engine, answering(GONE))
    for broken in ("abcde", "abcdefgh"):
        assert scraped(engine, answering(GONE, *broken)).vanished == 0
    assert len(published(engine)) == 8
