"""Generated openings: always the same, of every profession, and as long as real ones."""

from itertools import islice

from bench.approved import approved
from bench.generated import CITIES, generated
from stellenbund.domain.normalisers.professions import PROFESSIONS

SOME = list(generated(400))


def test_they_are_always_the_same() -> None:
    assert list(islice(generated(400), 20)) == SOME[:20]


def test_each_has_an_id_of_its_own() -> None:
    names = {opening.id for opening in (*SOME, *approved())}
    assert len(names) == len(SOME) + sum(1 for _ in approved())


def test_they_are_of_every_profession_and_of_every_city() -> None:
    assert {opening.profession for opening in SOME} == {None, *PROFESSIONS}
    assert len({opening.city for opening in SOME}) == len(CITIES)


def test_their_texts_are_as_long_as_real_ones() -> None:
    lengths = [len(opening.description_text or "") for opening in SOME]
    assert min(lengths) >= 600
    assert max(lengths) <= 2_000


def test_the_approved_ones_are_those_of_the_saved_pages() -> None:
    known = list(approved())
    assert {opening.city for opening in known} >= {"bochum", "essen", "bielefeld"}
    assert all(opening.origins["title"].reference for opening in known)
