"""When a link counts as dead, and when it is asked again."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.link_health import (
    FRESHLY_DEAD,
    PATIENCE,
    LinkAnswer,
    LinkHealth,
    LinkState,
    Sign,
    believed,
    judge,
)
from tests.builders import NOW

URL = "https://karriere.musterstadt.example/bewerben/17"
HOUR = timedelta(hours=1)
WORKS, GONE, LOST, UNCLEAR = (LinkAnswer(sign=sign) for sign in Sign)
SIGNS = st.sampled_from([WORKS, GONE, LOST, UNCLEAR])


def checked(
    *steps: tuple[LinkAnswer, timedelta], before: LinkHealth | None = None
) -> Iterator[LinkHealth]:
    """Yield what a link is after each answer, so long after the first check."""
    for answer, later in steps:
        before = judge(before, URL, answer, NOW + later)
        yield before


def last(*steps: tuple[LinkAnswer, timedelta]) -> LinkHealth:
    return list(checked(*steps))[-1]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([(WORKS, 0)], LinkState.ALIVE),
        ([(GONE, 0)], LinkState.UNSURE),
        ([(GONE, 0), (GONE, 0.9)], LinkState.UNSURE),
        ([(GONE, 0), (GONE, 1)], LinkState.DEAD),
        ([(GONE, 0), (WORKS, 0.5), (GONE, 1)], LinkState.UNSURE),
        ([(GONE, 0), (UNCLEAR, 1)], LinkState.UNSURE),
        ([(GONE, 0), (UNCLEAR, 1), (GONE, 7)], LinkState.DEAD),
        ([(LOST, 0), (LOST, 1), (LOST, 7)], LinkState.UNSURE),
        ([(LOST, 0), (LOST, 1), (LOST, 7), (LOST, 24)], LinkState.DEAD),
        ([(LOST, 0), (GONE, 1)], LinkState.UNSURE),
        ([(LOST, 0), (GONE, 1), (GONE, 1.9)], LinkState.UNSURE),
        ([(LOST, 0), (GONE, 1), (GONE, 2)], LinkState.DEAD),
        ([(LOST, 0), (GONE, 30)], LinkState.UNSURE),
        ([(LOST, 0), (GONE, 23), (LOST, 24)], LinkState.DEAD),
        ([(GONE, 0), (LOST, 1), (LOST, 23)], LinkState.UNSURE),
        ([(GONE, 0), (LOST, 1), (GONE, 2)], LinkState.DEAD),
        ([(UNCLEAR, hours) for hours in range(0, 2_000, 24)], LinkState.UNSURE),
        ([(GONE, 0), (GONE, 1), (UNCLEAR, 25)], LinkState.DEAD),
        ([(GONE, 0), (GONE, 1), (WORKS, 25)], LinkState.ALIVE),
    ],
)
def test_only_signs_that_last_make_a_link_dead(
    steps: list[tuple[LinkAnswer, float]], state: LinkState
) -> None:
    assert last(*((answer, hours * HOUR) for answer, hours in steps)).state is state


@pytest.mark.parametrize(
    ("steps", "is_gone"),
    [
        ([("GONE", 0)], False),
        ([("GONE", 0), ("GONE", 0.9)], False),
        ([("GONE", 0), ("GONE", 1)], True),
        ([("LOST", 0), ("GONE", 30)], False),
        ([("LOST", 0), ("LOST", 30), ("GONE", 31)], False),
        ([("LOST", 0), ("LOST", 30), ("GONE", 31), ("GONE", 55)], True),
        ([("GONE", 0), ("GONE", 1), ("UNCLEAR", 25)], False),
        ([("LOST", 0), ("LOST", 30)], False),
        ([("GONE", 0), ("WORKS", 1), ("GONE", 2)], False),
    ],
)
def test_only_what_the_server_said_twice_is_gone_by_its_word(
    steps: list[tuple[str, float]], *, is_gone: bool
) -> None:
    status = {"WORKS": 200, "GONE": 404, "LOST": 200, "UNCLEAR": 503}
    link = last(
        *((LinkAnswer(sign=Sign[name], status=status[name]), hours * HOUR) for name, hours in steps)
    )
    assert link.is_declared_gone is is_gone


def test_a_link_is_dead_since_the_first_sign() -> None:
    link = last((WORKS, 0 * HOUR), (LOST, 24 * HOUR), (LOST, 31 * HOUR), (LOST, 48 * HOUR))
    assert (link.state, link.first_gone_at) == (LinkState.DEAD, NOW + 24 * HOUR)


def test_an_unsure_link_is_asked_again_soon_and_then_less_often() -> None:
    hours = (0, 1, 7, 31, 55)
    links = list(checked(*((UNCLEAR, each * HOUR) for each in hours)))
    pauses = [(link.next_check_at - link.checked_at) / HOUR for link in links]
    assert pauses == [1, 6, 24, 24, 24]
    assert [link.failures for link in links] == [1, 2, 3, 4, 5]


def test_the_first_sign_of_death_is_asked_about_again_within_an_hour() -> None:
    links = list(checked((UNCLEAR, 0 * HOUR), (UNCLEAR, 1 * HOUR), (GONE, 7 * HOUR)))
    assert links[-1].next_check_at == NOW + 8 * HOUR
    links = list(checked((LOST, 0 * HOUR), (LOST, 1 * HOUR), (GONE, 7 * HOUR)))
    assert links[-1].next_check_at == NOW + 8 * HOUR


def test_a_dead_link_is_asked_daily_for_two_weeks_and_then_weekly() -> None:
    fresh = last((GONE, 0 * HOUR), (GONE, HOUR))
    old = last((GONE, 0 * HOUR), (GONE, HOUR), (GONE, FRESHLY_DEAD))
    assert fresh.next_check_at - fresh.checked_at == timedelta(days=1)
    assert old.next_check_at - old.checked_at == timedelta(days=7)


def test_the_daily_checks_are_spread_out_and_each_keeps_its_hour() -> None:
    urls = [f"https://karriere.musterstadt.example/{number}" for number in range(200)]
    pauses = [judge(None, url, WORKS, NOW).next_check_at - NOW for url in urls]
    assert pauses == [judge(None, url, WORKS, NOW).next_check_at - NOW for url in urls]
    assert min(pauses) >= 22 * HOUR
    assert max(pauses) <= 26 * HOUR
    assert max(pauses) - min(pauses) > 3 * HOUR


@given(st.lists(st.tuples(SIGNS, st.integers(1, 200)), min_size=1, max_size=12))
def test_no_row_of_answers_breaks_the_rules(answers: list[tuple[LinkAnswer, int]]) -> None:
    link: LinkHealth | None = None
    at: datetime = NOW
    for answer, hours in answers:
        before, at = link, at + hours * HOUR
        link = judge(before, URL, answer, at)
        was_dead = before is not None and before.state is LinkState.DEAD
        assert (link.state is LinkState.ALIVE) == (answer is WORKS) == (link.failures == 0)
        assert link.next_check_at >= at + HOUR
        if link.state is LinkState.DEAD and not was_dead:
            assert answer.sign in PATIENCE
            since = link.declared_gone_at if answer is GONE else link.first_gone_at
            assert since is not None
            assert at - since >= PATIENCE[answer.sign]
        if was_dead and answer is not WORKS:
            assert link.state is LinkState.DEAD


def names(*hosts: str) -> dict[str, LinkAnswer]:
    return {f"https://{host}/{number}": LOST for number, host in enumerate(hosts)}


def test_where_no_host_answers_at_all_the_fault_is_ours() -> None:
    told = names("a.example", "b.example", "c.example")
    assert {answer.sign for answer in believed(told).values()} == {Sign.UNCLEAR}


def test_names_that_are_gone_are_believed_while_anyone_answers() -> None:
    told = names("a.example", "b.example", "c.example")
    told["https://d.example/"] = LinkAnswer(sign=Sign.UNCLEAR, status=503)
    assert believed(told) == told
    few = names("a.example", "b.example", "b.example")
    assert believed(few) == few
