"""Uploads: a file changes nothing until somebody commits it, then all of it or nothing."""

from datetime import date, timedelta
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Engine

from stellenbund.domain.audit import Deed
from stellenbund.domain.city import City
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.diff import Verb
from stellenbund.domain.errors import NotFoundError, StellenbundError
from stellenbund.domain.request_key import RequestKey
from stellenbund.domain.run import Outcome
from stellenbund.domain.upload import KEPT, WAITS, Mode, Upload, UploadState
from stellenbund.domain.upload_errors import (
    AlreadyCommittedError,
    ConsentNeededError,
    EmptiesError,
    ForgottenError,
    KeyReusedError,
    PreviewOutdatedError,
    TwinError,
    UploadClosedError,
)
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import Feed
from stellenbund.flows import receive_upload
from stellenbund.flows.acting import Acting
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.file_reading import KeptReading, read_file
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.flows.sweep_uploads import sweep_uploads
from stellenbund.flows.uploads import as_csv, get_upload, list_uploads, original_file
from stellenbund.store.database import reading
from stellenbund.store.runs import list_runs
from stellenbund.store.sources import list_sources
from tests.builders import harvest, notice
from tests.flows.desk import corrected, opening_of
from tests.flows.invariants import check
from tests.flows.issuing import audited
from tests.flows.uploading import (
    CITY,
    HR,
    LATER,
    acting,
    agreed,
    committed,
    file_of,
    places,
    public,
    row,
    sent,
)
from tests.stocking import open_store, settled


@pytest.fixture(autouse=True)
def _known(engine: Engine) -> None:
    open_store(engine)


def state_of(engine: Engine, upload: Upload) -> UploadState:
    return get_upload(engine, CITY, upload.id).state


def test_what_is_sent_changes_nothing_that_is_public(engine: Engine) -> None:
    upload = sent(engine, row("1"), row("2"))
    assert (upload.state, upload.counts.taken, upload.actor) == (
        UploadState.PREVIEW,
        2,
        "Petra Muster (token 7)",
    )
    shown = preview(engine, CITY, upload.id)
    assert [change.reference for change in shown.diff.appeared] == ["1", "2"]
    assert public(engine) == {}
    with reading(engine) as session:
        assert list_runs(session) == ()


def test_a_commit_publishes_what_the_preview_showed(engine: Engine) -> None:
    upload, run = committed(engine, row("1"), row("2", positions=5))
    assert (run.outcome, run.new, run.trigger) == (Outcome.APPLIED, 2, f"upload {upload.id}")
    assert places(engine) == {"1": 2, "2": 5}
    done = get_upload(engine, CITY, upload.id)
    assert (done.state, done.run, done.committed_by) == (UploadState.COMMITTED, run.id, HR.actor)
    (entry,) = audited(engine, CITY)
    assert (entry.deed, entry.subject, entry.actor) == (
        Deed.UPLOAD_COMMITTED,
        f"upload {upload.id}",
        HR.actor,
    )
    check(engine)


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    committed(engine, row("1"), row("2"))
    before = public(engine)
    again, run = committed(engine, row("1"), row("2"), at=LATER + timedelta(hours=1))
    assert (run.outcome, run.unchanged) == (Outcome.UNCHANGED, 2)
    assert public(engine) == before
    assert preview(engine, CITY, again.id).diff.changes == ()


