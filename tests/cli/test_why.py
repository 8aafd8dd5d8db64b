"""why: asking at the command line what became of a record."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.store.runs import LoggedRun
from tests.cli.calling import Shell
from tests.flows.deciding import doubted


@pytest.fixture
def waiting(federation_on_both: Path, engine: Engine) -> LoggedRun:
    """A doubted run in the database that the command line uses."""
    assert federation_on_both.exists()
    return doubted(engine)


def test_the_steps_of_a_record_are_shown(waiting: LoggedRun, stellenbund: Shell) -> None:
    answer = stellenbund("why", "musterstadt/site", "z")
    assert answer.code == 0
    assert answer.out.startswith("z: not published\n")
    assert "held_back" in answer.out
    assert f" {waiting.id} " in answer.out
    assert stellenbund("why", "musterstadt/site", "a").out.startswith("a: published as ")


@pytest.mark.usefixtures("waiting")
def test_the_steps_as_json(stellenbund: Shell) -> None:
    document = json.loads(stellenbund("why", "musterstadt/site", "d", "--json").out)
    assert (document["reference"], document["is_public"]) == ("d", True)
    assert "held_back" in {step["kind"] for step in document["steps"]}


@pytest.mark.usefixtures("waiting")
def test_an_unknown_reference_is_told_a_likely_one(stellenbund: Shell) -> None:
    answer = stellenbund("why", "musterstadt/site", "A")
    assert answer.code == 1
    assert answer.err == (
        "musterstadt/site showed nothing of its city under A within the last year: it lists that "
        "under another employer, or not at all. Did you mean a?\n"
    )


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize("source", ["site", "/site", "musterstadt/", ""])
def test_a_source_is_named_with_its_city(stellenbund: Shell, source: str) -> None:
    answer = stellenbund("why", source, "a")
    assert answer.code == 2
    assert answer.err.startswith("A source is named CITY/SOURCE")


@pytest.mark.usefixtures("waiting")
def test_an_unknown_source_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("why", "musterstadt/sit", "a")
    assert (answer.code, answer.err) == (1, "There is no source musterstadt/sit.\n")
