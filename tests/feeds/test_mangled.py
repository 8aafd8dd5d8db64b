"""Files damaged at random are read or refused; ``./dev bench mangled_feeds`` tries many more."""

import random

from bench.mangled_feeds import attacks, case_files, outcome

SOME = 150


def test_no_damage_makes_a_file_that_is_neither_read_nor_refused() -> None:
    chance = random.Random(17)  # noqa: S311 - damage needs no secrecy
    answers = [outcome(body) for body in attacks(case_files(), SOME, chance)]
    assert len(answers) == SOME
    assert {"report"} < set(answers)
