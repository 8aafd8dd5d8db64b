"""Access: a grant reaches as far as its city and its verbs, and not one step further."""

from itertools import combinations

import pytest
from pydantic import ValidationError

from stellenbund.domain.access import EVERYTHING, OPERATOR, Caller, Grant, Lack, Verb

CITIES = ("bochum", "essen", None)
SOME = [frozenset(few) for size in range(1, len(Verb) + 1) for few in combinations(Verb, size)]


@pytest.mark.parametrize("verbs", SOME, ids=lambda verbs: "-".join(sorted(verbs)))
def test_a_city_may_do_its_verbs_in_its_own_matters_and_nothing_else(
    verbs: frozenset[Verb],
) -> None:
    grant = Grant(city="bochum", verbs=verbs)
    allowed = {(verb, city) for verb in Verb for city in CITIES if grant.allows(verb, city)}
    assert allowed == {(verb, "bochum") for verb in verbs}


@pytest.mark.parametrize("verbs", SOME, ids=lambda verbs: "-".join(sorted(verbs)))
def test_the_operator_may_do_the_verbs_in_the_matters_of_all(verbs: frozenset[Verb]) -> None:
    grant = Grant(city=None, verbs=verbs)
    allowed = {(verb, city) for verb in Verb for city in CITIES if grant.allows(verb, city)}
    assert allowed == {(verb, city) for verb in verbs for city in CITIES}


def test_what_is_missing_is_named_the_widest_first() -> None:
    grant = Grant(city="bochum", verbs=frozenset({Verb.UPLOAD}))
    assert grant.lack(Verb.DECIDE, None) is Lack.OPERATOR
    assert grant.lack(Verb.DECIDE, "essen") is Lack.CITY
    assert grant.lack(Verb.DECIDE, "bochum") is Lack.VERB
    assert grant.lack(Verb.UPLOAD, "bochum") is None


def test_everything_is_every_verb_everywhere() -> None:
    assert all(EVERYTHING.allows(verb, city) for verb in Verb for city in CITIES)
    assert OPERATOR.grant == EVERYTHING


def test_a_grant_of_nothing_is_none() -> None:
    with pytest.raises(ValidationError):
        Grant(city="bochum", verbs=frozenset())


def test_the_verbs_are_read_out_in_one_order() -> None:
    assert (
        Grant(city=None, verbs=frozenset(Verb)).words
        == "correct, decide, read_own, subscribe, upload"
    )


def test_a_caller_is_named_with_the_number_of_the_token_if_there_is_one() -> None:
    assert Caller(name="Excel-Makro", grant=EVERYTHING, token=3).actor == "Excel-Makro (token 3)"
    assert OPERATOR.actor == "operator"
