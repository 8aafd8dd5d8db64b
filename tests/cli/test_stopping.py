"""Ctrl-C and the system's signal: what is under way says so, and nothing is there by half."""

import json
import signal
from pathlib import Path

import pytest

from tests.cli.calling import Shell
from tests.cli.hanging import Hanging, calling


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_source_under_way_is_interrupted_and_its_reading_dropped(
    hanging: Hanging, empty_federation: Path, stellenbund: Shell, sent: signal.Signals, code: int
) -> None:
    stellenbund("scrape")
    before = openings(stellenbund)
    hanging.hang()
    with calling(empty_federation, "scrape") as process:
        assert hanging.is_asked.wait(60)
        process.send_signal(sent)
        _, said = process.communicate(timeout=60)
    assert not hanging.may_go.is_set(), "the server still holds the page"
    assert process.returncode == code
    assert "Stopped; the sources that were finished stay" in said
    assert "Traceback" not in said
    runs = json.loads(stellenbund("runs", "--json").out)
    assert [(run["source"], run["outcome"]) for run in runs] == [
        ("site", "interrupted"),
        ("mehr", "applied"),
        ("site", "applied"),
    ]
    assert runs[0]["found"] == 0
    assert "abgebrochen" in runs[0]["reason"]
    assert openings(stellenbund) == before


def openings(stellenbund: Shell) -> object:
    """Return how many openings each city has."""
    return json.loads(stellenbund("cities", "--json").out)
