"""Catalogue: whatever is asked, it answers what plain filters over a list of openings answer."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from stellenbund.catalogue.catalogue import Answer, Catalogue
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Near, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from tests.catalogue import naive
from tests.catalogue.openings import (
    SORTS,
    TODAY,
    catalogue,
    name,
    opening,
    openings,
    queries,
)


def ask(wishes: dict[str, Any], sort: Sort) -> CatalogueQuery:
    """Return the query with these *wishes*; without a point there is no distance."""
    has_no_point = sort is Sort.DISTANCE and not wishes.get("near")
    return CatalogueQuery(**wishes, sort=Sort.NEWEST if has_no_point else sort)


def shown(answer: Answer[Opening]) -> list[str]:
    """Return the ids of the page."""
    return [hit.id for hit in answer.hits]


def all_pages(stock: Catalogue[Opening], query: CatalogueQuery, today: date) -> list[str]:
    """Return the ids of all pages, one after the other."""
    answer = stock.find(query, today)
    ids = shown(answer)
    while answer.next:
        answer = stock.find(query.model_copy(update={"after": answer.next}), today)
        ids += shown(answer)
    return ids


@given(openings(), queries(), st.sampled_from(SORTS), st.sampled_from((-2, 0, 1, 41)))
def test_it_finds_what_plain_filters_find_in_the_same_order_on_any_day(
    stock: list[Opening], wishes: dict[str, Any], sort: Sort, days: int
) -> None:
    query = ask(wishes, sort)
    today = TODAY + timedelta(days=days)
    answer = catalogue(*stock).find(query, today)
    expected = naive.found(stock, query, today)
    assert shown(answer) == [each.id for each in expected]
    assert answer.total == len(expected)
    for hit, each in zip(answer.hits, expected, strict=True):
        assert hit.status == naive.status(each, today)
        assert hit.metres == naive.metres(each, query.near)
    assert answer.facets == {each: naive.facet(stock, query, each, today) for each in Facet}


@given(openings(), queries(), st.sampled_from(SORTS), st.integers(1, 5))
def test_pages_show_everything_once(
    stock: list[Opening], wishes: dict[str, Any], sort: Sort, limit: int
) -> None:
    query = ask(wishes, sort).model_copy(update={"limit": limit, "facets": frozenset()})
    expected = naive.found(stock, query, TODAY)
    assert all_pages(catalogue(*stock), query, TODAY) == [each.id for each in expected]


WORDS = ("erzieher", "kita", "rathaus", "feuerwehr", "bochum", "kita erzieher")


@given(openings(), openings(), st.sets(st.integers(0, 11)), queries(), st.sampled_from(SORTS))
def test_an_updated_catalogue_answers_as_one_built_anew(
    before: list[Opening],
    after: list[Opening],
    gone: set[int],
    wishes: dict[str, Any],
    sort: Sort,
) -> None:
    left = {each.id: each for each in [*before, *after]}
    old = catalogue(*before)
    new = old.updated(after, 99, gone=[name(number) for number in gone - set(range(len(after)))])
    for number in gone - set(range(len(after))):
        left.pop(name(number), None)
    query = ask(wishes, sort)
    anew = catalogue(*left.values())
    assert new.find(query, TODAY) == anew.find(query, TODAY)
    for words in WORDS:
        searched = CatalogueQuery(words=tuple(words.split()), sort=Sort.RELEVANCE)
        assert new.find(searched, TODAY) == anew.find(searched, TODAY)
    assert new.sequence == 99
    assert old.find(query, TODAY) == catalogue(*before).find(query, TODAY)


def test_pages_go_on_where_they_ended_while_openings_come_and_go() -> None:
    stock = catalogue(*(opening(number) for number in range(6)))
    query = CatalogueQuery(limit=2)
    first = stock.find(query, TODAY)
    assert shown(first) == [name(5), name(4)]
    stock = stock.updated([opening(9)], 10, gone=[name(4)])
    following = stock.find(query.model_copy(update={"after": first.next}), TODAY)
    assert shown(following) == [name(3), name(2)]


def test_a_deadline_passes_without_anybody_touching_the_catalogue() -> None:
    stock = catalogue(opening(1, deadline_on=TODAY), opening(2))
    query = CatalogueQuery(facets=frozenset({Facet.STATUS}))
    tomorrow = TODAY + timedelta(days=1)
    assert shown(stock.find(query, TODAY)) == [name(2), name(1)]
    assert shown(stock.find(query, tomorrow)) == [name(2)]
    assert stock.find(query, tomorrow).facets[Facet.STATUS] == {"published": 1, "expired": 1}
    assert shown(stock.find(query, TODAY)) == [name(2), name(1)]
    found = stock.get(name(1), tomorrow)
    assert found
    assert found.status is Status.EXPIRED


def test_what_is_held_back_is_not_public() -> None:
    stock = catalogue(opening(1, status="held"), opening(2))
    assert stock.get(name(1), TODAY) is None
    assert len(stock) == 1
    assert len(stock.updated([opening(2, status="held")], 3)) == 0


def test_the_same_id_twice_in_one_delivery_counts_as_it_stands_last() -> None:
    stock = catalogue(opening(1, city="essen"), opening(1, city="bottrop"))
    assert [hit.kept.city for hit in stock.find(CatalogueQuery(), TODAY).hits] == ["bottrop"]


def test_the_owner_decides_what_is_kept() -> None:
    stock = Catalogue(lambda each: each.title.encode()).updated([opening(1, title="Koch")], 1)
    found = stock.get(name(1), TODAY)
    assert found
    assert found.kept == b"Koch"


def test_old_entries_that_lie_about_wear_a_catalogue_out() -> None:
    stock = catalogue(opening(1))
    assert not stock.is_worn
    for _ in range(3):
        stock = stock.updated((opening(number % 2) for number in range(400)), 2)
        stock = stock.updated((opening(number) for number in range(400)), 3)
        stock = stock.updated([], 4, gone=[name(number) for number in range(400)])
    assert stock.is_worn
    assert len(stock) == 0


def test_similar_openings_are_of_the_same_profession_before_related_ones() -> None:
    nurse = {"profession": "pflegefachleute", "kldb": "81302", "kind": "school_based"}
    related = {"profession": "notfallsanitaeter", "kldb": "81342", "kind": "school_based"}
    stock = catalogue(
        opening(1, **nurse),
        opening(2, **nurse, city="essen"),
        opening(3, **nurse, status="withdrawn"),
        opening(4, **related, training_year=2027),
        opening(5, profession="koch", kldb="29302"),
        opening(6, profession="kinderpfleger", kldb="83112", kind="school_based"),
    )
    assert [hit.id for hit in stock.similar(name(1), TODAY)] == [name(2), name(4)]
    assert [hit.id for hit in stock.similar(name(3), TODAY)] == [name(2), name(1), name(4)]
    assert stock.similar("unknownidx", TODAY) == ()


def test_an_order_by_distance_needs_a_point() -> None:
    with pytest.raises(ValidationError, match="distance"):
        CatalogueQuery(sort=Sort.DISTANCE)


def test_an_opening_with_two_places_is_shown_once_at_the_nearer_one() -> None:
    bochum, essen = {"name": "Bochum"}, {"name": "Essen"}
    stock = catalogue(opening(1, places=[essen, bochum]), opening(2, places=[essen]))
    near = Near(latitude=51.482, longitude=7.216, radius_km=30)
    query = CatalogueQuery(near=near, sort=Sort.DISTANCE, limit=1)
    assert all_pages(stock, query, TODAY) == [name(1), name(2)]
    assert [hit.metres for hit in stock.find(query, TODAY).hits] == [0]


@pytest.mark.parametrize("count", [1, 200, 2_000])
def test_long_lists_are_paged_by_walking_as_short_ones_are_by_sorting(count: int) -> None:
    stock = [opening(number, deadline_on=DEADLINES[number % 7]) for number in range(count)]
    query = CatalogueQuery(sort=Sort.DEADLINE, limit=100, deadline_from=DEADLINES[1])
    expected: Sequence[Opening] = naive.found(stock, query, TODAY)
    assert all_pages(catalogue(*stock), query, TODAY) == [each.id for each in expected]


DEADLINES = [TODAY + timedelta(days=days) for days in range(7)]
