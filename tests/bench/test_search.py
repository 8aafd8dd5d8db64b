"""Search bench: it counts as its words say, and the labelled questions reach the goals."""

import json
from collections import Counter

import pytest

from bench.search import (
    GOAL_PRECISION,
    GOAL_RECALL,
    Outcome,
    Question,
    Score,
    as_json,
    measure,
    misses,
    questions,
    scores,
    table,
)
from tests.catalogue.openings import opening

OUTCOMES = measure()
SCORES = scores(OUTCOMES)
QUESTION = Question("title", "Koch", ("koch*",), ("internship",), "")


def test_there_are_questions_of_every_class() -> None:
    classes = Counter(question.group for question in questions())
    assert classes.total() >= 200
    assert {"compound", "gender", "umlaut", "typo", "abbreviation", "everyday"} <= classes.keys()
    assert {"turkish", "arabic", "russian", "ukrainian", "english", "polish"} <= classes.keys()


def test_no_question_is_asked_twice() -> None:
    asked = Counter(question.text for question in questions() if question.group != "ukrainian")
    assert [text for text, count in asked.items() if count > 1] == []


def test_each_question_has_something_to_find() -> None:
    assert [each.question.text for each in OUTCOMES if not each.relevant] == []


@pytest.mark.parametrize("result", SCORES, ids=lambda each: each.group)
def test_every_class_reaches_the_goals(result: Score) -> None:
    assert result.is_good, misses(OUTCOMES)


def test_labels_decide_what_is_relevant() -> None:
    assert QUESTION.wants(opening(profession="koch"))
    assert QUESTION.wants(opening(kind="internship"))
    assert not QUESTION.wants(opening(title="Koch"))
    assert not QUESTION._replace(city="essen").wants(opening(profession="koch"))


def test_recall_is_of_as_many_as_can_be_shown() -> None:
    outcome = Outcome(QUESTION, relevant=40, shown=10, found=("Koch",) * 8, missed=("Maler",) * 2)
    assert (outcome.recall, outcome.precision) == (0.8, 0.8)
    outcome = Outcome(QUESTION, relevant=2, shown=0, found=(), missed=())
    assert (outcome.recall, outcome.precision) == (0.0, 0.0)


def test_the_scores_are_shown_to_people_and_to_programs() -> None:
    poor = Outcome(QUESTION, relevant=2, shown=2, found=("Koch",), missed=("Maler",))
    assert "below its goal" in table(scores([poor]))
    assert "wrong: Maler" in misses([poor])
    shown = json.loads(as_json(SCORES))
    assert shown[-1]["group"] == "all"
    assert all(each["recall"] >= GOAL_RECALL for each in shown)
    assert all(each["precision"] >= GOAL_PRECISION for each in shown)
