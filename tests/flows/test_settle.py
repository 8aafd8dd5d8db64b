"""Settling: what a harvest may change, and what it must leave alone."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Opening
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Source
from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import reading
from stellenbund.store.openings import opening_history
from stellenbund.store.runs import find_run
from tests.builders import NOW, harvest, notice
from tests.reading import openings_of
from tests.stocking import JOBSUCHE, SITE, open_store, settled, source

LATER = NOW + timedelta(hours=1)
DAY = timedelta(days=1)
FEW = tuple(notice(name, org_unit=f"Amt {name}") for name in "abcdefgh")


def openings(engine: Engine, *statuses: Status) -> dict[str, Opening]:
    """Return the openings of these statuses (published: none given) by their unit's letter."""
    found = openings_of(engine, now=LATER, statuses=statuses or {Status.PUBLISHED})
    return {(opening.org_unit or "?")[-1]: opening for opening in found}


def sequence(engine: Engine) -> int:
    with reading(engine) as session:
        return latest_sequence(session)


def reasons(engine: Engine, opening: Opening) -> list[tuple[Status, str]]:
    with reading(engine) as session:
        return [(step.status, step.reason) for step in opening_history(session, opening.id)]


def test_what_appears_is_published(engine: Engine) -> None:
    open_store(engine)
    run = settled(engine, harvest(*FEW, pages=2))
    assert (run.outcome, run.found, run.new, run.pages) == (Outcome.APPLIED, 8, 8, 2)
    found = openings(engine)
    assert sorted(found) == list("abcdefgh")
    assert found["a"].origins["title"].source == "site"
    assert (found["a"].status, found["a"].first_seen_at) == (Status.PUBLISHED, NOW)
    assert {opening.sequence for opening in found.values()} == set(range(1, 9))
    with reading(engine) as session:
        (step,) = opening_history(session, found["a"].id)
    assert (step.status, step.reason, step.actor) == (Status.PUBLISHED, "appeared", "test")
    assert (step.at, step.run) == (NOW, run.id)


