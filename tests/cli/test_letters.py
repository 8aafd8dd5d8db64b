"""Letters at the command line: sent with a commit, by deliver, and with an invitation."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.domain.access import Verb
from stellenbund.store.database import open_database
from tests.cli.calling import Shell
from tests.flows.inviting import accepted
from tests.flows.uploading import file_of, places, row
from tests.mailing.mailboxes import Mailboxes, open_mailboxes

SENDER = "stellen@betreiber.example"


@pytest.fixture
def mailboxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailboxes]:
    """A mail server on loopback that the settings name."""
    with open_mailboxes(Mailboxes()) as opened:
        monkeypatch.setenv("STELLENBUND_MAIL_SENDER", SENDER)
        monkeypatch.setenv("STELLENBUND_SMTP_URL", opened.url)
        yield opened


@pytest.fixture
def file(federation: Path, stellenbund: Shell) -> Path:
    """A file of one opening beside a database that knows its city."""
    assert stellenbund("migrate").code == 0
    assert stellenbund("scrape", "--saved").code in {0, 1}
    path = federation / "stellen.csv"
    path.write_bytes(file_of([row("1")]))
    return path


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    """The database that the commands use."""
    opened = open_database(sqlite_url)
    yield opened
    opened.dispose()


def test_a_commit_is_told_of_at_once(
    file: Path, stellenbund: Shell, engine: Engine, mailboxes: Mailboxes
) -> None:
    accepted(engine, "musterstadt", Verb.UPLOAD)
    answer = stellenbund("upload", str(file), "--city", "musterstadt", "--commit")
    assert "1 of 1 letters were sent." in answer.err
    (letter,) = mailboxes.letters
    assert letter["Subject"] == "Musterstadt: „stellen.csv“ ist übernommen"
    name = letter.get_content().partition("/verlauf/")[2].split()[0]
    stellenbund("uploads", "musterstadt", "--undo", name)
    assert mailboxes.letters[-1]["Subject"] == "Musterstadt: „stellen.csv“ ist zurückgenommen"


def test_a_server_that_fails_never_fails_a_commit_and_the_letter_waits(
    file: Path, stellenbund: Shell, engine: Engine, mailboxes: Mailboxes
) -> None:
    accepted(engine, "musterstadt", Verb.UPLOAD)
    mailboxes.answer = "451 Spaeter"
    answer = stellenbund("upload", str(file), "--city", "musterstadt", "--commit")
    assert answer.code == 0
    assert "did not take it: 451 Spaeter. Sent again at " in answer.err
    assert list(places(engine).values()) == [2]
    again = stellenbund("deliver")
    assert (again.code, again.err) == (0, "")


def test_deliver_says_what_is_given_up(
    file: Path,
    stellenbund: Shell,
    engine: Engine,
    mailboxes: Mailboxes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accepted(engine, "musterstadt", Verb.UPLOAD)
    url = mailboxes.url
    monkeypatch.delenv("STELLENBUND_SMTP_URL")
    told = stellenbund("upload", str(file), "--city", "musterstadt", "--commit").err
    assert "Letters wait for `stellenbund deliver`: STELLENBUND_SMTP_URL is not set here." in told
    monkeypatch.setenv("STELLENBUND_SMTP_URL", url)
    mailboxes.recipient = "550 Unbekannt"
    answer = stellenbund("deliver")
    assert answer.code == 1
    assert "did not take it: 550 Unbekannt. It is given up." in answer.err


def test_without_a_sender_it_is_said_that_no_letter_tells_of_it(
    file: Path, stellenbund: Shell
) -> None:
    words = ("upload", str(file), "--city", "musterstadt")
    assert "letter" not in stellenbund(*words).err
    said = "No letter tells of it: STELLENBUND_MAIL_SENDER is not set."
    assert said in stellenbund(*words, "--commit").err
    name = json.loads(stellenbund("uploads", "musterstadt", "--json").out)[0]["id"]
    assert said in stellenbund("uploads", "musterstadt", "--undo", name).err


def test_an_invitation_is_sent_and_its_link_not_printed(
    file: Path, stellenbund: Shell, mailboxes: Mailboxes
) -> None:
    assert file.exists()
    words = ("account", "invite", "p.muster@musterstadt.example", "--city", "musterstadt")
    answer = stellenbund(*words, "--name", "Petra Muster")
    assert (answer.code, answer.out) == (0, "")
    assert "it was sent to p.muster@musterstadt.example." in answer.err
    (letter,) = mailboxes.letters
    assert "/hr/einladung/" in letter.get_content()
    assert "Guten Tag, Petra Muster," in letter.get_content()
    mailboxes.answer = "554 Nein"
    printed = stellenbund(*words)
    assert printed.out.startswith("http://127.0.0.1:8000/hr/einladung/")
    assert "554 Nein" in printed.err