def test_a_file_is_read_once_a_day_and_by_each_version_of_the_program(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = committed(engine, row("1"))
    read = []

    def counted(feed: Feed, city: City, *, today: date) -> KeptReading:
        read.append(today)
        return read_file(feed, city, today=today)

    monkeypatch.setattr(receive_upload, "read_file", counted)
    same_day, next_day = LATER + timedelta(hours=1), LATER + timedelta(days=1)
    again, run = committed(engine, row("1"), at=same_day)
    assert (read, again.counts, run.unchanged) == ([], first.counts, 1)
    committed(engine, row("1"), at=next_day)
    sent(engine, row("1"), mapping={"Anzahl Plätze": "notes"}, at=next_day)
    monkeypatch.setattr(receive_upload, "PROGRAM", "another one")
    sent(engine, row("1"), at=next_day)
    assert read == [berlin_day(next_day)] * 3


def test_a_full_stock_lets_vanish_what_it_does_not_name(engine: Engine) -> None:
    committed(engine, *map(row, "12345"))
    upload = sent(engine, row("1", positions=9), *map(row, "234"), row("6"))
    diff = preview(engine, CITY, upload.id).diff
    told = [[each.reference for each in part] for part in (diff.appeared, diff.vanished)]
    assert told == [["6"], ["5"]]
    (changed,) = diff.changed
    assert (changed.reference, changed.fields) == ("1", ("positions",))
    assert diff.unchanged == 3
    agreed(engine, upload)
    assert places(engine) == {"1": 9, "2": 2, "3": 2, "4": 2, "6": 2}
    shown = preview(engine, CITY, upload.id)
    assert (shown.diff.changes, shown.diff.held) == (diff.changes, 5)


def test_changes_only_leave_everything_else_and_take_out_what_they_say(engine: Engine) -> None:
    committed(engine, *map(row, "123"))
    header = "Kennziffer;Stellenbezeichnung;Beginn;Anzahl Plätze;löschen"
    upload = sent(
        engine, row("1", positions=7), row("2", more=";ja"), header=header, mode=Mode.CHANGES_ONLY
    )
    run = agreed(engine, upload)
    assert (run.changed, run.vanished, run.missing) == (1, 1, 0)
    assert places(engine) == {"1": 7, "3": 2}


def test_a_deletion_in_a_full_stock_is_no_opening(engine: Engine) -> None:
    committed(engine, *map(row, "1234"))
    header = "Kennziffer;Stellenbezeichnung;Beginn;Anzahl Plätze;löschen"
    upload = sent(engine, *map(row, "123"), row("4", more=";x"), header=header)
    agreed(engine, upload)
    assert set(places(engine)) == set("123")


def test_what_changes_after_the_preview_must_be_looked_at_again(engine: Engine) -> None:
    first, second = sent(engine, row("1")), sent(engine, row("2"), at=LATER + timedelta(minutes=1))
    seen = preview(engine, CITY, second.id).fingerprint
    agreed(engine, first)
    with pytest.raises(PreviewOutdatedError, match=second.id):
        commit(engine, CITY, second.id, acting(), fingerprint=seen)
    assert set(places(engine)) == {"1"}


def test_what_another_source_says_meanwhile_does_not_outdate_a_preview(engine: Engine) -> None:
    upload = sent(engine, row("1"))
    seen = preview(engine, CITY, upload.id).fingerprint
    settled(engine, harvest(notice("a")), at=LATER)
    commit(engine, CITY, upload.id, acting(), fingerprint=seen)
    assert len(public(engine)) == 2


@pytest.mark.parametrize(("kept", "asks"), [("1234567", False), ("123456", True)])
def test_who_removes_much_is_asked_twice(engine: Engine, kept: str, *, asks: bool) -> None:
    committed(engine, *map(row, "1234567890"))
    upload = sent(engine, *map(row, kept))
    shown = preview(engine, CITY, upload.id)
    assert shown.needs_second_consent is asks
    if asks:
        with pytest.raises(ConsentNeededError, match=f"remove {10 - len(kept)} of 10"):
            commit(engine, CITY, upload.id, acting(), fingerprint=shown.fingerprint)
    commit(engine, CITY, upload.id, acting(), fingerprint=shown.fingerprint, is_sure=asks)
    assert set(places(engine)) == set(kept)


@pytest.mark.parametrize("rows", [(), ("1;;;",)], ids=["no row", "no row that can be read"])
def test_a_full_stock_without_an_opening_empties_nothing(
    engine: Engine, rows: tuple[str, ...]
) -> None:
    committed(engine, *map(row, "12"))
    shown = preview(engine, CITY, sent(engine, *rows).id)
    assert shown.empties
    with pytest.raises(EmptiesError, match="names no opening") as refused:
        agreed(engine, shown.upload)
    assert "„stellen.csv“ (24.11.2026, 15:00 Uhr)" in refused.value.detail_de
    assert set(places(engine)) == set("12")
    header = "Kennziffer;Stellenbezeichnung;Beginn;Anzahl Plätze;löschen"
    last = sent(engine, *(row(each, more=";ja") for each in "12"), header=header)
    agreed(engine, last)
    assert places(engine) == {}


def test_a_preview_shows_the_rows_as_the_file_has_them(engine: Engine) -> None:
    committed(engine, row("1"), row("10", positions=3))
    shown = preview(engine, CITY, sent(engine, *map(row, ("10", "1", "2"))).id)
    assert [(each.row, each.reference, each.verb) for each in shown.rows] == [
        (2, "10", Verb.CHANGED),
        (3, "1", None),
        (4, "2", Verb.NEW),
    ]
    assert shown.rows[0].fields.positions == 2
    assert shown.confirmed == 1
    agreed(engine, shown.upload)
    assert preview(engine, CITY, shown.upload.id).rows == shown.rows


def test_a_preview_says_which_values_set_by_hand_stay(engine: Engine) -> None:
    committed(engine, row("1"), row("2"))
    opening = opening_of(engine, "1")
    corrected(engine, opening, {"positions": "7"}, at=LATER)
    shown = preview(engine, CITY, sent(engine, *(row(each, positions=3) for each in "12")).id)
    assert (shown.touched["1"].opening, shown.standing) == (opening, 1)
    assert shown.touched["1"].stands("positions")
    assert not shown.touched["2"].stands("positions")
    agreed(engine, shown.upload)
    assert preview(engine, CITY, shown.upload.id).standing == 1


def test_a_second_commit_names_the_run_of_the_first(engine: Engine) -> None:
    upload, run = committed(engine, row("1"))
    with pytest.raises(AlreadyCommittedError, match=f"run {run.id}"):
        agreed(engine, upload)


def test_two_commits_at_once_are_one_after_the_other(engine: Engine) -> None:
    uploads = [sent(engine, *map(row, letters)) for letters in ("12", "34")]
    seen = [preview(engine, CITY, each.id).fingerprint for each in uploads]
    outcomes: list[object] = []

    def go(upload: Upload, fingerprint: str) -> None:
        try:
            run = commit(engine, CITY, upload.id, acting(), fingerprint=fingerprint)
            outcomes.append(run.outcome)
        except StellenbundError as error:
            outcomes.append(type(error))

    threads = [Thread(target=go, args=pair) for pair in zip(uploads, seen, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2
    assert set(outcomes) <= {Outcome.APPLIED, PreviewOutdatedError, UploadClosedError}
    assert outcomes.count(Outcome.APPLIED) == 1
    assert set(places(engine)) in (set("12"), set("34"))
    check(engine)


def test_an_older_full_stock_is_superseded_by_the_commit_of_a_newer(engine: Engine) -> None:
    old = sent(engine, row("1"))
    changes = sent(engine, row("3"), mode=Mode.CHANGES_ONLY)
    new = sent(engine, row("2"), at=LATER + timedelta(minutes=1))
    agreed(engine, new)
    assert state_of(engine, old) is UploadState.SUPERSEDED
    with pytest.raises(UploadClosedError, match="superseded"):
        agreed(engine, old)
    agreed(engine, changes)
    assert set(places(engine)) == {"2", "3"}


def test_the_same_file_that_waits_is_named_instead_of_kept_twice(engine: Engine) -> None:
    upload = sent(engine, row("1"))
    with pytest.raises(TwinError, match=upload.id):
        sent(engine, row("1"), at=LATER + timedelta(hours=1))
    sent(engine, row("1"), mode=Mode.CHANGES_ONLY)
    agreed(engine, upload)
    sent(engine, row("1"))


def test_a_request_with_a_key_is_carried_out_once(engine: Engine) -> None:
    key = RequestKey(key="nightly-17", digest="a" * 64)
    by_key = Acting(by=HR, clock=lambda: LATER, new_id=acting().new_id, key=key)
    file = SentFile(body=file_of([row("1")]))
    upload = receive(engine, CITY, file, by_key)
    assert receive(engine, CITY, file, by_key) == upload
    other = Acting(
        by=HR,
        clock=by_key.clock,
        new_id=by_key.new_id,
        key=RequestKey(key="nightly-17", digest="b" * 64),
    )
    with pytest.raises(KeyReusedError, match="nightly-17"):
        receive(engine, CITY, SentFile(body=file_of([row("2")])), other)
    commit_key = Acting(
        by=HR, clock=by_key.clock, new_id=by_key.new_id, key=RequestKey(key="c", digest="c" * 64)
    )
    seen = preview(engine, CITY, upload.id).fingerprint
    runs = [commit(engine, CITY, upload.id, commit_key, fingerprint=seen) for _ in range(2)]
    assert runs[0].id == runs[1].id


def test_a_city_remembers_what_its_columns_mean_once_it_committed(engine: Engine) -> None:
    header, mapping = "Kz;Was;Wann;Anzahl Plätze", {"Was": "title", "Wann": "start"}
    chosen = sent(engine, row("1"), header=header + ";Titel", mapping=mapping)
    assert chosen.counts.taken == 1
    before = sent(engine, row("2"), header=header + ";Titel")
    assert before.counts.taken == 0
    agreed(engine, chosen)
    after = sent(engine, row("3"), header=header)
    assert (after.choices.mapping, after.counts.taken) == (mapping, 1)


def test_what_the_file_contradicts_is_named_with_both_values(engine: Engine) -> None:
    gardener: Any = {
        "title": "Gärtner/in",
        "title_published": "Gärtner/in",
        "profession": None,
        "positions": 4,
    }
    settled(engine, harvest(notice("a", **gardener)), at=LATER)
    upload = sent(engine, row("1", positions=2))
    shown = preview(engine, CITY, upload.id)
    (found,) = shown.conflicts
    assert shown.known_elsewhere == {"1"}
    assert (found.rule, found.row, found.column, found.value) == (
        "row.conflict",
        2,
        "Anzahl Plätze",
        "2",
    )
    assert "„Karriereseite“ sagt „4“; es gilt Ihre Datei" in found.message
    agreed(engine, upload)
    ((fields, origins),) = public(engine).values()
    assert (fields.positions, origins["positions"]) == (2, "feed")


def test_what_nobody_commits_expires_and_files_are_dropped_in_time(engine: Engine) -> None:
    done, _ = committed(engine, row("1"))
    waiting = sent(engine, row("2"))
    sweep_uploads(engine, LATER + WAITS)
    assert state_of(engine, waiting) is UploadState.PREVIEW
    sweep_uploads(engine, LATER + WAITS + timedelta(seconds=1))
    assert state_of(engine, waiting) is UploadState.EXPIRED
    with pytest.raises(ForgottenError):
        original_file(engine, CITY, waiting.id)
    with pytest.raises(UploadClosedError, match="expired"):
        commit(engine, CITY, waiting.id, acting(), fingerprint="")
    assert original_file(engine, CITY, done.id)[1] == file_of([row("1")])
    sweep_uploads(engine, LATER + KEPT + timedelta(seconds=1))
    assert get_upload(engine, CITY, done.id).dropped_at == LATER + KEPT + timedelta(seconds=1)
    with pytest.raises(ForgottenError):
        preview(engine, CITY, done.id)


def test_no_city_finds_the_uploads_of_another(engine: Engine) -> None:
    upload = sent(engine, row("1"))
    for look in (get_upload, preview, original_file):
        with pytest.raises(NotFoundError):
            look(engine, "neustadt", upload.id)
    assert list_uploads(engine, "neustadt", limit=10) == ()


def test_the_history_shows_the_newest_first_page_by_page(engine: Engine) -> None:
    uploads = [sent(engine, row(str(n)), at=LATER + n * timedelta(hours=1)) for n in range(5)]
    first = list_uploads(engine, CITY, limit=3)
    rest = list_uploads(engine, CITY, before=first[-1].id, limit=3)
    assert [*first, *rest] == uploads[::-1]


def test_the_file_comes_back_with_what_is_known_of_its_rows(engine: Engine) -> None:
    upload = sent(engine, row("1"), row("1", positions=9))
    text = as_csv(engine, preview(engine, CITY, upload.id)).decode("utf-8-sig")
    header, first, second = text.splitlines()
    assert header.endswith("Befunde;Vorschlag")
    assert "Fehler: Kennziffer – Zeile 2 hat schon diese Kennziffer" in second
    assert not first.strip(";").endswith(".")


def test_a_file_that_cannot_be_read_is_not_kept(engine: Engine) -> None:
    with pytest.raises(FeedError):
        receive(engine, CITY, SentFile(body=b"%PDF-1.7"), acting())
    assert list_uploads(engine, CITY, limit=10) == ()


def test_the_citys_file_is_a_source_from_its_first_commit_on(engine: Engine) -> None:
    upload = sent(engine, row("1"))
    with reading(engine) as session:
        assert "feed" not in [each.source.key for each in list_sources(session, city=CITY)]
    agreed(engine, upload)
    with reading(engine) as session:
        states = {each.source.key: each for each in list_sources(session, city=CITY)}
    assert (states["feed"].source.name, states["feed"].notices) == ("Datei der Stadt", 1)


def test_what_hr_is_told_about_rows_stays_out_of_the_public_log(engine: Engine) -> None:
    _, run = committed(engine, row("1"), row("1", positions=9))
    assert run.findings == ()
