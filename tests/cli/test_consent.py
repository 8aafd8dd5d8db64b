"""release, reject and runs: deciding about a doubted run at the command line."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.store.runs import LoggedRun
from tests.cli.calling import Shell
from tests.flows.deciding import doubted


@pytest.fixture
def waiting(federation_on_both: Path, engine: Engine) -> LoggedRun:
    """A doubted run that waits, in the database that the command line uses."""
    assert federation_on_both.exists()
    return doubted(engine)


def test_open_questions_are_marked_and_can_be_asked_for(
    waiting: LoggedRun, stellenbund: Shell
) -> None:
    shown = stellenbund("runs", "--open").out
    assert " doubted ? " in shown
    assert f"{waiting.id}: It waits for a person: stellenbund release {waiting.id}" in shown
    assert [run["id"] for run in json.loads(stellenbund("runs", "--open", "--json").out)] == [
        waiting.id
    ]
    assert len(json.loads(stellenbund("runs", "--json").out)) == 4


def test_a_doubted_run_shows_what_it_would_change(waiting: LoggedRun, stellenbund: Shell) -> None:
    shown = stellenbund("runs", "--number", str(waiting.id)).out
    lines = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    assert "positions" in lines["changed"]
    assert "Verwaltungsfachangestellte/r" in lines["vanish"]
    (run,) = json.loads(stellenbund("runs", "--number", str(waiting.id), "--json").out)
    assert [(each["change"], each["reference"]) for each in run["changes"]] == [
        ("new", "z"),
        ("changed", "c"),
        *(("vanish", letter) for letter in "defghij"),
    ]


def test_a_dry_run_changes_nothing_and_needs_no_reason(
    waiting: LoggedRun, stellenbund: Shell
) -> None:
    dry = stellenbund("release", str(waiting.id), "--dry-run")
    assert (dry.code, dry.err) == (0, "Nothing was changed.\n")
    assert dry.out.count("vanish ") == 7
    assert len(json.loads(stellenbund("release", str(waiting.id), "--dry-run", "--json").out)) == 9
    assert "doubted ?" in stellenbund("runs", "--open").out


def test_a_release_shows_its_run_and_who_decided(waiting: LoggedRun, stellenbund: Shell) -> None:
    answer = stellenbund(
        "release", str(waiting.id), "--because", "Alle besetzt.", "--as", "Petra Muster"
    )
    assert answer.code == 0
    assert answer.err.startswith(f"Run {waiting.id} was released by Petra Muster on 20")
    assert answer.err.endswith(" UTC: Alle besetzt.\n")
    (line,) = (line for line in answer.out.splitlines() if " applied " in line)
    assert line.split()[0] == str(waiting.id + 1)
    assert "Petra Muster" in stellenbund("runs").out
    (entry,) = json.loads(stellenbund("audit", "--json").out)
    assert (entry["actor"], entry["deed"]) == ("Petra Muster", "run_released")
    assert stellenbund("runs", "--open", "--json").out == "[]\n"


def test_a_release_as_json(waiting: LoggedRun, stellenbund: Shell) -> None:
    words = ("release", str(waiting.id), "--because", "Alle besetzt.", "--as", "P", "--json")
    document = json.loads(stellenbund(*words).out)
    assert document["decision"]["caused"] == document["run"]["id"] == waiting.id + 1
    assert document["run"]["trigger"] == f"release of run {waiting.id}"


def test_a_rejection_says_who_decided(
    waiting: LoggedRun, stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "pmuster")
    answer = stellenbund("reject", str(waiting.id), "--because", "Die Seite war kaputt.")
    assert answer.code == 0
    assert answer.err.startswith(f"Run {waiting.id} was rejected by pmuster on ")
    assert answer.err.endswith("kaputt. Nothing else was changed.\n")
    assert len(json.loads(stellenbund("runs", "--json").out)) == 4


def test_a_rejection_as_json(waiting: LoggedRun, stellenbund: Shell) -> None:
    words = ("reject", str(waiting.id), "--because", "Kaputt.", "--as", "P", "--json")
    document = json.loads(stellenbund(*words).out)
    assert (document["decision"]["verdict"], document["decision"]["actor"]) == ("rejected", "P")


def test_who_is_too_late_is_told_who_was_faster(waiting: LoggedRun, stellenbund: Shell) -> None:
    stellenbund("reject", str(waiting.id), "--because", "Kaputt.", "--as", "Petra Muster")
    late = stellenbund("release", str(waiting.id), "--because", "Doch nicht.", "--as", "X")
    assert late.code == 1
    assert late.err.startswith(f"Run {waiting.id} was rejected by Petra Muster on ")
    assert late.err.count("\n") == 1


@pytest.mark.parametrize("word", ["release", "reject"])
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "--because: String should have at least 1 character.\n"),
        (("--because", " "), "--because: String should have at least 1 character.\n"),
        (("--because", "x" * 501), "--because: String should have at most 500 characters.\n"),
        (("--because", "x", "--as", ""), "--as: String should have at least 1 character.\n"),
    ],
)
def test_without_a_reason_or_a_name_nothing_is_decided(
    waiting: LoggedRun, stellenbund: Shell, word: str, options: tuple[str, ...], sentence: str
) -> None:
    answer = stellenbund(word, str(waiting.id), *options)
    assert (answer.code, answer.err) == (2, sentence)


def test_a_machine_that_does_not_know_the_person_asks(
    waiting: LoggedRun, stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 10001")

    monkeypatch.setattr("getpass.getuser", nobody)
    answer = stellenbund("reject", str(waiting.id), "--because", "Kaputt.")
    assert (answer.code, answer.err) == (
        2,
        "--as: this machine does not know who you are; say so.\n",
    )


@pytest.mark.usefixtures("waiting")
def test_a_run_that_never_was_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("release", "99", "--because", "x", "--as", "P")
    assert (answer.code, answer.err) == (1, "There is no run 99.\n")


@pytest.mark.usefixtures("federation")
@pytest.mark.parametrize("hours", ["-1", "nan", "inf", "1e12"])
def test_hours_that_cannot_be_meant_are_wrong_use(stellenbund: Shell, hours: str) -> None:
    answer = stellenbund("runs", "--within", hours)
    assert answer.code == 2
    assert answer.err.startswith("--within: hours are a number from 0 to ")
