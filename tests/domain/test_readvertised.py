"""Which openings advertise again what had ended before."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.readvertised import Advert, Seen, readvertised
from stellenbund.domain.vocabulary import Kind, Status
from tests.builders import NOW

DAY = timedelta(days=1)


def seen(first: int, last: int) -> Seen:
    """Return the span between two days, counted from the day of the tests."""
    return Seen(first_at=NOW + first * DAY, last_at=NOW + last * DAY)


def advert(name: str, *spans: tuple[int, int], is_live: bool = False, **changes: object) -> Advert:
    """Return an advert that its city's site showed in the first span, another source later."""
    plain = {
        "opening": name,
        "city": "musterstadt",
        "title": "Gärtner/in",
        "kind": Kind.DUAL_APPRENTICESHIP,
        "profession": "gaertner",
        "org_unit": None,
        "sample": False,
        "status": Status.PUBLISHED if is_live else Status.WITHDRAWN,
        "seen": {key: seen(*span) for key, span in zip(("site", "jobsuche"), spans, strict=False)},
    }
    return Advert(**(plain | changes))  # type: ignore[arg-type]


def changed(changes: dict[str, object]) -> Advert:
    """Return an advert that ended yesterday, but for *changes*."""
    return replace(advert("old", (-90, -1)), **changes)  # type: ignore[arg-type]


NEW = advert("new", (0, 0), is_live=True)


def test_what_comes_after_the_end_advertises_it_again() -> None:
    assert readvertised([advert("old", (-90, -1)), NEW]) == {"new": "old"}


@pytest.mark.parametrize(
    "other",
    [
        {"city": "neustadt"},
        {"title": "Koch/Köchin"},
        {"kind": Kind.DUAL_STUDY},
        {"profession": "koch"},
        {"sample": True},
        {"status": Status.PUBLISHED},
        {"status": Status.HELD},
        {"seen": {"site": seen(-90, 0)}},
        {"seen": {"site": seen(-400, -366)}},
        {"seen": {}},
        {"seen": {"jobsuche": seen(-90, 0)}},
    ],
    ids="_".join,
)
def test_anything_else_is_a_place_of_its_own(other: dict[str, object]) -> None:
    assert readvertised([changed(other), NEW]) == {}


@pytest.mark.parametrize(
    "same",
    [
        {"title": "GAERTNER/IN"},
        {"profession": None},
        {"org_unit": "Grünflächenamt"},
        {"seen": {"site": seen(-400, -365)}},
        {"seen": {"jobsuche": seen(-90, -1)}},
        {"seen": {"site": seen(-90, -1), "jobsuche": seen(-80, 3)}},
    ],
    ids="_".join,
)
def test_spelling_silence_and_a_copy_that_lags_behind_make_no_difference(
    same: dict[str, object],
) -> None:
    assert readvertised([changed(same), NEW]) == {"new": "old"}


def test_other_departments_are_other_places() -> None:
    old = advert("old", (-90, -1), org_unit="Zoo")
    new = advert("new", (0, 0), is_live=True, org_unit="Grünflächenamt")
    assert readvertised([old, new]) == {}


def test_the_nearest_is_meant() -> None:
    olds = [advert("a", (-200, -150)), advert("b", (-100, -50)), advert("c", (-300, -250))]
    assert readvertised([*olds, NEW]) == {"new": "b"}


def test_of_several_the_one_of_the_same_department_is_meant() -> None:
    new = advert("new", (0, 0), is_live=True, org_unit="Zoo")
    olds = [advert("z", (-9, -1)), advert("a", (-9, -1), org_unit="Zoo")]
    assert readvertised([*olds, new]) == {"new": "a"}


def test_each_is_advertised_again_by_one_only() -> None:
    old, other = advert("old", (-90, -1)), advert("other", (0, 0), is_live=True)
    assert readvertised([old, NEW, other]) == {"new": "old"}
    known = advert("known", (0, 0), is_live=True, readvertises="old")
    assert readvertised([old, known, other]) == {}
    moved_on = advert("known", is_live=False, readvertises="old")
    assert readvertised([old, moved_on, other]) == {}


def test_two_that_ended_are_followed_by_two() -> None:
    olds = [advert("a", (-90, -1)), advert("b", (-90, -1))]
    news = [advert("x", (0, 0), is_live=True), advert("y", (0, 0), is_live=True)]
    assert readvertised([*olds, *news]) == {"x": "b", "y": "a"}


@st.composite
def adverts(draw: st.DrawFn) -> list[Advert]:
    """Draw adverts of two cities that overlap in every way."""
    day = st.integers(-500, 0)
    made = []
    for number in range(draw(st.integers(0, 9))):
        spans = draw(st.lists(st.tuples(day, day), min_size=0, max_size=2))
        made.append(
            advert(
                f"o{number}",
                *((min(span), max(span)) for span in spans),
                is_live=draw(st.booleans()),
                city=draw(st.sampled_from(["musterstadt", "neustadt"])),
                title=draw(st.sampled_from(["Gärtner/in", "Koch/Köchin"])),
            )
        )
    return made


@given(adverts())
def test_no_link_leads_to_itself_across_cities_in_a_circle_or_twice(drawn: list[Advert]) -> None:
    by_name = {each.opening: each for each in drawn}
    links = readvertised(drawn)
    assert len(set(links.values())) == len(links)
    for later, earlier in links.items():
        one, other = by_name[earlier], by_name[later]
        assert (one.city, one.title) == (other.city, other.title)
        assert one.has_ended
        assert not other.has_ended
        assert began(one) < began(other)


def began(advert: Advert) -> datetime:
    return advert.span.first_at


@given(adverts(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_told_makes_no_difference(
    drawn: list[Advert], chance: object
) -> None:
    mixed = list(drawn)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert readvertised(mixed) == readvertised(drawn)
