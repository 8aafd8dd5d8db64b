"""Going out: of all processes one at a time asks the cities' sites."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine

from stellenbund.commands import check_links, scrape
from stellenbund.commands.environment import load_settings
from stellenbund.commands.going_out import going_out, going_out_by_hand, leaseholder
from stellenbund.commands.surroundings import now
from stellenbund.domain.lease import Lease
from stellenbund.flows.lease import Leaseholder
from stellenbund.store.database import open_database, writing
from stellenbund.store.leases import take_lease
from tests.cli.calling import Shell
from tests.cli.hanging import Hanging, calling
from tests.house.checkout import ROOT

A_MINUTE = timedelta(minutes=1)
LONG = 3_600.0
SHORT = 0.6

Holder = subprocess.Popen[str]
Hold = Callable[[str, float], Holder]


@pytest.fixture
def hold(database_url: str) -> Iterator[Hold]:
    """Return how a process of its own is started that wants the lease, for so many seconds."""
    with ExitStack() as processes:

        def start(name: str, seconds: float) -> Holder:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "tests.cli.holding", name, str(seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=ROOT,
                env=os.environ
                | {
                    "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
                    "STELLENBUND_DATABASE_URL": database_url,
                },
            )
            processes.enter_context(process)
            processes.callback(process.kill)
            return process

        yield start


def is_out(process: Holder) -> bool:
    """Wait until *process* says that it is out."""
    assert process.stdout is not None
    return process.stdout.readline() == "out\n"


def complaint(process: Holder) -> str:
    """Wait for the next line that *process* says on stderr."""
    assert process.stderr is not None
    return process.stderr.readline()


def last(engine: Engine) -> Lease:
    """Return the lease as it stands, by wanting it long before it can be had."""
    with writing(engine) as session:
        wanted = Lease(name="cities-sites", holder="a test", until=now())
        return take_lease(session, wanted, now() - timedelta(days=1))


def test_of_two_processes_the_second_waits_and_says_for_whom(hold: Hold) -> None:
    first = hold("scrape", LONG)
    assert is_out(first)
    second = hold("check-links", LONG)
    said = complaint(second)
    assert said.startswith(f"Waiting: scrape (process {first.pid} on ")
    assert "UTC" in said
    first.communicate(timeout=60)
    assert first.returncode == 0
    assert is_out(second)
    _, more = second.communicate(timeout=60)
    assert more == ""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 1), (signal.SIGTERM, 143)])
def test_who_is_stopped_gives_the_lease_back(
    hold: Hold, engine: Engine, sent: signal.Signals, code: int
) -> None:
    first = hold("scrape", LONG)
    assert is_out(first)
    first.send_signal(sent)
    _, said = first.communicate(timeout=60)
    assert "Stopped; gone." in said
    assert first.returncode in {code, -sent}
    assert last(engine).until < now() + A_MINUTE
    assert is_out(hold("check-links", LONG))


def test_the_lease_of_one_who_died_ends_by_itself(hold: Hold) -> None:
    first = hold("scrape", SHORT)
    assert is_out(first)
    first.kill()
    first.wait(60)
    assert is_out(hold("check-links", LONG))


def test_who_lives_keeps_the_lease_beyond_its_length(engine: Engine) -> None:
    us = replace(leaseholder(engine, "scrape"), length=timedelta(seconds=SHORT))
    with going_out(us) as is_lost:
        first = last(engine)
        while last(engine).until < first.until + timedelta(seconds=SHORT):
            time.sleep(0.05)
        assert last(engine).holder == us.name
    assert not is_lost.is_set()


def test_who_slept_too_long_is_told_that_the_lease_is_lost(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    us = replace(leaseholder(engine, "scrape"), length=timedelta(seconds=SHORT))
    they = Leaseholder(engine=engine, name="they", clock=lambda: now() + timedelta(hours=1))
    with going_out(us) as is_lost:
        assert they.take().holder == "they"
        assert is_lost.wait(60)
    assert last(engine).holder == "they"
    assert "this round stops" in capsys.readouterr().err


def test_two_processes_on_one_machine_never_share_a_name(engine: Engine) -> None:
    assert leaseholder(engine, "scrape").name != leaseholder(engine, "scrape").name


def test_links_are_not_checked_while_sources_are_read(
    hanging: Hanging, empty_federation: Path
) -> None:
    hanging.hang()
    with calling(empty_federation, "scrape") as reading:
        assert hanging.is_asked.wait(60)
        with calling(empty_federation, "check-links") as checking:
            assert complaint(checking).startswith(f"Waiting: scrape (process {reading.pid} on ")
            hanging.may_go.set()
            reading.communicate(timeout=60)
            checking.communicate(timeout=60)
            assert checking.returncode == 0


@contextmanager
def losing(_: Leaseholder) -> Iterator[Event]:
    """Lose the lease at once."""
    is_lost = Event()
    is_lost.set()
    yield is_lost


@pytest.mark.usefixtures("federation")
@pytest.mark.parametrize("command", [scrape, check_links])
def test_a_round_that_lost_its_lease_asks_nobody_and_fails(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch, command: object
) -> None:
    monkeypatch.setattr(command, "going_out", losing)
    word = "scrape" if command is scrape else "check-links"
    answer = stellenbund(word)
    assert answer.code == 1
    assert stellenbund("runs", "--json").out == "[]\n"


@pytest.mark.usefixtures("federation")
def test_a_command_by_hand_has_the_lease_too() -> None:
    engine = open_database(load_settings().database_url)
    with going_out_by_hand(load_settings(), "save"):
        assert last(engine).holder.startswith("save (process ")
        assert last(engine).until > now() + A_MINUTE
    assert last(engine).until < now() + A_MINUTE
    engine.dispose()


def test_where_there_is_no_database_nobody_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    with going_out_by_hand(load_settings(), "save"):
        assert "No database says" in capsys.readouterr().err


@pytest.mark.usefixtures("federation")
def test_saved_pages_are_read_whoever_is_out(stellenbund: Shell) -> None:
    engine = open_database(load_settings().database_url)
    they = Leaseholder(engine=engine, name="they", clock=now)
    assert they.take().holder == "they"
    assert stellenbund("scrape", "--saved").code == 0
    engine.dispose()