def test_repeating_a_scrape_moves_nothing_but_last_seen(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    before = openings(engine)
    run = settled(engine, harvest(*FEW), at=LATER)
    assert (run.outcome, run.unchanged, run.new) == (Outcome.UNCHANGED, 8, 0)
    assert sequence(engine) == 8
    after = openings(engine)
    seen = {name: each.model_copy(update={"last_seen_at": LATER}) for name, each in before.items()}
    assert after == seen


def test_what_says_something_else_changes_under_its_id(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    before = openings(engine)["a"]
    changed = notice("a", org_unit="Amt a", positions=7)
    run = settled(engine, harvest(changed, *FEW[1:]), at=LATER)
    after = openings(engine)["a"]
    assert (run.outcome, run.changed, run.unchanged) == (Outcome.APPLIED, 1, 7)
    assert (after.id, after.positions, after.sequence) == (before.id, 7, 9)
    assert (after.first_seen_at, after.content_changed_at) == (NOW, LATER)
    assert reasons(engine, after) == [(Status.PUBLISHED, "appeared")]


def test_what_is_missing_is_gone_only_after_its_strikes(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    runs = [settled(engine, harvest(*FEW[1:]), at=NOW + days * DAY) for days in (1, 2, 3)]
    assert [(run.outcome, run.missing, run.vanished) for run in runs] == [
        (Outcome.UNCHANGED, 1, 0),
        (Outcome.UNCHANGED, 1, 0),
        (Outcome.APPLIED, 0, 1),
    ]
    gone = openings(engine, Status.WITHDRAWN)["a"]
    assert (gone.last_seen_at, gone.content_changed_at, gone.sequence) == (NOW, NOW, 9)
    assert reasons(engine, gone)[-1] == (Status.WITHDRAWN, "vanished")


@pytest.mark.parametrize(
    ("hours", "missing"),
    [
        ((0, 0.001, 0.002, 19.9), [1, 1, 1, 1]),
        ((0, 20, 39.9, 40), [1, 1, 1, 0]),
        ((0, 19, 21, 40), [1, 1, 1, 1]),
        ((0, 19, 21, 41), [1, 1, 1, 0]),
    ],
)
def test_runs_that_follow_too_soon_count_as_one_strike(
    engine: Engine, hours: tuple[float, ...], missing: list[int]
) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    runs = [settled(engine, harvest(*FEW[1:]), at=LATER + timedelta(hours=each)) for each in hours]
    assert [run.missing for run in runs] == missing
    assert ("a" in openings(engine)) == (missing[-1] == 1)


def test_what_its_source_closed_is_gone_at_once(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    run = settled(engine, harvest(*FEW[1:], left_out=frozenset({"a"})), at=LATER)
    assert (run.outcome, run.missing, run.vanished) == (Outcome.APPLIED, 0, 1)
    assert "a" in openings(engine, Status.WITHDRAWN)


def test_a_strike_is_forgiven_when_the_notice_is_seen_again(engine: Engine) -> None:
    open_store(engine)
    for days, notices in enumerate((FEW, FEW[1:], FEW[1:], FEW, FEW[1:], FEW[1:])):
        settled(engine, harvest(*notices), at=NOW + days * DAY)
    assert "a" in openings(engine)


def test_an_interface_that_states_its_total_is_believed_at_once(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    run = settled(engine, harvest(*FEW[1:]), of=JOBSUCHE, at=LATER)
    assert (run.outcome, run.vanished) == (Outcome.APPLIED, 1)
    assert "a" not in openings(engine)


def test_what_comes_back_is_the_same_opening(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    before = openings(engine)["a"]
    settled(engine, harvest(*FEW[1:]), of=JOBSUCHE)
    run = settled(engine, harvest(*FEW), of=JOBSUCHE, at=LATER)
    after = openings(engine)["a"]
    assert run.new == 1
    assert (after.id, after.first_seen_at, after.last_seen_at) == (before.id, NOW, LATER)
    assert [reason for _, reason in reasons(engine, after)] == [
        "appeared",
        "vanished",
        "reappeared",
    ]


def test_what_is_there_but_unreadable_has_not_vanished(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    spoilt = harvest(*FEW[1:], unreadable=frozenset("a"))
    run = settled(engine, spoilt, of=JOBSUCHE, at=LATER)
    assert (run.outcome, run.unreadable, run.missing) == (Outcome.UNCHANGED, 1, 0)
    assert openings(engine)["a"].last_seen_at == LATER


@pytest.mark.parametrize(
    "trouble",
    [Outcome.BLOCKED, Outcome.MOVED, Outcome.UNREADABLE, Outcome.FAILED],
)
def test_a_run_in_trouble_leaves_everything_as_it_was(engine: Engine, trouble: Outcome) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    before = openings(engine)
    broken = harvest(notice("a", positions=9), notice("z"), trouble=trouble, reason="Weg.")
    run = settled(engine, broken, of=JOBSUCHE, at=LATER)
    assert (run.outcome, run.reason, run.found) == (trouble, "Weg.", 2)
    assert (run.new, run.changed, run.vanished, run.missing) == (0, 0, 0, 0)
    assert openings(engine) == before


NOTHING = harvest(trouble=Outcome.EMPTY, reason="Die Seite sagt: „Zurzeit keine.“")


@pytest.mark.parametrize("of", [SITE, JOBSUCHE], ids=["site", "interface"])
def test_that_a_source_says_it_has_nothing_is_doubted_while_we_hold_something(
    engine: Engine, of: Source
) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=of)
    before = openings(engine)
    run = settled(engine, NOTHING, of=of, at=LATER)
    assert (run.outcome, run.is_open, run.vanished) == (Outcome.DOUBTED, True, 0)
    assert run.reason is not None
    assert run.reason.startswith("Die Seite sagt: „Zurzeit keine.“ 8 von 8 Ausschreibungen")
    assert openings(engine) == before


def test_a_source_that_has_nothing_and_had_nothing_is_well(engine: Engine) -> None:
    open_store(engine)
    for _ in range(4):
        run = settled(engine, NOTHING, at=LATER)
        assert (run.outcome, run.is_open, run.reason) == (Outcome.EMPTY, False, NOTHING.reason)
        assert run.outcome.is_good
    assert settled(engine, harvest(*FEW), at=LATER).new == 8


def test_samples_go_when_their_source_says_it_has_nothing(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), sample=True)
    run = settled(engine, NOTHING, at=LATER)
    assert (run.outcome, run.vanished) == (Outcome.APPLIED, 8)
    assert openings(engine) == {}


def test_of_half_a_list_the_readable_half_is_applied_and_nothing_vanishes(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    half = harvest(notice("a", org_unit="Amt a", positions=9), notice("z", org_unit="Amt z"))
    half = harvest(*half.notices, trouble=Outcome.TRUNCATED, reason="Abgeschnitten.")
    run = settled(engine, half, of=JOBSUCHE, at=LATER)
    assert (run.outcome, run.new, run.changed, run.missing) == (Outcome.TRUNCATED, 1, 1, 0)
    found = openings(engine)
    assert sorted(found) == list("abcdefghz")
    assert found["a"].positions == 9
    assert (found["a"].last_seen_at, found["b"].last_seen_at) == (LATER, NOW)


def test_a_doubted_harvest_waits_with_its_run(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    before = openings(engine)
    run = settled(engine, harvest(FEW[0], notice("z")), of=JOBSUCHE, at=LATER)
    assert run.outcome is Outcome.DOUBTED
    assert run.reason is not None
    assert "7 von 8" in run.reason
    assert (run.new, run.vanished) == (0, 0)
    assert openings(engine) == before


def test_a_usual_yield_that_halves_is_doubted_even_where_little_was_held(engine: Engine) -> None:
    open_store(engine)
    many = tuple(notice(f"{number}", org_unit=f"Amt {number}") for number in range(40))
    for _ in range(3):
        settled(engine, harvest(*many))
    assert settled(engine, harvest(*many[:27])).outcome is Outcome.DOUBTED


def test_two_sources_speak_of_one_opening(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1", duration_months=36)), of=JOBSUCHE)
    (before,) = openings(engine).values()
    run = settled(engine, harvest(notice("a", positions=3)), at=LATER)
    (after,) = openings(engine).values()
    assert (run.new, after.id, after.positions, after.duration_months) == (1, before.id, 3, 36)
    assert (after.origins["positions"].source, after.origins["duration_months"].source) == (
        "site",
        "jobsuche",
    )


def test_an_opening_lives_as_long_as_one_of_its_notices(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    settled(engine, harvest(*FEW), of=JOBSUCHE)
    before = openings(engine)["a"]
    settled(engine, harvest(*FEW[1:]), of=JOBSUCHE, at=LATER)
    after = openings(engine)["a"]
    assert after == before
    for days in range(3):
        settled(engine, harvest(*FEW[1:]), at=LATER + days * DAY)
    assert openings(engine, Status.WITHDRAWN)["a"].id == before.id


def test_a_change_of_origin_alone_is_news_without_being_content(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1")), of=JOBSUCHE)
    settled(engine, harvest(notice("a")), at=LATER)
    (opening,) = openings(engine).values()
    assert (opening.sequence, opening.content_changed_at) == (2, NOW)
    assert opening.origins["title"].source == "site"


def test_two_openings_that_turn_out_to_be_one_keep_the_older_id(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1", org_unit="Amt a")), of=JOBSUCHE)
    settled(engine, harvest(notice("a", org_unit="Amt b")), at=LATER)
    older, younger = openings(engine)["a"], openings(engine)["b"]
    settled(engine, harvest(notice("a", org_unit="Amt a")), at=LATER)
    (kept,) = openings(engine).values()
    assert kept.id == older.id
    assert reasons(engine, younger)[-1] == (Status.WITHDRAWN, f"merged into {older.id}")


def test_an_uncertain_pair_is_a_finding_of_the_run(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1")), of=JOBSUCHE)
    said = Finding(severity=Severity.HINT, rule="title.odd", message="Seltsam.", reference="a")
    pair = harvest(notice("a", positions=1), notice("b", positions=2), findings=(said,))
    run = settled(engine, pair, at=LATER)
    assert [finding.rule for finding in run.findings] == [
        "title.odd",
        "merge.uncertain",
        "merge.uncertain",
    ]
    with reading(engine) as session:
        assert find_run(session, run.id) == run


def test_a_run_says_how_complete_each_field_is(engine: Engine) -> None:
    open_store(engine)
    run = settled(engine, harvest(notice("a", positions=1), notice("b"), notice("c")))
    assert (run.completeness["title"], run.completeness["positions"]) == (1, 0.3333)
    assert run.completeness["medical_check"] == 0


def test_samples_say_that_they_are_samples(engine: Engine) -> None:
    open_store(engine)
    run = settled(engine, harvest(*FEW), sample=True)
    assert run.sample
    assert all(opening.sample for opening in openings(engine).values())


def test_a_real_run_replaces_samples_and_owes_them_nothing(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), sample=True)
    samples = openings(engine)
    run = settled(engine, harvest(FEW[0], notice("z", org_unit="Amt z")), at=LATER)
    assert (run.outcome, run.new, run.vanished, run.missing) == (Outcome.APPLIED, 2, 8, 0)
    found = openings(engine)
    assert sorted(found) == ["a", "z"]
    assert not any(opening.sample for opening in found.values())
    assert found["a"].id != samples["a"].id
    assert found["a"].first_seen_at == LATER
    assert reasons(engine, samples["a"])[-1] == (Status.WITHDRAWN, "sample replaced")


def test_a_real_run_in_trouble_leaves_the_samples(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW), sample=True)
    before = openings(engine)
    settled(engine, harvest(trouble=Outcome.FAILED, reason="Kein Netz."), at=LATER)
    assert openings(engine) == before


def test_a_sample_never_speaks_for_a_real_opening(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("1", duration_months=36)), of=JOBSUCHE, sample=True)
    settled(engine, harvest(notice("a")), at=LATER)
    found = openings_of(engine, now=LATER)
    assert {(each.sample, each.duration_months) for each in found} == {(True, 36), (False, None)}


def test_samples_are_not_laid_over_real_openings(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    before = openings(engine)
    run = settled(engine, harvest(notice("a", positions=9)), at=LATER, sample=True)
    assert run.outcome is Outcome.FAILED
    assert run.reason is not None
    assert "Beispielseiten" in run.reason
    assert openings(engine) == before


def test_one_city_says_nothing_about_another(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    settled(engine, harvest(notice("a")), of=source(city="neustadt"), at=LATER)
    found = openings_of(engine, now=LATER)
    assert [opening.city for opening in found] == ["neustadt", "musterstadt"]


def test_an_unknown_city_or_source_is_a_mistake_of_the_caller(engine: Engine) -> None:
    open_store(engine)
    with pytest.raises(NotFoundError, match="city: nirgendwo"):
        settled(engine, harvest(), of=source(city="nirgendwo"))
    with pytest.raises(NotFoundError, match="source: musterstadt/feed"):
        settled(engine, harvest(), of=SITE.model_copy(update={"key": "feed"}))


HOSTILE = "\x00<script>\ud800\x1b[31m"


@pytest.mark.parametrize("trouble", [None, Outcome.FAILED, Outcome.TRUNCATED])
@pytest.mark.parametrize("shown", [FEW, FEW[:1]])
def test_what_no_database_can_keep_breaks_no_run(
    engine: Engine, shown: tuple[Notice, ...], trouble: Outcome | None
) -> None:
    open_store(engine)
    settled(engine, harvest(*FEW))
    finding = Finding(
        severity=Severity.ERROR, rule="odd", message=HOSTILE, reference=HOSTILE, value=HOSTILE
    )
    told = harvest(
        *shown,
        notice(HOSTILE, org_unit="Amt z"),
        trouble=trouble,
        reason=HOSTILE,
        unreadable=frozenset({HOSTILE}),
        left_out=frozenset({HOSTILE}),
        findings=(finding,),
    )
    run = settled(engine, told, at=LATER)
    with reading(engine) as session:
        assert find_run(session, run.id) == run
    assert run.findings[0].value == "?<script>??[31m"
