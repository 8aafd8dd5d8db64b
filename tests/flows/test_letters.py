"""Letters: written with a commit or not at all, sent after it, and tried again."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.letter import KEPT, WAITS, Letter, NotSentError
from stellenbund.domain.request_key import RequestKey
from stellenbund.domain.upload import Upload
from stellenbund.domain.upload_errors import PreviewOutdatedError
from stellenbund.flows.accounts import close_account
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.send_letters import CLAIM, Posted, send_due
from stellenbund.flows.sweep_uploads import sweep_uploads
from stellenbund.flows.undo_upload import undo
from stellenbund.store.database import reading, writing
from stellenbund.store.letters import due_letters
from tests.builders import NOW
from tests.flows.deciding import CHIEF
from tests.flows.inviting import accepted, invited
from tests.flows.uploading import CITY, HR, LATER, acting, row, sent
from tests.stocking import open_store

OTTO = "otto@musterstadt.example"
PETRA = "petra@musterstadt.example"


@dataclass
class PostOffice:
    """A mail server without a network: what it took, and why it takes nothing."""

    engine: Engine
    now: datetime = LATER
    failure: NotSentError | None = None
    meanwhile: Callable[[], object] = lambda: None
    taken: list[Letter] = field(default_factory=list)

    def send(self, letter: Letter) -> None:
        """Take a letter or complain."""
        self.meanwhile()
        if self.failure:
            raise self.failure
        self.taken.append(letter)

    def open(self, after: timedelta = timedelta()) -> tuple[Posted, ...]:
        """Let so much time pass, and send what is due."""
        self.now += after
        return send_due(self.engine, self.send, lambda: self.now)


@pytest.fixture
def office(engine: Engine) -> PostOffice:
    """A city with two who may upload, one who may not, and one who does not look after it."""
    open_store(engine)
    accepted(engine)
    accepted(engine, CITY, Verb.UPLOAD, email=OTTO)
    accepted(engine, CITY, Verb.CORRECT, email="leser@musterstadt.example")
    accepted(engine, "neustadt", email="lena@neustadt.example")
    invited(engine, email="neu@musterstadt.example")
    return PostOffice(engine)


def committed(engine: Engine, *rows: str, by: Caller = HR, key: RequestKey | None = None) -> Upload:
    upload = sent(engine, *rows)
    who = replace(acting(), by=by, letterhead="https://stellen.example", key=key)
    seen = preview(engine, CITY, upload.id).fingerprint
    commit(engine, CITY, upload.id, who, fingerprint=seen, is_sure=True)
    if key:
        commit(engine, CITY, upload.id, who, fingerprint=seen, is_sure=True)
    return upload


def waiting(engine: Engine) -> int:
    with reading(engine) as session:
        return len(due_letters(session, NOW + timedelta(days=99), limit=100))


def test_who_commits_is_told_in_german_also_that_all_is_fine(office: PostOffice) -> None:
    petra = Caller(name="Petra Muster", grant=HR.grant, account=1)
    upload = committed(office.engine, row("1"), row("2"), by=petra)
    assert [each.reason for each in office.open()] == [None]
    (letter,) = office.taken
    assert (letter.address, letter.subject) == (PETRA, "Musterstadt: „stellen.csv“ ist übernommen")
    assert "von Petra Muster (Konto 1), am 24.11.2026 um" in letter.text
    assert "Alles in Ordnung: 2 neu, 0 geändert, 0 verschwunden." in letter.text
    assert f"https://stellen.example/hr/stadt/musterstadt/verlauf/{upload.id}" in letter.text
    assert waiting(office.engine) == 0
    assert office.open() == ()


def test_rows_that_stay_out_are_told_of(office: PostOffice) -> None:
    committed(office.engine, row("1"), "2;;01.09.2027;3")
    office.open()
    assert "1 neu, 0 geändert, 0 verschwunden. Eine Zeile blieb draußen" in office.taken[0].text
    assert "Alles in Ordnung" not in office.taken[0].text


def test_what_a_program_did_is_told_to_all_who_might_have(office: PostOffice) -> None:
    with writing(office.engine) as session:
        close_account(session, OTTO, by=CHIEF, at=NOW)
    accepted(office.engine, CITY, Verb.UPLOAD, email="otto2@musterstadt.example")
    upload = committed(office.engine, row("1"))
    who = replace(acting(), letterhead="https://stellen.example")
    undo(office.engine, CITY, upload.id, who)
    office.open()
    told = {(each.address, each.subject.rpartition(" ")[2]) for each in office.taken}
    addresses = (PETRA, "otto2@musterstadt.example")
    assert told == {(to, verb) for to in addresses for verb in ("übernommen", "zurückgenommen")}
    assert len(office.taken) == len(told)


def test_a_request_that_comes_twice_is_told_of_once(office: PostOffice) -> None:
    committed(office.engine, row("1"), key=RequestKey(key="nightly", digest="a" * 64))
    assert waiting(office.engine) == 2


def test_a_commit_that_fails_leaves_no_letter_and_none_is_written_without_a_sender(
    office: PostOffice,
) -> None:
    upload = sent(office.engine, row("1"))
    who = replace(acting(), letterhead="https://stellen.example")
    with pytest.raises(PreviewOutdatedError):
        commit(office.engine, CITY, upload.id, who, fingerprint="0" * 64)
    seen = preview(office.engine, CITY, upload.id).fingerprint
    commit(office.engine, CITY, upload.id, acting(), fingerprint=seen)
    assert waiting(office.engine) == 0


def test_a_letter_is_tried_again_under_the_same_name_and_given_up_in_the_end(
    office: PostOffice,
) -> None:
    committed(office.engine, row("1"))
    office.failure = NotSentError("Away")
    tried = list(office.open())
    assert [(each.reason, each.next_at) for each in tried] == [("Away", LATER + WAITS[0])]
    assert office.open()[0].letter.id != tried[0].letter.id
    while waiting(office.engine):
        tried += office.open(timedelta(hours=24))
    assert sum(each.letter.id == tried[0].letter.id for each in tried) == len(WAITS) + 1


def test_what_is_refused_for_good_holds_up_no_other(office: PostOffice) -> None:
    committed(office.engine, row("1"))
    office.failure = NotSentError("Unknown", is_final=True)
    assert [each.next_at for each in office.open()] == [None, None]
    assert waiting(office.engine) == 0


def test_a_letter_that_nobody_sends_is_forgotten_in_time(office: PostOffice) -> None:
    committed(office.engine, row("1"))
    sweep_uploads(office.engine, LATER + KEPT)
    assert waiting(office.engine) == 2
    sweep_uploads(office.engine, LATER + KEPT + timedelta(minutes=1))
    assert waiting(office.engine) == 0


def test_two_who_send_at_once_never_send_the_same_letter(office: PostOffice) -> None:
    committed(office.engine, row("1"))
    inner: list[Posted] = []

    def send_too() -> None:
        office.meanwhile = lambda: None
        inner.extend(office.open())

    office.meanwhile = send_too
    outer = office.open()
    assert len({each.letter.id for each in (*outer, *inner)}) == len(outer) + len(inner) == 2


def test_what_a_killed_process_had_claimed_is_due_again(office: PostOffice) -> None:
    committed(office.engine, row("1"))

    def die() -> None:
        raise KeyboardInterrupt

    office.meanwhile = die
    with pytest.raises(KeyboardInterrupt):
        office.open()
    office.meanwhile = lambda: None
    assert len(office.open()) == 1
    assert len(office.open(CLAIM)) == 1
    assert len({each.id for each in office.taken}) == 2
