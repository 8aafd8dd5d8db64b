"""Undo: after it, what is public is what it was before the commit, whatever came between."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from stellenbund.domain.audit import Deed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.run import Outcome
from stellenbund.domain.upload import Mode, UploadState
from stellenbund.domain.upload_errors import NotCommittedError, NotNewestError, UploadClosedError
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.uploads import get_upload
from stellenbund.store.database import reading
from stellenbund.store.openings import opening_history
from tests.builders import harvest, notice
from tests.flows.invariants import check
from tests.flows.issuing import audited
from tests.flows.uploading import (
    CITY,
    HEADER,
    HR,
    LATER,
    agreed,
    committed,
    places,
    public,
    row,
    sent,
    taken_back,
)
from tests.stocking import open_store, settled


@pytest.fixture(autouse=True)
def _known(engine: Engine) -> None:
    open_store(engine)


def test_a_commit_that_is_taken_back_leaves_the_public_openings_as_they_were(
    engine: Engine,
) -> None:
    committed(engine, *map(row, "12345"))
    before = public(engine)
    upload, _ = committed(engine, row("1", positions=9), *map(row, "2367"))
    assert places(engine) != dict.fromkeys("12345", 2)
    run = taken_back(engine, upload)
    assert (run.outcome, run.new, run.changed, run.vanished) == (Outcome.APPLIED, 2, 1, 2)
    assert (run.trigger, run.completeness["positions"]) == (f"undo of upload {upload.id}", 1.0)
    assert public(engine) == before
    check(engine)


def test_it_is_a_new_run_and_nothing_is_forgotten(engine: Engine) -> None:
    upload, _ = committed(engine, row("1"))
    (name,) = public(engine)
    run = taken_back(engine, upload, at=LATER + timedelta(minutes=5))
    done = get_upload(engine, CITY, upload.id)
    assert (done.state, done.undo_run, done.undone_by) == (UploadState.UNDONE, run.id, HR.actor)
    with reading(engine) as session:
        steps = opening_history(session, name)
    assert [step.actor for step in steps] == [f"upload {upload.id}", f"undo of upload {upload.id}"]
    assert audited(engine, CITY)[0].deed is Deed.UPLOAD_UNDONE
    shown = preview(engine, CITY, upload.id)
    assert [change.reference for change in shown.diff.appeared] == ["1"]


def test_what_other_sources_said_since_stays(engine: Engine) -> None:
    settled(engine, harvest(notice("a"), notice("b", org_unit="Amt b")))
    upload, _ = committed(engine, row("1"))
    settled(engine, harvest(notice("a", positions=7), notice("c", org_unit="Amt c")), at=LATER)
    taken_back(engine, upload, at=LATER + timedelta(hours=1))
    units = sorted(
        (fields.org_unit or "", fields.positions) for fields, _ in public(engine).values()
    )
    assert units == [("", 7), ("Amt b", None), ("Amt c", None)]


def test_it_goes_step_by_step_from_the_newest_on(engine: Engine) -> None:
    steps = [committed(engine, *map(row, letters))[0] for letters in ("1", "12", "123")]
    with pytest.raises(NotNewestError, match=steps[-1].id):
        taken_back(engine, steps[0])
    for upload, left in zip(reversed(steps), ("12", "1", ""), strict=True):
        taken_back(engine, upload)
        assert set(places(engine)) == set(left)


def test_only_what_is_in_force_can_be_taken_back(engine: Engine) -> None:
    waiting = sent(engine, row("1"))
    with pytest.raises(NotCommittedError, match="never committed"):
        taken_back(engine, waiting)
    run = agreed(engine, waiting)
    assert run.new == 1
    undone = taken_back(engine, waiting)
    with pytest.raises(NotCommittedError, match=f"already, as run {undone.id}"):
        taken_back(engine, waiting)
    with pytest.raises(UploadClosedError, match="taken back"):
        agreed(engine, waiting)
    with pytest.raises(NotFoundError):
        taken_back(engine, waiting.model_copy(update={"id": "aaaaaaaaaa"}))


LINES = st.dictionaries(st.sampled_from("123456"), st.integers(1, 4), min_size=1, max_size=6)
DELETED = st.sets(st.sampled_from("123456"), max_size=2)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stock=LINES, file=LINES, deleted=DELETED, mode=st.sampled_from(Mode))
def test_whatever_is_committed_taking_it_back_is_no_change(
    engine: Engine, stock: dict[str, int], file: dict[str, int], deleted: set[str], mode: Mode
) -> None:
    header = f"{HEADER};löschen"
    committed(engine, *(row(name, positions=count) for name, count in stock.items()))
    before = public(engine)
    lines = [
        row(name, positions=count, more=";ja" if name in deleted else "")
        for name, count in file.items()
    ]
    upload = sent(engine, *lines, header=header, mode=mode)
    agreed(engine, upload)
    untouched = stock if mode is Mode.CHANGES_ONLY else {}
    said = {**untouched, **file}
    assert places(engine) == {
        name: count for name, count in said.items() if name not in deleted & file.keys()
    }
    taken_back(engine, upload)
    assert public(engine) == before
    check(engine)
