"""correct and corrections: setting values by hand at the command line."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.builders import harvest, notice
from tests.cli.calling import Shell
from tests.flows.desk import offered
from tests.stocking import JOBSUCHE, settled


@pytest.fixture
def opening(federation: Path, engine: Engine) -> str:
    """The id of an opening, in the database that the command line uses."""
    assert federation.exists()
    return offered(engine, harvest(notice("a", positions=2)), of=JOBSUCHE)


@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The one database that the command line uses here."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def test_values_are_set_cleared_and_listed_with_who_did_it(
    opening: str, stellenbund: Shell, engine: Engine
) -> None:
    words = ("positions=3", "deadline=01.02.2020", "--clear", "start", "--because", "Amt 10.")
    answer = stellenbund("correct", opening, *words, "--as", "Petra Muster")
    assert answer.code == 0
    assert answer.err == (
        "“Verwaltungsfachangestellte/r” of musterstadt is expired: its deadline is over, so it is "
        "no longer public.\n"
    )
    assert "deadline.long_past" in answer.out
    settled(engine, harvest(notice("a", positions=7)), of=JOBSUCHE)
    lines = stellenbund("corrections", "musterstadt").out.splitlines()
    (line,) = (line for line in lines if " positions " in line)
    assert line.split()[2:6] == ["positions", "3", "?", "7"]
    assert "Petra Muster" in line
    assert line.rstrip().endswith("Amt 10.")
    assert any(" start " in line and " cleared " in line for line in lines)
    (asked,) = json.loads(stellenbund("corrections", "musterstadt", "--asked", "--json").out)
    assert asked["correction"]["field"] == "positions"


def test_an_opening_is_hidden_and_shown(opening: str, stellenbund: Shell) -> None:
    hidden = stellenbund("correct", opening, "--hide", "--because", "Doppelt.")
    assert (hidden.code, hidden.err.endswith("is held: it is in no public answer.\n")) == (0, True)
    assert " hidden " in hidden.out
    assert " opening " in stellenbund("corrections", "musterstadt").out
    shown = stellenbund("correct", opening, "--show")
    assert (shown.code, shown.err.endswith("is published.\n")) == (0, True)
    assert json.loads(stellenbund("corrections", "musterstadt", "--json").out) == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 2, "Say what to correct: FIELD=TEXT, --clear FIELD, --hide or --show.\n"),
        (("positions",), 2, "positions: a value is set as FIELD=TEXT.\n"),
        (("a=1", "--clear", "a"), 2, "A field can be set or cleared once at a time.\n"),
        (("a=1", "--because", ""), 2, "--because: String should have at least 1 character.\n"),
        (
            ("deadline=Ende März",),
            1,
            "deadline cannot be read from this text. Type it like the example: 31.01.2027\n",
        ),
        (
            ("deadline=Quatsch",),
            1,
            "deadline cannot be read from this text. Type it like the example: 31.01.2027\n",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    opening: str, stellenbund: Shell, words: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = stellenbund("correct", opening, *words)
    assert (answer.code, answer.err) == (code, sentence)


@pytest.mark.usefixtures("opening")
def test_what_is_not_there_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("correct", "k7m2x9qa4w", "positions=3")
    assert (answer.code, answer.err) == (1, "There is no opening k7m2x9qa4w.\n")
    assert "No city is called bohcum" in stellenbund("corrections", "bohcum").err
