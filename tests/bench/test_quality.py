"""Quality bench: it counts as its words say, and the corpus reaches the goals."""

import json

import pytest

from bench.corpus.cases import Case
from bench.quality import GOALS, Score, as_json, measure, score, table

SCORES = measure()


def test_precision_counts_what_was_found_and_recall_what_was_to_be_found() -> None:
    cases = [
        Case("right", "a", "a"),
        Case("wrong", "a", "b"),
        Case("missed", "a", ""),
        Case("made up", "", "a"),
        Case("nothing", "", ""),
    ]
    result = score("dates", cases)
    assert result.precision == pytest.approx(1 / 3)
    assert result.recall == pytest.approx(1 / 3)
    assert [case.text for case in result.misses] == ["wrong", "missed", "made up"]
    assert not result.is_good


@pytest.mark.parametrize("result", SCORES, ids=lambda each: each.normaliser)
def test_the_corpus_is_large_enough_and_read_well_enough(result: Score) -> None:
    least = {"kinds": 300, "professions": 300, "dates": 150, "certificates": 80, "pay": 60}
    assert result.cases >= least.get(result.normaliser, 0)
    assert result.is_good, table((result,), with_misses=True)


def test_the_scores_are_shown_to_people_and_to_programs() -> None:
    shown = json.loads(as_json(SCORES))
    assert {each["normaliser"] for each in shown if each["goal"]} == GOALS.keys()
    failing = score("pay", [Case("gut", "all: 1.00", "")])
    assert "below its goal" in table((failing,), with_misses=False)
    assert "expected: all: 1.00" in table((failing,), with_misses=True)
