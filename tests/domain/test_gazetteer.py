"""Gazetteer: its facts agree with each other, and its names are unmistakable."""

from itertools import combinations

import pytest

from stellenbund.domain.gazetteer import MUNICIPALITIES, NRW, Municipality, by_name, by_postcode

DETAILED = [each for each in MUNICIPALITIES.values() if each.postcodes]


def test_the_campaign_and_its_neighbours_are_known() -> None:
    assert {each.name for each in DETAILED} == {
        *("Bielefeld", "Bochum", "Bottrop", "Dortmund", "Duisburg", "Düsseldorf", "Essen"),
        *("Gelsenkirchen", "Mülheim an der Ruhr", "Herne", "Oberhausen", "Hagen"),
    }


def test_no_postcode_belongs_to_two_municipalities() -> None:
    for one, other in combinations(DETAILED, 2):
        assert not one.postcodes & other.postcodes


@pytest.mark.parametrize("municipality", DETAILED, ids=lambda each: each.name)
def test_the_centre_lies_in_the_box_and_the_box_in_the_state(municipality: Municipality) -> None:
    assert municipality.box
    assert municipality.centre
    south, west, north, east = municipality.box
    assert NRW[0] < south < municipality.centre[0] < north < NRW[2]
    assert NRW[1] < west < municipality.centre[1] < east < NRW[3]
    assert north - south < 0.3
    assert east - west < 0.4


@pytest.mark.parametrize("municipality", MUNICIPALITIES.values(), ids=lambda each: each.name)
def test_each_name_leads_back_to_its_municipality(municipality: Municipality) -> None:
    for name in (municipality.name, *municipality.variants):
        assert by_name(name) is municipality
        assert by_name(f"Stadt {name}") is municipality
    for district in municipality.districts:
        assert by_name(f"{municipality.name}-{district}") is municipality
        assert by_name(district) is None or district in {each.name for each in DETAILED}
    for postcode in municipality.postcodes:
        assert by_postcode(postcode) is municipality
