"""Quality bench: precision and recall of the normalisers on the labelled corpus beside it.

A text whose label is *none* or *refused* has no value: a value read from it costs precision, a
value that is missed or wrong costs recall.
"""

import argparse
import json
import sys
from collections import defaultdict
from typing import NamedTuple

from bench.corpus.cases import Case, cases

GOALS = {"kinds": 0.97, "professions": 0.95, "dates": 0.98, "certificates": 0.98, "pay": 0.98}
"""What precision and recall must reach; a normaliser without a goal is only shown."""


class Score(NamedTuple):
    """How a normaliser did on its cases."""

    normaliser: str
    cases: int
    precision: float
    recall: float
    misses: tuple[Case, ...]

    @property
    def is_good(self) -> bool:
        """Whether precision and recall reach the goal."""
        return min(self.precision, self.recall) >= GOALS.get(self.normaliser, 0)


def measure() -> tuple[Score, ...]:
    """Return the score of each normaliser."""
    found: dict[str, list[Case]] = defaultdict(list)
    for normaliser, case in cases():
        found[normaliser].append(case)
    return tuple(score(normaliser, its_cases) for normaliser, its_cases in found.items())


def score(normaliser: str, labelled: list[Case]) -> Score:
    """Return precision and recall over the *labelled* cases."""
    right = sum(1 for case in labelled if case.found and case.found == case.expected)
    found = sum(1 for case in labelled if case.found)
    expected = sum(1 for case in labelled if case.expected)
    return Score(
        normaliser=normaliser,
        cases=len(labelled),
        precision=right / found if found else 0.0,
        recall=right / expected if expected else 0.0,
        misses=tuple(case for case in labelled if case.found != case.expected),
    )


def table(scores: tuple[Score, ...], *, with_misses: bool) -> str:
    """Return the scores for people."""
    lines = [f"{'normaliser':14}{'texts':>6}{'precision':>11}{'recall':>8}{'goal':>6}{'misses':>8}"]
    for each in scores:
        goal = f"{GOALS[each.normaliser]:.2f}" if each.normaliser in GOALS else "–"
        mark = "" if each.is_good else "  below its goal"
        lines.append(
            f"{each.normaliser:14}{each.cases:6}{each.precision:11.4f}{each.recall:8.4f}"
            f"{goal:>6}{len(each.misses):8}{mark}"
        )
        misses = each.misses if with_misses else ()
        lines += [
            f"    {case.text}\n        expected: {case.expected or 'nothing'}"
            f"\n        found:    {case.found or 'nothing'}"
            for case in misses
        ]
    return "\n".join(lines)


def as_json(scores: tuple[Score, ...]) -> str:
    """Return the scores for programs."""
    content = [
        each._asdict()
        | {"misses": [case._asdict() for case in each.misses]}
        | {"goal": GOALS.get(each.normaliser), "is_good": each.is_good}
        for each in scores
    ]
    return json.dumps(content, ensure_ascii=False, indent=2)


def main() -> int:
    """Print the scores; the exit code is 1 if a normaliser is below its goal."""
    parser = argparse.ArgumentParser(prog="bench quality", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.add_argument("--misses", action="store_true", help="list each text that was misread")
    arguments = parser.parse_args()
    scores = measure()
    print(as_json(scores) if arguments.json else table(scores, with_misses=arguments.misses))
    return 0 if all(each.is_good for each in scores) else 1


if __name__ == "__main__":
    sys.exit(main())
