"""Checking links: what is asked, what is marked, and who learns of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.domain.dead_link import LinkField
from stellenbund.domain.link_health import LinkAnswer, LinkHealth, LinkState, Sign
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.check_links import check_due_links
from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import reading, writing
from stellenbund.store.links import count_dead_links, dead_openings, due_links
from stellenbund.store.publication import Move, Stamp, make_moves
from stellenbund.store.tables.changes import ChangeRow
from stellenbund.store.tables.openings import OpeningRow
from tests.builders import NOW, harvest, notice
from tests.flows import invariants
from tests.reading import openings_of
from tests.stocking import SITE, open_store, settled, source

CITIES = ("musterstadt", "neustadt")
HOUR = timedelta(hours=1)
APPLY, PAGE, SHARED = (f"https://musterstadt.example/{name}" for name in ("apply", "page", "all"))
NOTICES = (
    notice("a", org_unit="Amt a", apply_url=APPLY, source_url=PAGE),
    notice("b", org_unit="Amt b", apply_url=SHARED),
    notice("c", org_unit="Amt c", apply_url=SHARED),
    notice("d", org_unit="Amt d", apply_url="mailto:ausbildung@musterstadt.example"),
)


class Web:
    """Links as the web would answer them, and which were followed."""

    def __init__(self, **gone: Sign) -> None:
        """Let all links work but those whose last part is named."""
        self.signs = gone
        self.asked: list[str] = []

    def look(self, urls: Sequence[str]) -> dict[str, LinkAnswer]:
        """Answer for *urls*."""
        self.asked = list(urls)
        return {url: self._answer(url) for url in urls}

    def _answer(self, url: str) -> LinkAnswer:
        sign = self.signs.get(url.rpartition("/")[2], Sign.WORKS)
        return LinkAnswer(sign=sign, status=404 if sign is Sign.GONE else 200)


def stock(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*NOTICES))


def checked(
    engine: Engine, web: Web, at: datetime = NOW, cities: Sequence[str] = CITIES
) -> dict[str, LinkHealth]:
    links = check_due_links(engine, cities, web.look, lambda: at)
    invariants.check(engine)
    return {link.url.rpartition("/")[2]: link for link in links}


def openings(engine: Engine) -> dict[str, Opening]:
    return {(opening.org_unit or "?")[-1]: opening for opening in openings_of(engine)}


def dead(engine: Engine) -> dict[str, list[LinkField]]:
    """Return which links of which openings are marked."""
    return {
        name: [link.field for link in opening.dead_links]
        for name, opening in openings(engine).items()
        if opening.dead_links
    }


def sequence(engine: Engine) -> int:
    with reading(engine) as session:
        return latest_sequence(session)


def reasons(engine: Engine, after: int) -> list[str]:
    with reading(engine) as session:
        newer = select(ChangeRow.reason).where(ChangeRow.seq > after).order_by(col(ChangeRow.seq))
        return list(session.exec(newer))


def test_each_link_of_what_is_public_is_followed_once(engine: Engine) -> None:
    stock(engine)
    web = Web()
    assert {link.state for link in checked(engine, web).values()} == {LinkState.ALIVE}
    assert sorted(web.asked) == [SHARED, APPLY, PAGE]
    checked(engine, web, NOW + HOUR)
    assert web.asked == []
    checked(engine, web, NOW + 27 * HOUR)
    assert sorted(web.asked) == [SHARED, APPLY, PAGE]


def test_what_nobody_can_see_is_not_followed(engine: Engine) -> None:
    open_store(engine)
    over = notice("o", apply_url=APPLY, deadline_kind="fixed", deadline_on=(NOW - 48 * HOUR).date())
    settled(engine, harvest(over), of=SITE)
    settled(engine, harvest(notice("s", apply_url=PAGE)), of=source(city="neustadt"), sample=True)
    web = Web()
    checked(engine, web)
    assert web.asked == []


def test_only_the_cities_that_are_asked_for_are_followed(engine: Engine) -> None:
    stock(engine)
    web = Web()
    checked(engine, web, cities=["neustadt"])
    assert web.asked == []


def test_one_404_moves_nothing_and_a_second_one_an_hour_later_does(engine: Engine) -> None:
    stock(engine)
    before = sequence(engine)
    web = Web(apply=Sign.GONE)
    assert checked(engine, web)["apply"].state is LinkState.UNSURE
    assert (dead(engine), sequence(engine)) == ({}, before)
    assert checked(engine, web, NOW + HOUR)["apply"].state is LinkState.DEAD
    assert web.asked == [APPLY]
    assert dead(engine) == {"a": [LinkField.APPLY_URL]}
    assert reasons(engine, before) == ["apply link dead"]
    opening = openings(engine)["a"]
    assert opening.sequence == before + 1
    assert opening.apply_url == APPLY
    assert [(link.url, link.since) for link in opening.dead_links] == [(APPLY, NOW)]
    assert (opening.status, opening.content_changed_at) == (Status.PUBLISHED, NOW)


def killed(engine: Engine, **gone: Sign) -> int:
    """Let links die, and return the number of the last change."""
    stock(engine)
    for later in (0, 1):
        checked(engine, Web(**gone), NOW + later * HOUR)
    return sequence(engine)


def test_a_dead_link_is_dead_for_all_who_state_it(engine: Engine) -> None:
    killed(engine, all=Sign.GONE, page=Sign.GONE)
    assert dead(engine) == {
        "a": [LinkField.SOURCE_URL],
        "b": [LinkField.APPLY_URL],
        "c": [LinkField.APPLY_URL],
    }
    assert sorted(reasons(engine, 4)) == ["apply link dead", "apply link dead", "source link dead"]
    with reading(engine) as session:
        listed = dead_openings(session, ["musterstadt"], NOW)
        assert [opening.id for opening in dead_openings(session, ["neustadt"], NOW)] == []
        assert count_dead_links(session, NOW) == {("musterstadt", "site"): 3}
    assert {opening.city for opening in listed} == {"musterstadt"}
    assert len(listed) == 3


def test_both_links_of_one_opening_are_one_move(engine: Engine) -> None:
    killed(engine, apply=Sign.GONE, page=Sign.GONE)
    assert reasons(engine, 4) == ["apply link dead, source link dead"]


def test_what_works_again_is_back_at_once(engine: Engine) -> None:
    last = killed(engine, apply=Sign.GONE)
    assert checked(engine, Web(), NOW + 30 * HOUR)["apply"].state is LinkState.ALIVE
    assert dead(engine) == {}
    assert reasons(engine, last) == ["apply link alive again"]


def test_while_nothing_turns_nothing_moves(engine: Engine) -> None:
    last = killed(engine, apply=Sign.GONE)
    for hours, answer in ((25, Sign.GONE), (50, Sign.UNCLEAR), (75, Sign.LOST)):
        checked(engine, Web(apply=answer), NOW + hours * HOUR)
    assert (sequence(engine), dead(engine)) == (last, {"a": [LinkField.APPLY_URL]})


def test_an_opening_that_states_another_link_loses_the_mark(engine: Engine) -> None:
    last = killed(engine, apply=Sign.GONE)
    other = notice("a", org_unit="Amt a", apply_url=f"{APPLY}/2", source_url=PAGE)
    settled(engine, harvest(other, *NOTICES[1:]), at=NOW + 2 * HOUR)
    assert (dead(engine), reasons(engine, last)) == ({}, ["changed"])


def test_a_new_opening_with_a_link_that_is_known_as_dead_says_so(engine: Engine) -> None:
    killed(engine, apply=Sign.GONE)
    copy = notice("n", org_unit="Amt n", apply_url=APPLY)
    settled(engine, harvest(copy), of=source(city="neustadt"), at=NOW + 2 * HOUR)
    assert dead(engine)["n"] == [LinkField.APPLY_URL]


def test_a_link_that_dies_in_one_city_is_dead_in_another(engine: Engine) -> None:
    stock(engine)
    settled(
        engine, harvest(notice("n", org_unit="Amt n", apply_url=APPLY)), of=source(city="neustadt")
    )
    for later in (0, 1):
        checked(engine, Web(apply=Sign.GONE), NOW + later * HOUR, ["neustadt"])
    assert dead(engine) == {"a": [LinkField.APPLY_URL], "n": [LinkField.APPLY_URL]}


def test_what_a_person_holds_back_is_marked_and_stays_held_back(engine: Engine) -> None:
    stock(engine)
    held = openings(engine)["b"].id
    with writing(engine) as session:
        held_back = Move(opening=held, status=Status.HELD, reason="held back")
        stamp = Stamp(city="musterstadt", run=None, actor="person", at=NOW)
        make_moves(session, [held_back], stamp)
    for later in (0, 1):
        checked(engine, Web(all=Sign.GONE), NOW + later * HOUR)
    with reading(engine) as session:
        row = session.get_one(OpeningRow, held)
        assert (row.status, len(row.dead_links)) == (Status.HELD, 1)
        assert [each.id for each in dead_openings(session, CITIES, NOW)] != [held]


def test_the_longest_overdue_come_first_and_a_round_has_an_end(engine: Engine) -> None:
    stock(engine)
    checked(engine, Web())
    new = notice("n", org_unit="Amt n", apply_url=f"{APPLY}/neu")
    settled(engine, harvest(*NOTICES, new), at=NOW + HOUR)
    with reading(engine) as session:
        due = due_links(session, CITIES, NOW + 30 * HOUR, limit=2)
        assert due_links(session, CITIES, NOW + HOUR, limit=9) == (f"{APPLY}/neu",)
    assert len(due) == 2
    assert due[0] == f"{APPLY}/neu"
