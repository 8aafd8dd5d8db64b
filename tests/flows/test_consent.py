"""Consent: what a person decides about a doubted run is done, kept, and not asked again."""

from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import Engine, text

from stellenbund.domain.audit import Deed
from stellenbund.domain.decision import Undecidable, UndecidableError, Verdict
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.query import RunQuery
from stellenbund.domain.run import Outcome
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.consent import preview
from stellenbund.store.database import DATABASE_ERRORS, reading
from stellenbund.store.openings import opening_history
from stellenbund.store.runs import find_run, list_runs
from tests.builders import NOW, harvest, notice
from tests.flows.deciding import BOSS, FEW, LATER, MANY, doubted, rejected, released
from tests.flows.invariants import check
from tests.flows.issuing import audited
from tests.reading import openings_of
from tests.stocking import JOBSUCHE, settled


def units(engine: Engine) -> set[str]:
    """Return the last letters of the units of all published openings."""
    return {(opening.org_unit or "?")[-1] for opening in openings_of(engine, now=LATER)}


def open_runs(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return [run.id for run in list_runs(session, RunQuery(is_open=True))]


def test_a_doubted_run_is_an_open_question(engine: Engine) -> None:
    run = doubted(engine)
    assert (run.outcome, run.is_open, run.decision) == (Outcome.DOUBTED, True, None)
    assert open_runs(engine) == [run.id]
    with reading(engine) as session:
        assert find_run(session, run.id) == run


def test_a_preview_tells_what_a_release_would_change(engine: Engine) -> None:
    run = doubted(engine)
    with reading(engine) as session:
        diff = preview(session, run.id)
    assert [change.reference for change in diff.appeared] == ["z"]
    assert [change.reference for change in diff.changed] == ["c"]
    assert [change.reference for change in diff.vanished] == list("defghij")
    assert units(engine) == set("abcdefghij")


def test_what_is_released_is_published_at_once(engine: Engine) -> None:
    run = doubted(engine)
    decision, after = released(engine, run.id)
    assert units(engine) == set("abcz")
    assert (after.outcome, after.new, after.changed, after.vanished) == (Outcome.APPLIED, 1, 1, 7)
    assert (after.trigger, after.missing) == (f"release of run {run.id}", 0)
    assert (decision.run, decision.verdict, decision.caused) == (
        run.id,
        Verdict.RELEASED,
        after.id,
    )
    check(engine)


def test_who_decided_when_and_why_is_kept_with_the_run(engine: Engine) -> None:
    run = doubted(engine)
    decision, _ = released(engine, run.id)
    assert (decision.actor, decision.reason, decision.at) == (BOSS.actor, BOSS.reason, LATER)
    with reading(engine) as session:
        kept = find_run(session, run.id)
    assert (kept.decision, kept.is_open, kept.outcome) == (decision, False, Outcome.DOUBTED)
    assert open_runs(engine) == []


def test_an_opening_tells_by_which_release_it_went_and_not_by_whom(engine: Engine) -> None:
    run = doubted(engine)
    _, after = released(engine, run.id)
    gone = openings_of(engine, now=LATER, statuses={Status.WITHDRAWN})[0]
    with reading(engine) as session:
        step = opening_history(session, gone.id)[-1]
    assert (step.actor, step.run) == (f"release of run {run.id}", after.id)


def test_after_a_release_the_same_answer_is_no_question_any_more(engine: Engine) -> None:
    run = doubted(engine)
    released(engine, run.id)
    again = settled(engine, harvest(*FEW), at=LATER)
    assert (again.outcome, again.is_open) == (Outcome.UNCHANGED, False)
    assert [settled(engine, harvest(*FEW), at=LATER).outcome for _ in range(4)] == [
        Outcome.UNCHANGED
    ] * 4


def test_a_release_is_the_new_past_against_which_a_drop_is_measured(engine: Engine) -> None:
    run = doubted(engine)
    released(engine, run.id)
    grown = (*FEW, *(notice(f"n{number}", org_unit=f"Bauhof {number}") for number in range(6)))
    for _ in range(3):
        assert settled(engine, harvest(*grown), at=LATER).outcome.is_good
    assert settled(engine, harvest(*FEW), at=LATER).outcome is Outcome.DOUBTED


def test_what_is_rejected_changes_nothing(engine: Engine) -> None:
    run = doubted(engine)
    decision = rejected(engine, run.id)
    assert (decision.verdict, decision.caused) == (Verdict.REJECTED, None)
    assert units(engine) == set("abcdefghij")
    assert open_runs(engine) == []
    with reading(engine) as session:
        assert find_run(session, run.id).decision == decision
        assert len(list_runs(session)) == 4


def test_what_was_rejected_once_is_doubted_again_but_asks_nobody(engine: Engine) -> None:
    run = doubted(engine)
    rejected(engine, run.id)
    again = settled(engine, harvest(*FEW), at=LATER)
    assert (again.outcome, again.is_open, again.repeats) == (Outcome.DOUBTED, False, run.id)
    assert again.reason is not None
    assert again.reason.endswith(f"schon am 24.11.2026 abgelehnt (Lauf {run.id}).")
    assert BOSS.actor not in again.reason
    assert open_runs(engine) == []
    with reading(engine) as session:
        assert find_run(session, again.id) == again


def test_something_else_after_a_rejection_is_a_new_question(engine: Engine) -> None:
    run = doubted(engine)
    rejected(engine, run.id)
    other = settled(engine, harvest(*FEW[:1]), at=LATER)
    assert (other.outcome, other.repeats) == (Outcome.DOUBTED, None)
    assert open_runs(engine) == [other.id]


def test_who_changes_his_mind_can_release_the_repetition(engine: Engine) -> None:
    run = doubted(engine)
    rejected(engine, run.id)
    again = settled(engine, harvest(*FEW), at=LATER)
    _, after = released(engine, again.id)
    assert after.vanished == 7
    assert units(engine) == set("abcz")


def test_another_source_is_not_bound_by_a_rejection(engine: Engine) -> None:
    run = doubted(engine)
    rejected(engine, run.id)
    settled(engine, harvest(*MANY), of=JOBSUCHE, at=LATER)
    agency = settled(engine, harvest(*FEW), of=JOBSUCHE, at=LATER)
    assert (agency.outcome, agency.repeats) == (Outcome.DOUBTED, None)


def refusal(engine: Engine, number: int) -> UndecidableError:
    """Return why run *number* can be neither released nor rejected."""
    with pytest.raises(UndecidableError) as one:
        released(engine, number)
    with pytest.raises(UndecidableError) as other:
        rejected(engine, number)
    assert (one.value.why, one.value.detail) == (other.value.why, other.value.detail)
    return one.value


def test_a_run_is_decided_once(engine: Engine) -> None:
    run = doubted(engine)
    released(engine, run.id)
    why = refusal(engine, run.id)
    assert why.why is Undecidable.DECIDED
    assert why.detail == (
        f"Run {run.id} was released by Petra Muster on 2026-11-24 at 13:00 UTC: "
        "Die Stellen sind wirklich besetzt."
    )
    assert "von Petra Muster freigegeben" in why.detail_de


def test_a_run_that_nobody_doubted_asks_nothing(engine: Engine) -> None:
    doubted(engine)
    why = refusal(engine, 1)
    assert (why.why, why.detail) == (
        Undecidable.NEVER_DOUBTED,
        "Run 1 was not doubted but applied, so there is nothing to decide.",
    )


@pytest.mark.parametrize("newer", [MANY, FEW], ids=["good", "doubted"])
def test_a_newer_answer_of_the_source_overtakes_the_question(
    engine: Engine, newer: tuple[object, ...]
) -> None:
    run = doubted(engine)
    latest = settled(engine, harvest(*newer), at=LATER)  # type: ignore[arg-type]
    why = refusal(engine, run.id)
    assert why.why is Undecidable.OVERTAKEN
    assert f"overtaken by run {latest.id}" in why.detail


def test_what_a_broken_list_showed_since_is_not_undone_by_an_older_answer(engine: Engine) -> None:
    run = doubted(engine)
    half = (notice("a", org_unit="Amt a", positions=9), notice("y", org_unit="Amt y"))
    broken = settled(engine, harvest(*half, trouble=Outcome.TRUNCATED, reason="Halb."), at=LATER)
    assert (broken.outcome, broken.new, broken.changed) == (Outcome.TRUNCATED, 1, 1)
    assert open_runs(engine) == []
    why = refusal(engine, run.id)
    assert why.why is Undecidable.OVERTAKEN
    assert why.detail.startswith(f"Run {run.id} was overtaken by run {broken.id}, so its harvest")
    assert why.detail_de.startswith(f"Lauf {run.id} wurde von Lauf {broken.id} überholt; seine")
    assert units(engine) == set("abcdefghijy")
    check(engine)


@pytest.mark.parametrize(
    "shown", [harvest(*MANY[4:5]), harvest(left_out=frozenset("d"))], ids=["seen", "left out"]
)
def test_a_broken_list_that_shows_anything_is_a_newer_answer(
    engine: Engine, shown: Harvest
) -> None:
    run = doubted(engine)
    settled(engine, replace(shown, trouble=Outcome.TRUNCATED, reason="Halb."), at=LATER)
    assert refusal(engine, run.id).why is Undecidable.OVERTAKEN


def test_a_broken_list_that_shows_nothing_overtakes_nothing(engine: Engine) -> None:
    run = doubted(engine)
    settled(engine, harvest(trouble=Outcome.TRUNCATED, reason="Nichts."), at=LATER)
    assert open_runs(engine) == [run.id]
    released(engine, run.id)
    assert units(engine) == set("abcz")


def test_a_source_that_says_it_has_nothing_is_released_and_stays_so(engine: Engine) -> None:
    nothing = harvest(trouble=Outcome.EMPTY, reason="Die Seite sagt: „Zurzeit keine.“")
    doubted(engine)
    run = settled(engine, nothing, at=LATER)
    assert (run.outcome, run.is_open) == (Outcome.DOUBTED, True)
    _, after = released(engine, run.id)
    assert (after.outcome, after.vanished, after.reason) == (Outcome.APPLIED, 10, nothing.reason)
    assert units(engine) == set()
    for _ in range(4):
        again = settled(engine, nothing, at=LATER)
        assert (again.outcome, again.is_open) == (Outcome.EMPTY, False)
    assert settled(engine, harvest(*MANY), at=LATER).new == 10
    check(engine)


def test_a_source_of_which_nobody_believes_that_it_has_nothing_keeps_all(engine: Engine) -> None:
    nothing = harvest(trouble=Outcome.EMPTY, reason="Die Seite sagt: „Zurzeit keine.“")
    doubted(engine)
    run = settled(engine, nothing, at=LATER)
    rejected(engine, run.id)
    again = settled(engine, nothing, at=LATER)
    assert (again.outcome, again.is_open, again.repeats) == (Outcome.DOUBTED, False, run.id)
    assert units(engine) == set("abcdefghij")


def test_a_failed_run_overtakes_nothing(engine: Engine) -> None:
    run = doubted(engine)
    settled(engine, harvest(trouble=Outcome.FAILED, reason="Kein Netz."), at=LATER)
    assert open_runs(engine) == [run.id]
    released(engine, run.id)
    assert units(engine) == set("abcz")


def test_a_run_that_never_was_is_not_found(engine: Engine) -> None:
    doubted(engine)
    with pytest.raises(NotFoundError, match="run: 99"):
        released(engine, 99)


def test_doubted_samples_are_released_as_samples(engine: Engine) -> None:
    run = doubted(engine)
    settled(engine, harvest(*MANY), of=JOBSUCHE, sample=True)
    sample = settled(engine, harvest(*FEW), of=JOBSUCHE, sample=True, at=LATER)
    assert sample.outcome is Outcome.DOUBTED
    _, after = released(engine, sample.id)
    assert (after.sample, after.vanished) == (True, 7)
    assert open_runs(engine) == [run.id]


def test_samples_are_not_released_over_real_notices(engine: Engine) -> None:
    doubted(engine)
    settled(engine, harvest(*MANY), of=JOBSUCHE, sample=True)
    sample = settled(engine, harvest(*FEW), of=JOBSUCHE, sample=True, at=LATER)
    half = harvest(notice("y"), trouble=Outcome.TRUNCATED, reason="Halb.")
    settled(engine, half, of=JOBSUCHE, at=LATER)
    assert refusal(engine, sample.id).why is Undecidable.OVERTAKEN
    with reading(engine) as session:
        assert find_run(session, sample.id).decision is None


def test_of_two_who_decide_at_once_one_is_told_of_the_other(engine: Engine) -> None:
    run = doubted(engine)
    answers: list[object] = []

    def decide(verdict: Verdict) -> None:
        act = released if verdict is Verdict.RELEASED else rejected
        try:
            answers.append(act(engine, run.id))
        except UndecidableError as error:
            answers.append(error.why)

    both = [Thread(target=decide, args=(verdict,)) for verdict in Verdict]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert answers.count(Undecidable.DECIDED) == 1
    assert len(answers) == 2
    check(engine)


def test_findings_of_a_doubted_run_stay_with_what_it_becomes(engine: Engine) -> None:
    run = doubted(engine)
    _, after = released(engine, run.id)
    with reading(engine) as session:
        assert find_run(session, after.id).findings == after.findings
    assert run.finished_at == LATER > NOW


def test_each_decision_stands_once_in_the_audit_of_its_city(engine: Engine) -> None:
    run = doubted(engine)
    _, after = released(engine, run.id)
    with pytest.raises(UndecidableError):
        rejected(engine, run.id)
    (entry,) = audited(engine, "musterstadt")
    assert (entry.at, entry.actor, entry.deed) == (LATER, "Petra Muster", Deed.RUN_RELEASED)
    assert (entry.subject, entry.told) == (
        f"run {run.id}",
        {
            "source": "musterstadt/site",
            "decided_by": BOSS.actor,
            "reason": BOSS.reason,
            "caused": after.id,
        },
    )


def test_what_cannot_stand_in_the_audit_is_not_decided(engine: Engine) -> None:
    run = doubted(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("ALTER TABLE audit RENAME TO lost"))
    for decide in (released, rejected):
        with pytest.raises(DATABASE_ERRORS):
            decide(engine, run.id)
    assert open_runs(engine) == [run.id]
    assert units(engine) == set("abcdefghij")
