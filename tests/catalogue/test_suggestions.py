"""Suggestions: half a word becomes what is there."""

from stellenbund.catalogue.suggestions import Suggestion
from stellenbund.domain.catalogue_query import Facet
from tests.catalogue.openings import TODAY, catalogue, opening

STOCK = catalogue(
    *(opening(number, profession="brandmeister", kldb="53132") for number in range(3)),
    opening(4, profession="brandoberinspektor", kldb="53133", city="bottrop"),
    opening(5, profession="notfallsanitaeter", kldb="81342", status="withdrawn"),
    opening(6, kind="internship"),
)


def test_what_is_called_so_comes_first_then_what_there_is_most_of() -> None:
    assert STOCK.suggest("brand", TODAY) == (
        Suggestion(Facet.PROFESSION, "brandmeister", 3),
        Suggestion(Facet.PROFESSION, "brandoberinspektor", 1),
    )


def test_words_of_the_campaign_become_professions_and_kinds() -> None:
    suggested = [each.value for each in STOCK.suggest("itfai", TODAY)]
    assert suggested == ["brandmeister", "brandoberinspektor"]
    assert STOCK.suggest("prakt", TODAY) == (Suggestion(Facet.KIND, "internship", 1),)


def test_cities_are_suggested() -> None:
    assert STOCK.suggest("Bott", TODAY) == (Suggestion(Facet.CITY, "bottrop", 1),)


def test_what_is_not_there_is_not_suggested() -> None:
    assert STOCK.suggest("Notfallsan", TODAY) == ()


def test_one_letter_and_no_letter_suggest_nothing() -> None:
    assert STOCK.suggest("b", TODAY) == STOCK.suggest(" ", TODAY) == ()


def test_no_more_are_suggested_than_asked_for() -> None:
    assert len(STOCK.suggest("brand", TODAY, limit=1)) == 1
