"""Why: whatever became of a record, the store can say by which step and rule."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from stellenbund.domain.sighting import MOST_STRANGERS
from stellenbund.domain.why import UnknownReferenceError
from stellenbund.domain.why_parts.step import Step, StepKind
from stellenbund.flows.why import Explanation, why
from stellenbund.store.database import reading
from tests.builders import NOW, harvest, notice
from tests.flows.deciding import BOSS, FEW, LATER, doubted, rejected, released
from tests.stocking import JOBSUCHE, open_store, settled

YEAR = timedelta(days=366)


def asked(engine: Engine, reference: str, *, key: str = "site") -> Explanation:
    with reading(engine) as session:
        return why(session, "musterstadt", key, reference, now=LATER)


def told(engine: Engine, reference: str, *, key: str = "site") -> dict[StepKind, Step]:
    """Return the steps by their kind, the last of each."""
    return {step.kind: step for step in asked(engine, reference, key=key).steps}


def kinds(engine: Engine, reference: str, *, key: str = "site") -> list[StepKind]:
    return [step.kind for step in asked(engine, reference, key=key).steps]


def finding(reference: str, rule: str, value: str | None = None) -> Finding:
    return Finding(
        severity=Severity.HINT,
        rule=rule,
        message="Das ist kein Ausbildungsplatz.",
        reference=reference,
        value=value,
        remedy="Bitte prüfen.",
    )


def test_what_is_published_says_since_when_and_by_which_run(engine: Engine) -> None:
    open_store(engine)
    run = settled(engine, harvest(notice("a")))
    explanation = asked(engine, "a")
    assert explanation.is_public
    assert [step.kind for step in explanation.steps] == ["first_seen", "read", "published"]
    published = explanation.steps[-1]
    assert (published.rule, published.run, published.opening) == (
        "appeared",
        run.id,
        explanation.opening,
    )


def test_what_was_left_out_says_by_which_rule_and_for_which_words(engine: Engine) -> None:
    open_store(engine)
    said = finding("b", "kind.ordinary_job", "sachbearbeitung")
    run = settled(
        engine, harvest(notice("a"), left_out=frozenset("b"), findings=(said, finding("a", "x")))
    )
    explanation = asked(engine, "b")
    assert (explanation.is_public, explanation.opening) == (False, None)
    (step,) = explanation.steps
    assert (step.kind, step.rule, step.run, step.value) == (
        StepKind.LEFT_OUT,
        "kind.ordinary_job",
        run.id,
        "sachbearbeitung",
    )
    assert step.message_de == (
        f"Lauf {run.id} hat es gelesen und ausgelassen. "
        "Das ist kein Ausbildungsplatz. Bitte prüfen."
    )


def test_what_cannot_be_read_says_what_could_not(engine: Engine) -> None:
    open_store(engine)
    said = finding("b", "page.unreadable")
    settled(engine, harvest(notice("a"), unreadable=frozenset("b"), findings=(said,)))
    steps = told(engine, "b")
    assert steps[StepKind.UNREADABLE].message_de.endswith("konnte es aber nicht lesen.")
    assert steps[StepKind.REMARK].rule == "page.unreadable"


def test_what_another_employer_offers_says_so(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a"), skipped=frozenset({"fremd-1"})))
    assert kinds(engine, "fremd-1") == [StepKind.OTHER_EMPLOYER]


def test_of_a_crowd_of_strangers_nothing_is_remembered_but_what_is_ours(engine: Engine) -> None:
    open_store(engine)
    crowd = frozenset(f"fremd-{number}" for number in range(MOST_STRANGERS + 1))
    settled(engine, harvest(notice("a"), left_out=frozenset("b"), skipped=crowd))
    with pytest.raises(UnknownReferenceError) as unknown:
        asked(engine, "fremd-1")
    assert set(unknown.value.known) == {"a", "b"}
    assert asked(engine, "a").is_public


def test_of_two_records_under_one_reference_the_second_is_named(engine: Engine) -> None:
    open_store(engine)
    settled(
        engine,
        harvest(notice("a"), findings=(finding("a", "record.duplicate_reference", "Eins / Zwei"),)),
    )
    remark = told(engine, "a")[StepKind.REMARK]
    assert (remark.rule, remark.value) == ("record.duplicate_reference", "Eins / Zwei")


def test_what_only_a_doubted_run_showed_says_that_it_waits(engine: Engine) -> None:
    run = doubted(engine)
    steps = asked(engine, "z").steps
    assert [(step.kind, step.run) for step in steps] == [
        (StepKind.READ, run.id),
        (StepKind.HELD_BACK, run.id),
        (StepKind.HELD_BACK, run.id),
    ]
    assert "7 von 10" in steps[1].message_de
    assert "wartet noch" in steps[2].message_de


def test_what_a_doubted_run_lacks_says_why_it_stays(engine: Engine) -> None:
    run = doubted(engine)
    explanation = asked(engine, "d")
    assert explanation.is_public
    held = next(step for step in explanation.steps if step.kind is StepKind.HELD_BACK)
    assert (held.run, held.message) == (
        run.id,
        f"Run {run.id} did not show it but was doubted, so it stays as it was.",
    )


def test_a_decision_is_told_with_its_reason_and_without_the_name(engine: Engine) -> None:
    run = doubted(engine)
    rejected(engine, run.id)
    steps = told(engine, "z")
    assert steps[StepKind.REJECTED].run == run.id
    assert BOSS.reason in steps[StepKind.REJECTED].message_de
    assert not [step for step in steps.values() if BOSS.actor in step.message + step.message_de]


def test_what_a_release_removed_says_which_and_why(engine: Engine) -> None:
    run = doubted(engine)
    released(engine, run.id)
    steps = told(engine, "d")
    assert steps[StepKind.RELEASED].run == run.id
    assert steps[StepKind.VANISHED].rule == "missing"
    assert (steps[StepKind.WITHDRAWN].rule, steps[StepKind.WITHDRAWN].run) == (
        "vanished",
        run.id + 1,
    )
    assert not asked(engine, "d").is_public


def test_what_is_missing_counts_its_strikes(engine: Engine) -> None:
    open_store(engine)
    others = tuple(notice(name, org_unit=f"Amt {name}") for name in "bcd")
    settled(engine, harvest(notice("a", org_unit="Amt a"), *others))
    for days in (1, 1, 2):
        settled(engine, harvest(*others), at=NOW + timedelta(days=days))
    missing = told(engine, "a")[StepKind.MISSING]
    assert missing.value == "2/3"
    assert "at least 20 hours apart" in missing.message
    assert "im Abstand von mindestens 20 Stunden" in missing.message_de
    assert asked(engine, "a").is_public
    gone_at = NOW + timedelta(days=3)
    settled(engine, harvest(*others), at=gone_at)
    steps = told(engine, "a")
    assert StepKind.MISSING not in steps
    assert steps[StepKind.VANISHED].at == gone_at


@pytest.mark.parametrize("odd", ["2027\u202e-17", "2027\u200d-17", " 2027-\u00ad17\n", "2027-17"])
def test_a_reference_is_known_by_the_sources_own_spelling_of_it(engine: Engine, odd: str) -> None:
    open_store(engine)
    settled(engine, harvest(notice("2027-17")))
    assert asked(engine, odd).reference == "2027-17"


def test_a_run_in_trouble_since_then_is_named_with_its_reason(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    failed = settled(engine, harvest(trouble=Outcome.BLOCKED, reason="Status 403."), at=LATER)
    trouble = told(engine, "a")[StepKind.RUN_IN_TROUBLE]
    assert (trouble.run, trouble.rule) == (failed.id, "blocked")
    assert trouble.message_de.endswith("Status 403.")


def test_what_a_failed_run_showed_was_not_applied(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a"), trouble=Outcome.FAILED, reason="Kein Netz."))
    assert kinds(engine, "a") == [StepKind.READ, StepKind.NOT_APPLIED]


def test_what_was_merged_says_with_what_by_which_rule_and_what_it_lost(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1", positions=2, duration_months=36)), of=JOBSUCHE)
    settled(engine, harvest(notice("a", positions=3)), at=LATER)
    steps = told(engine, "1", key="jobsuche")
    merged, lost = steps[StepKind.MERGED], steps[StepKind.OUTWEIGHED]
    assert (merged.rule, merged.value, merged.opening) == (
        "merge.training",
        "site: a",
        asked(engine, "a").opening,
    )
    assert (lost.rule, lost.value) == ("merge.trust", "positions")
    assert StepKind.OUTWEIGHED not in told(engine, "a")


def test_pay_that_another_source_states_more_fully_is_told_as_that(engine: Engine) -> None:
    open_store(engine)
    years = [{"year": 1, "amount": "1368.26"}, {"year": 2, "amount": "1418.20"}]
    settled(engine, harvest(notice("1", pay={"amounts": years})), of=JOBSUCHE)
    settled(engine, harvest(notice("a", pay={"amounts": [{"amount": "1368.26"}]})), at=LATER)
    lost = told(engine, "a")[StepKind.OUTWEIGHED]
    assert (lost.rule, lost.value) == ("merge.fuller", "pay")


def test_a_shared_address_is_told_as_the_rule(engine: Engine) -> None:
    open_store(engine)
    link = "https://musterstadt.example/bewerben/1"
    settled(engine, harvest(notice("1", title="Verwaltung", apply_url=link)), of=JOBSUCHE)
    settled(engine, harvest(notice("a", apply_url=link)), at=LATER)
    assert told(engine, "a")[StepKind.MERGED].rule == "merge.address"


def test_an_uncertain_pair_is_told_on_both_sides(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1")), of=JOBSUCHE)
    settled(engine, harvest(notice("a", positions=1), notice("b", positions=2)), at=LATER)
    assert told(engine, "a")[StepKind.KEPT_APART].value == "jobsuche: 1"
    assert told(engine, "1", key="jobsuche")[StepKind.KEPT_APART].value in {"site: a", "site: b"}


def test_a_deadline_that_passed_is_told_with_its_midnight(engine: Engine) -> None:
    open_store(engine)
    over = notice("a", deadline_kind="fixed", deadline_on="2026-11-23")
    settled(engine, harvest(over))
    explanation = asked(engine, "a")
    expired = next(step for step in explanation.steps if step.kind is StepKind.EXPIRED)
    assert not explanation.is_public
    assert (expired.at is not None, expired.value) == (True, "2026-11-23")
    assert expired.message_de == "Bewerbungsschluss war der 23.11.2026."


def test_steps_stand_in_the_order_of_time_and_what_is_so_now_last(engine: Engine) -> None:
    run = doubted(engine)
    released(engine, run.id, at=LATER + timedelta(hours=1))
    for reference in "adz":
        moments = [step.at for step in asked(engine, reference).steps]
        dated = [moment for moment in moments if moment]
        assert dated == sorted(dated)
        assert moments[: len(dated)] == dated


def test_an_address_is_understood_as_the_reference_that_it_became(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("https://musterstadt.example/1?id=7")))
    assert asked(engine, "https://Musterstadt.example/1?utm_source=x&id=7#top").is_public


def test_the_address_of_a_notices_page_names_it_too(engine: Engine) -> None:
    open_store(engine)
    address = "https://karriere.musterstadt.example/stellen/17"
    settled(engine, harvest(notice("2027-17", source_url=address), notice("b")))
    assert asked(engine, f"{address}?utm_source=facebook").reference == "2027-17"


def test_a_reference_that_never_was_is_answered_with_all_that_were(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("2027-17"), left_out=frozenset({"2027-18"})))
    for reference in ("2027-71", "", "http://[", "\x00"):
        with pytest.raises(UnknownReferenceError) as unknown:
            asked(engine, reference)
        assert set(unknown.value.known) == {"2027-17", "2027-18"}


def test_what_nobody_has_seen_for_a_year_is_forgotten_but_notices_never(engine: Engine) -> None:
    open_store(engine)
    many = tuple(notice(name, org_unit=f"Amt {name}") for name in "abcd")
    settled(engine, harvest(*many, left_out=frozenset("x")), at=NOW - YEAR)
    settled(engine, harvest(*many[1:]), at=NOW)
    with pytest.raises(UnknownReferenceError):
        asked(engine, "x")
    assert StepKind.FIRST_SEEN in kinds(engine, "a")


def test_what_no_database_can_keep_can_still_be_asked_about(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a"), left_out=frozenset({"\x00b\ud800"})))
    assert kinds(engine, "\x00b\ud800") == [StepKind.LEFT_OUT]


def test_a_newer_run_has_the_last_word_about_a_reference(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW, left_out=frozenset("q")))
    settled(engine, harvest(*FEW, notice("q", org_unit="Amt q")), at=LATER)
    assert StepKind.LEFT_OUT not in kinds(engine, "q")
    assert asked(engine, "q").is_public
