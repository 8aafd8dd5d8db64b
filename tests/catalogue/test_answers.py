"""Answers: who finds nothing is told what there is instead."""

from stellenbund.catalogue.answers import Wider
from stellenbund.domain.catalogue_query import CatalogueQuery, Near
from tests.catalogue.openings import TODAY, catalogue, opening

STOCK = catalogue(
    opening(1, profession="verwaltungswirt", kldb="73202", training_year=2027, city="essen"),
    opening(2, profession="fami-archiv", kldb="73312", training_year=2028, city="essen"),
    opening(3, profession="koch", kldb="29302", training_year=2026),
    opening(4, profession="koch", kldb="29302", training_year=2025, status="withdrawn"),
)


def test_a_wider_radius_that_finds_something_is_named() -> None:
    near = Near(latitude=51.457, longitude=7.012, radius_km=5)
    query = CatalogueQuery(near=near, professions=frozenset({"koch"}))
    assert STOCK.help(query, TODAY).wider == Wider(25.0, 1)


def test_a_radius_that_nothing_lies_in_is_not_widened_for_ever() -> None:
    near = Near(latitude=47.0, longitude=7.0, radius_km=5)
    assert STOCK.help(CatalogueQuery(near=near), TODAY).wider is None
    assert STOCK.help(CatalogueQuery(), TODAY).wider is None


def test_professions_of_the_same_group_are_related() -> None:
    asked = CatalogueQuery(professions=frozenset({"verwaltungsfachangestellte"}))
    assert STOCK.help(asked, TODAY).related == {"verwaltungswirt": 1}


def test_professions_of_the_main_group_are_related_if_none_is_nearer() -> None:
    asked = CatalogueQuery(professions=frozenset({"fami-bibliothek"}), training_years={2027})
    assert STOCK.help(asked, TODAY).related == {"verwaltungswirt": 1}


def test_words_say_which_professions_are_meant() -> None:
    assert STOCK.help(CatalogueQuery(words=("Rathaus", "VFA")), TODAY).related == {"fami-archiv": 1}


def test_without_a_profession_none_is_related() -> None:
    assert STOCK.help(CatalogueQuery(words=("Hafen",)), TODAY).related == {}


def test_the_years_to_come_are_named() -> None:
    query = CatalogueQuery(cities=frozenset({"essen"}), training_years=frozenset({2026}))
    assert STOCK.help(query, TODAY).intakes == {2027: 1, 2028: 1}


def test_each_filter_says_what_there_would_be_without_it() -> None:
    query = CatalogueQuery(words=("Koch",), cities=frozenset({"essen"}), is_part_time=True)
    assert STOCK.help(query, TODAY).without == {}
    query = CatalogueQuery(words=("Koch",), cities=frozenset({"essen"}))
    assert STOCK.help(query, TODAY).without == {"words": 2, "cities": 1}
