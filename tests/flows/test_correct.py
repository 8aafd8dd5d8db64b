"""Correcting: what a city sets by hand holds whatever its sources say, until it is taken back."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from stellenbund.domain.audit import Deed
from stellenbund.domain.correction import DESK, Choice
from stellenbund.domain.correction_parts.fault import UnaskedError, UncorrectableError
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.notice import Notice
from stellenbund.domain.vocabulary import DeadlineKind, Status
from stellenbund.store.database import reading
from stellenbund.store.sources import list_sources
from tests.builders import harvest, notice
from tests.flows.desk import (
    CITY,
    LATER,
    answered,
    asked,
    corrected,
    hidden,
    history,
    kept,
    offered,
    opening_of,
    seen,
    shown,
    taken_back,
)
from tests.flows.invariants import check
from tests.flows.issuing import audited
from tests.stocking import JOBSUCHE, settled

DAY = timedelta(days=1)
APART = notice(
    "b", title="VFA", profession=None, training_year=None, start_kind="unknown", starts_on=None
)
"""What nobody takes for the opening ``a``, until its title says so."""

DEADLINE = {
    "deadline_kind": "fixed",
    "deadline_on": date(2027, 1, 31),
    "deadline_text": "bis 31.01.2027",
}
OTHER = notice("b", org_unit="Amt b")
MOVED = {**DEADLINE, "deadline_on": date(2027, 3, 15), "deadline_text": "bis 15.03.2027"}


def site(**changes: Any) -> Notice:  # noqa: ANN401 - any field
    """Return what the site says of the opening ``a``."""
    return notice("a", org_unit="Amt a", **changes)


def showing(engine: Engine, **changes: Any) -> str:  # noqa: ANN401 - any field
    """Stock the store with two openings of the site, of which ``a`` has these *changes*."""
    return offered(engine, harvest(site(**changes), OTHER))


def test_what_is_set_is_shown_and_names_the_desk_as_its_origin(engine: Engine) -> None:
    opening = showing(engine, positions=2, **DEADLINE)
    before = seen(engine, opening)
    done = corrected(engine, opening, {"deadline": "28.02.2027", "positions": "drei"})
    after = seen(engine, opening)
    assert (after.deadline_on, after.deadline_text) == (date(2027, 2, 28), "28.02.2027")
    assert (after.positions, after.content_changed_at) == (3, LATER)
    set_by_hand = {name for name, origin in after.origins.items() if origin.source == DESK}
    assert set_by_hand == {"deadline_kind", "deadline_on", "deadline_text", "positions"}
    numbers = {each.field: str(each.id) for each in done.corrections}
    assert after.origins["positions"].reference == numbers["positions"]
    untouched = {"title", "org_unit", "starts_on", "status", "first_seen_at"}
    assert all(getattr(after, name) == getattr(before, name) for name in untouched)
    check(engine)


def test_who_set_what_is_kept_for_the_city_and_is_not_public(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    corrected(engine, opening, {"deadline": "28.02.2027"}, note="Frist verlängert.")
    (correction,) = kept(engine).values()
    assert (correction.actor, correction.set_at) == ("Petra Muster", LATER)
    assert (correction.text, correction.note) == ("28.02.2027", "Frist verlängert.")
    assert correction.over["deadline_on"] == "2027-01-31"
    (entry,) = audited(engine, CITY)
    assert (entry.actor, entry.deed) == ("Petra Muster", Deed.VALUES_SET)
    assert entry.subject == f"opening {opening}"
    assert entry.told == {"deadline": "28.02.2027", "note": "Frist verlängert."}
    assert "Petra" not in str((seen(engine, opening), history(engine, opening)))


def test_the_desk_is_a_source_of_the_city_from_which_nothing_is_fetched(engine: Engine) -> None:
    corrected(engine, showing(engine), {"positions": "3"})
    with reading(engine) as session:
        sources = {each.source.key: each for each in list_sources(session, city=CITY)}
    assert (sources[DESK].source.is_enabled, sources[DESK].notices) == (False, 0)


def test_a_correction_outlives_every_import(engine: Engine) -> None:
    opening = showing(engine, positions=2, **DEADLINE)
    corrected(engine, opening, {"deadline": "28.02.2027"})
    settled(engine, harvest(site(positions=7, **MOVED), OTHER), at=LATER + DAY)
    settled(engine, harvest(site(positions=1)), of=JOBSUCHE, at=LATER + DAY)
    after = seen(engine, opening)
    assert (after.deadline_on, after.positions) == (date(2027, 2, 28), 7)
    check(engine)


def test_what_is_cleared_is_not_stated_whatever_the_sources_say(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    corrected(engine, opening, {"deadline": None})
    settled(engine, harvest(site(**MOVED), OTHER), at=LATER + DAY)
    after = seen(engine, opening)
    assert (after.deadline_kind, after.deadline_on) == (DeadlineKind.UNKNOWN, None)
    assert not {"deadline_kind", "deadline_on", "deadline_text"} & after.origins.keys()
    assert audited(engine, CITY)[0].told == {"deadline": "cleared"}


def test_what_is_set_again_takes_the_place_of_what_was_set_before(engine: Engine) -> None:
    opening = showing(engine)
    (first,) = corrected(engine, opening, {"positions": "3"}).corrections
    (second,) = corrected(engine, opening, {"positions": "4"}).corrections
    assert (first.id, kept(engine)["positions"]) == (second.id, second)
    assert seen(engine, opening).positions == 4


def test_what_is_taken_back_was_never_there(engine: Engine) -> None:
    opening = showing(engine, positions=2, **DEADLINE)
    before = seen(engine, opening)
    done = corrected(engine, opening, {"deadline": None, "positions": "3"})
    for each in done.corrections:
        taken_back(engine, each.id)
    after = seen(engine, opening)
    moved = {"sequence": after.sequence, "content_changed_at": after.content_changed_at}
    assert after == before.model_copy(update=moved)
    assert kept(engine) == {}
    assert [each.deed for each in audited(engine, CITY)][:2] == [Deed.CORRECTION_TAKEN_BACK] * 2


def test_where_one_value_cannot_be_read_none_is_set(engine: Engine) -> None:
    opening = showing(engine, positions=2)
    with pytest.raises(UncorrectableError) as refused:
        corrected(engine, opening, {"positions": "3", "deadline": "Quatsch", "foo": "x"})
    assert [fault.field for fault in refused.value.faults] == ["deadline", "foo"]
    assert (seen(engine, opening).positions, kept(engine), audited(engine)) == (2, {}, ())


def test_no_city_touches_the_openings_or_corrections_of_another(engine: Engine) -> None:
    opening = showing(engine)
    (correction,) = corrected(engine, opening, {"positions": "3"}).corrections
    with pytest.raises(NotFoundError, match="opening"):
        corrected(engine, opening, {"positions": "9"}, city="neustadt")
    with pytest.raises(NotFoundError, match="opening"):
        hidden(engine, opening, city="neustadt")
    with pytest.raises(NotFoundError, match="opening"):
        shown(engine, opening, city="neustadt")
    with pytest.raises(NotFoundError, match="correction"):
        taken_back(engine, correction.id, city="neustadt")
    assert (seen(engine, opening).positions, asked(engine, "neustadt").total) == (3, 0)


def test_what_is_withdrawn_keeps_its_corrections_for_when_it_comes_back(engine: Engine) -> None:
    both = harvest(site(), OTHER)
    opening = offered(engine, both, of=JOBSUCHE)
    (correction,) = corrected(engine, opening, {"positions": "3"}).corrections
    settled(engine, harvest(OTHER), of=JOBSUCHE, at=LATER)
    assert seen(engine, opening).status is Status.WITHDRAWN
    with pytest.raises(UncorrectableError, match="No source speaks"):
        corrected(engine, opening, {"positions": "4"})
    with pytest.raises(UnaskedError):
        answered(engine, correction.id, Choice.KEEP)
    settled(engine, both, of=JOBSUCHE, at=LATER)
    back = seen(engine, opening)
    assert (back.status, back.positions, kept(engine)["positions"].id) == (
        Status.PUBLISHED,
        3,
        correction.id,
    )


def test_when_the_source_moves_its_value_the_city_is_asked(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    (correction,) = corrected(engine, opening, {"deadline": "28.02.2027"}).corrections
    assert asked(engine).total == 0
    settled(engine, harvest(site(**MOVED), OTHER), at=LATER)
    (question,) = asked(engine).corrections
    assert question.correction == correction
    assert (question.now["deadline_on"], question.correction.over["deadline_on"]) == (
        "2027-03-15",
        "2027-01-31",
    )


def test_who_keeps_theirs_is_asked_again_only_when_the_source_moves_again(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    (correction,) = corrected(engine, opening, {"deadline": "28.02.2027"}).corrections
    settled(engine, harvest(site(**MOVED), OTHER), at=LATER)
    stays = answered(engine, correction.id, Choice.KEEP)
    assert stays is not None
    assert (stays.id, stays.set_at, asked(engine).total) == (correction.id, LATER, 0)
    assert seen(engine, opening).deadline_on == date(2027, 2, 28)
    settled(engine, harvest(site(**DEADLINE), OTHER), at=LATER)
    assert asked(engine).total == 1
    entry = audited(engine, CITY)[0]
    assert (entry.deed, entry.told["answer"]) == (Deed.QUESTION_ANSWERED, "keep")


def test_who_takes_the_sources_value_has_no_correction_any_more(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    (correction,) = corrected(engine, opening, {"deadline": "28.02.2027"}).corrections
    settled(engine, harvest(site(**MOVED), OTHER), at=LATER)
    assert answered(engine, correction.id, Choice.TAKE) is None
    assert seen(engine, opening).deadline_on == date(2027, 3, 15)
    assert (kept(engine), asked(engine).total) == ({}, 0)


def test_an_answer_to_what_is_not_asked_changes_nothing(engine: Engine) -> None:
    opening = showing(engine, **DEADLINE)
    (correction,) = corrected(engine, opening, {"deadline": "28.02.2027"}).corrections
    with pytest.raises(UnaskedError, match="Nothing is asked"):
        answered(engine, correction.id, Choice.TAKE)
    settled(engine, harvest(site(**MOVED), OTHER), at=LATER)
    (question,) = asked(engine).corrections
    moved = {**MOVED, "deadline_on": date(2027, 4, 1)}
    settled(engine, harvest(site(**moved), OTHER), at=LATER)
    with pytest.raises(UnaskedError, match="something else"):
        answered(engine, correction.id, Choice.TAKE, saw=question.fingerprint)
    assert seen(engine, opening).deadline_on == date(2027, 2, 28)
    (question,) = asked(engine).corrections
    assert answered(engine, correction.id, Choice.TAKE, saw=question.fingerprint) is None


def test_what_is_hidden_stays_hidden_whatever_its_sources_do(engine: Engine) -> None:
    both = harvest(site(), OTHER)
    opening = offered(engine, both, of=JOBSUCHE)
    hiding = hidden(engine, opening)
    assert (hiding.text, hiding.note, hiding.actor) == (None, "Doppelt.", "Petra Muster")
    changed = harvest(site(positions=5), OTHER)
    for later in (changed, harvest(OTHER), both):
        settled(engine, later, of=JOBSUCHE, at=LATER)
        assert seen(engine, opening).status is Status.HELD
        check(engine)
    assert shown(engine, opening).status is Status.PUBLISHED
    steps = [(step.status, step.reason, step.actor) for step in history(engine, opening)]
    assert steps == [
        (Status.PUBLISHED, "appeared", "test"),
        (Status.HELD, "hidden", DESK),
        (Status.PUBLISHED, "shown", DESK),
    ]
    assert [each.deed for each in audited(engine)] == [Deed.OPENING_SHOWN, Deed.OPENING_HIDDEN]


def test_what_is_shown_after_its_end_has_ended(engine: Engine) -> None:
    both = harvest(site(), OTHER)
    opening = offered(engine, both, of=JOBSUCHE)
    settled(engine, harvest(OTHER), of=JOBSUCHE, at=LATER)
    hidden(engine, opening)
    assert seen(engine, opening).status is Status.HELD
    assert shown(engine, opening).status is Status.WITHDRAWN
    assert shown(engine, opening).status is Status.WITHDRAWN
    assert len(audited(engine)) == 2
    check(engine)


def test_corrections_go_with_an_opening_that_turns_out_to_be_another(engine: Engine) -> None:
    older = offered(engine, harvest(notice("a", positions=2)))
    settled(engine, harvest(APART), of=JOBSUCHE, at=LATER)
    younger = opening_of(engine, "b")
    assert younger != older
    corrected(engine, older, {"positions": "3", "duration": "2 Jahre"})
    corrected(engine, younger, {"positions": "9", "weekly_hours": "39"}, at=LATER + DAY)
    corrected(engine, younger, {"duration": "3 Jahre"}, at=LATER - DAY)
    settled(engine, harvest(notice("b")), of=JOBSUCHE, at=LATER)
    after = seen(engine, older)
    assert (after.positions, str(after.weekly_hours), after.duration_months) == (9, "39.00", 24)
    assert {each.opening for each in kept(engine).values()} == {older}
    assert history(engine, younger)[-1].reason == f"merged into {older}"
    check(engine)


def test_what_turns_out_to_be_hidden_is_hidden_and_the_city_is_asked(engine: Engine) -> None:
    older = offered(engine, harvest(notice("a")))
    settled(engine, harvest(APART), of=JOBSUCHE, at=LATER)
    younger = opening_of(engine, "b")
    hidden(engine, younger)
    assert asked(engine).total == 0
    settled(engine, harvest(notice("b")), of=JOBSUCHE, at=LATER)
    assert {seen(engine, name).status for name in (older, younger)} == {Status.HELD}
    (question,) = asked(engine).corrections
    assert (question.correction.opening, question.now) == (
        older,
        {"notices": ["site: a", "jobsuche: b"]},
    )
    answered(engine, question.correction.id, Choice.TAKE)
    assert seen(engine, older).status is Status.PUBLISHED
    check(engine)
