"""What a source shows and says decides whether that is all of it."""

import pytest

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.scraper import (
    Excerpt,
    Follow,
    Listed,
    NoOpenings,
    Refused,
    Skipped,
    Total,
    Unreadable,
    Yield,
)
from tests.scraping.web import START, Web, finding, record, references


@pytest.mark.parametrize(
    ("found", "outcome", "reason"),
    [
        ([], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([finding()], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([Total(3)], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([Total(0)], Outcome.EMPTY, "nennt 0"),
        ([NoOpenings("Zurzeit keine.")], Outcome.EMPTY, "Zurzeit keine."),
        ([Total(2), Skipped("a"), Skipped("b")], Outcome.EMPTY, "Keine der 2"),
        ([Unreadable("a", finding())], Outcome.UNREADABLE, "Keine der 1"),
        ([Total(2), record("1")], Outcome.TRUNCATED, "nennt 2"),
        ([Total(2), record("1"), record("1")], Outcome.TRUNCATED, "nennt 2"),
        ([Total(2), record("1"), Skipped("2")], None, ""),
        ([Total(1), record("1"), record("2")], None, ""),
        ([record(str(n)) for n in range(100)], Outcome.TRUNCATED, "Genau 100"),
        ([record(str(n)) for n in range(101)], None, ""),
        ([Total(100), *(record(str(n)) for n in range(100))], None, ""),
        ([NoOpenings("x"), record("1")], None, ""),
        ([Excerpt(), *(record(str(n)) for n in range(100))], None, ""),
        ([Excerpt()], Outcome.UNREADABLE, "sagt das aber nicht"),
    ],
    ids=lambda value: None if isinstance(value, Outcome | None) else repr(value)[:40],
)
def test_what_a_list_shows_and_says_decides(
    found: list[Yield], outcome: Outcome | None, reason: str
) -> None:
    delivery = Web(start=found).crawl()
    assert delivery.trouble == outcome
    assert reason in (delivery.reason or "")


def nameless(name: str) -> RawRecord:
    return RawRecord(
        page=START, title=f"Stelle {name}", url=f"{START}{name}?PHPSESSID={name}{name}"
    )


def test_each_list_is_held_against_its_own_total() -> None:
    web = Web(a=[Total(3), record("1"), record("2")], b=[Total(2), record("3"), record("4")])
    delivery = web.crawl("a", "b")
    assert (delivery.trouble, delivery.stated_total) == (Outcome.TRUNCATED, 5)
    assert delivery.reason == "Die Quelle nennt 3 Stellen, gezeigt hat sie aber nur 2."
    web.pages["a"] = [Total(3), record("1"), Follow(START + "c")]
    web.pages["c"] = [Total(3), record("2"), record("5")]
    assert web.crawl("a", "b").trouble is None


def test_what_two_lists_show_counts_in_both() -> None:
    web = Web(d=[record("1")], e=[record("2")])
    web.pages["a"] = [Total(2), web.detail("d"), web.detail("e")]
    web.pages["b"] = [Total(1), web.detail("e")]
    assert web.crawl("a", "b").trouble is None


def test_an_entry_without_a_reference_counts_once_however_often_it_is_shown() -> None:
    a, b, c, d = map(nameless, "abcd")
    again = RawRecord(page=START, title=c.title, url=f"{START}c?PHPSESSID=k3v9")
    web = Web(start=[Total(5), a, b, c, Follow(START + "n")], n=[Total(5), again, d])
    delivery = web.crawl()
    assert delivery.trouble is Outcome.TRUNCATED
    assert "nur 4" in (delivery.reason or "")


def test_openings_under_one_address_are_as_many_as_their_titles() -> None:
    form = [RawRecord(page=START, title=name, url=START) for name in ("Koch", "Gärtner/in")]
    assert Web(start=[Total(2), *form]).crawl().trouble is None


@pytest.mark.parametrize(("totals", "outcome"), [((4, 3), Outcome.TRUNCATED), ((3, 4), None)])
def test_a_total_that_falls_while_pages_are_read_says_that_entries_moved_up(
    totals: tuple[int, int], outcome: Outcome | None
) -> None:
    first: list[Yield] = [Total(totals[0]), record("1"), record("2"), Follow(START + "n")]
    web = Web(start=first, n=[Total(totals[1]), record("3"), record("4")])
    assert web.crawl().trouble is outcome


def test_an_excerpt_is_delivered_as_one() -> None:
    assert Web(start=[Excerpt(), record("1")]).crawl().is_excerpt
    assert not Web(start=[record("1")]).crawl().is_excerpt


def test_openings_that_are_gone_count_towards_the_stated_total() -> None:
    web = Web(c=[record("2")])
    web.pages["start"] = [Total(3), web.detail("a"), web.detail("b"), web.detail("c")]
    delivery = web.crawl()
    assert (references(delivery), delivery.trouble) == (["2"], None)


def test_a_list_whose_every_opening_is_gone_is_broken_not_empty() -> None:
    web = Web()
    web.pages["start"] = [Total(2), web.detail("a"), web.detail("b")]
    delivery = web.crawl()
    assert delivery.trouble is Outcome.UNREADABLE
    assert "Keine der 2" in (delivery.reason or "")


def test_one_sitemap_of_several_may_list_no_opening() -> None:
    web = Web(pages=[Listed(0)], jobs=[Listed(1)], d=[record("1")])
    web.pages["jobs"] = [Listed(1), web.detail("d")]
    web.pages["start"] = [Follow(START + each, read=web.read) for each in ("pages", "jobs")]
    delivery = web.crawl()
    assert (references(delivery), delivery.trouble) == (["1"], None)


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ([record("1")], Outcome.TRUNCATED),
        ([NoOpenings("Zurzeit keine.")], Outcome.EMPTY),
        ([Listed(0)], Outcome.UNREADABLE),
    ],
)
def test_sitemaps_that_list_no_opening_at_all_prove_nothing(
    other: list[Yield], outcome: Outcome
) -> None:
    assert Web(a=other, b=[Listed(0)]).crawl("a", "b").trouble is outcome


def test_a_document_that_is_refused_names_its_outcome() -> None:
    delivery = Web(start=[Refused(Outcome.MOVED, finding("jobsuche.moved"))]).crawl()
    assert delivery.trouble is Outcome.MOVED
    assert [each.rule for each in delivery.findings] == ["jobsuche.moved"]


def test_the_same_remark_on_every_page_is_one() -> None:
    web = Web(start=[record("1"), finding(), Follow(START + "b")], b=[record("2"), finding()])
    assert len(web.crawl().findings) == 1
