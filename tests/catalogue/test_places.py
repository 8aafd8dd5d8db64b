"""Places: names become points, points become distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.bitsets import packed
from stellenbund.catalogue.places import Places, distance, located, points_of
from stellenbund.catalogue.row import Row
from stellenbund.domain.catalogue_query import Near
from stellenbund.domain.gazetteer import NRW
from tests.catalogue.openings import opening

BOCHUM = (51.482, 7.216)


@pytest.mark.parametrize("name", ["Bochum", "bochum", "44787", "Hiltrop", "Bochum-Mitte"])
def test_names_postcodes_and_districts_are_points(name: str) -> None:
    assert located(name) == BOCHUM


@pytest.mark.parametrize(
    "name", ["Recklinghausen", "Münster", "muenster", "Halle", "Wetter (Ruhr)"]
)
def test_places_of_all_the_state_are_points(name: str) -> None:
    point = located(name)
    assert point
    assert NRW[0] < point[0] < NRW[2]
    assert NRW[1] < point[1] < NRW[3]


def test_what_nobody_knows_is_no_point() -> None:
    assert located("Entenhausen") is None


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], {BOCHUM}),
        ([{"name": "Entenhausen"}], {BOCHUM}),
        ([{"name": "Werne"}], {BOCHUM}),
        ([{"ags": "05512000"}], {(51.523, 6.925)}),
        ([{"latitude": 51.48237, "longitude": 7.2, "name": "Essen"}], {(51.482, 7.2)}),
        ([{"name": "Essen"}, {"postcode": "44787", "ags": "05911000"}], {(51.457, 7.012), BOCHUM}),
    ],
)
def test_an_opening_is_where_it_says_else_in_the_middle_of_its_city(
    places: list[dict[str, object]], expected: set[tuple[float, float]]
) -> None:
    assert points_of(opening(places=places)) == expected


def test_a_city_that_the_gazetteer_does_not_know_has_no_point() -> None:
    assert points_of(opening(city="entenhausen")) == frozenset()


def test_a_distance_is_that_of_the_map() -> None:
    assert distance(BOCHUM, BOCHUM) == 0
    assert distance(BOCHUM, (51.457, 7.012)) == distance((51.457, 7.012), BOCHUM)
    assert distance(BOCHUM, (51.457, 7.012)) == pytest.approx(14_400, abs=100)


@given(
    st.lists(st.tuples(st.floats(51, 52), st.floats(6.5, 8.9)), max_size=8),
    st.sampled_from((0.5, 10.0, 80.0)),
)
def test_a_radius_holds_what_is_not_farther_away(
    points: list[tuple[float, float]], radius: float
) -> None:
    rows = [
        Row(slot, opening(slot, places=[{"latitude": north, "longitude": east}]))
        for slot, (north, east) in enumerate(points)
    ]
    near = Near(latitude=BOCHUM[0], longitude=BOCHUM[1], radius_km=radius)
    places = Places().grown(rows)
    metres = {row.slot: min(distance(BOCHUM, at) for at in points_of(row.opening)) for row in rows}
    inside = {slot: away for slot, away in metres.items() if away <= radius * 1000}
    assert places.within(near) == packed(inside)
    rings = list(places.rings(near))
    assert [away for away, _ in rings] == sorted(set(inside.values()))
    assert all(bits == packed(s for s in inside if inside[s] == away) for away, bits in rings)
