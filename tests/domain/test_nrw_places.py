"""Places of North Rhine-Westphalia: each lies in the state, and none contradicts the gazetteer."""

from stellenbund.domain.gazetteer import MUNICIPALITIES, NRW
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.nrw_places import NRW_PLACES


def test_each_place_lies_in_the_state() -> None:
    south, west, north, east = NRW
    outside = {
        name
        for name, (latitude, longitude) in NRW_PLACES.items()
        if not (south < latitude < north and west < longitude < east)
    }
    assert outside == set()


def test_the_larger_towns_are_there() -> None:
    towns = (
        "aachen, bergisch gladbach, bocholt, detmold, dueren, guetersloh, hamm, iserlohn, koeln, "
        "krefeld, leverkusen, luenen, marl, minden, moers, muenster, neuss, paderborn, ratingen, "
        "recklinghausen, remscheid, siegen, solingen, troisdorf, unna, velbert, viersen, wesel, "
        "witten, wuppertal"
    )
    assert set(towns.split(", ")) <= NRW_PLACES.keys()


def test_a_city_of_the_gazetteer_lies_inside_its_own_box() -> None:
    for city in MUNICIPALITIES.values():
        point = NRW_PLACES.get(fold(city.name))
        if city.box and point:
            south, west, north, east = city.box
            assert south < point[0] < north, city.name
            assert west < point[1] < east, city.name
