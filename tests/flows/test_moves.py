"""What a merge changes about the openings that stand."""

from dataclasses import replace
from itertools import count

from stellenbund.domain.content import digest
from stellenbund.domain.merge import Merged, merge
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.moves import heirs, moves, named
from stellenbund.store.publication import Standing
from tests.builders import held


def merged(**changes: object) -> Merged:
    (opening,) = merge([held(**changes)]).openings  # type: ignore[arg-type]
    return opening


def standing(of: Merged, status: Status = Status.PUBLISHED, *, sample: bool = False) -> Standing:
    origins = {name: dict(each) for name, each in of.origins.items()}
    return Standing(status=status, sample=sample, content=digest(of.fields), origins=origins)


def test_only_openings_without_an_id_get_a_new_one() -> None:
    openings = [merged(reference="b"), merged(opening="old")]
    assert list(named(openings, (), lambda: "new")) == ["old", "new"]


def test_an_id_is_never_used_again() -> None:
    numbers = count()
    taken = {"id0", "id2"}
    openings = [merged(reference="b"), merged(opening="id1"), merged(reference="c")]
    names = named(openings, taken, lambda: f"id{next(numbers)}")
    assert list(names) == ["id1", "id3", "id4"]


def test_what_says_the_same_does_not_move() -> None:
    same = merged(opening="x")
    assert list(moves({"x": standing(same)}, {"x": same}, by_samples=False)) == []


def test_what_is_hidden_stays_held_back_when_it_changes() -> None:
    before, after = {"x": standing(merged(), Status.HELD)}, merged(opening="x", positions=3)
    (move,) = moves(before, {"x": after}, hidden={"x"}, by_samples=False)
    assert (move.status, move.reason, move.merged) == (Status.HELD, "changed", after)


def test_what_is_hidden_is_held_back_from_then_on_until_it_is_shown() -> None:
    same = merged(opening="x")
    for before in (Status.PUBLISHED, Status.WITHDRAWN):
        (move,) = moves({"x": standing(same, before)}, {"x": same}, hidden="x", by_samples=False)
        assert (move.status, move.reason) == (Status.HELD, "hidden")
    held_back = {"x": standing(same, Status.HELD)}
    assert list(moves(held_back, {"x": same}, hidden="x", by_samples=False)) == []
    (move,) = moves(held_back, {"x": same}, by_samples=False)
    assert (move.status, move.reason) == (Status.PUBLISHED, "shown")


def test_not_even_the_end_of_what_is_hidden_is_told() -> None:
    held_back, gone = standing(merged(), Status.HELD), standing(merged(), Status.WITHDRAWN)
    assert list(moves({"x": held_back}, {}, hidden={"x"}, by_samples=False)) == []
    (move,) = moves({"x": gone}, {}, hidden={"x"}, by_samples=False)
    assert (move.status, move.reason) == (Status.HELD, "hidden")
    (move,) = moves({"x": held_back}, {}, by_samples=False)
    assert (move.status, move.reason, move.merged) == (Status.WITHDRAWN, "vanished", None)


def test_what_nobody_speaks_of_by_its_name_has_the_opening_as_heir_that_has_its_notice() -> None:
    both = merge(
        [held("site", opening="old"), held("jobsuche", reference="b", opening="older")]
    ).openings
    openings = named(both, ("old", "older"), lambda: "new")
    ((gone, heir),) = heirs(openings).items()
    assert {gone, heir} == {"old", "older"}
    before = {gone: standing(both[0]), heir: standing(both[0])}
    (move,) = moves(before, openings, by_samples=False)
    assert (move.opening, move.reason) == (gone, f"merged into {heir}")


def test_what_is_withdrawn_already_is_not_withdrawn_again() -> None:
    assert list(moves({"x": standing(merged(), Status.WITHDRAWN)}, {}, by_samples=False)) == []


def test_another_origin_of_the_same_words_is_a_move() -> None:
    same = merged(opening="x")
    known = standing(same)
    other = {**known.origins, "title": {"source": "feed", "reference": "1"}}
    before = replace(known, origins=other)
    (move,) = moves({"x": before}, {"x": same}, by_samples=False)
    assert (move.status, move.reason) == (Status.PUBLISHED, "other origin")


def test_a_sample_that_real_pages_replace_is_told_from_one_that_vanished() -> None:
    before = {"x": standing(merged(), sample=True)}
    (replaced,) = moves(before, {}, by_samples=False)
    (vanished,) = moves(before, {}, by_samples=True)
    assert (replaced.reason, vanished.reason) == ("sample replaced", "vanished")
