"""Serving course: the same work for several servers, done in turns, so that the ratios are fair."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from bench.serving_load import Load
from bench.serving_processes import Measured, Server, measured

WARM_UP = 0.3
"""Seconds of a load that does not count, before the first round."""


class Course(NamedTuple):
    """A kind of work; for each contestant, what it is asked in a certain round."""

    work: str
    loads: Mapping[str, Callable[[int], Load]]
    expected: str = "200"


class Result(NamedTuple):
    """How a contestant did the work: a trial for each round."""

    work: str
    contestant: str
    trials: Sequence[Measured]

    @property
    def per_second(self) -> float:
        """Answers in a second, at the median of the rounds."""
        return median(each.came.per_second for each in self.trials)

    @property
    def p50_ms(self) -> float:
        """Half of the answers took no longer."""
        return median(each.came.p50_ms for each in self.trials)

    @property
    def p99_ms(self) -> float:
        """99 of 100 answers took no longer."""
        return median(each.came.p99_ms for each in self.trials)

    @property
    def spread(self) -> float:
        """How many times the time of half of the answers those take that take longest."""
        return median(each.came.p99_ms / each.came.p50_ms for each in self.trials)

    @property
    def cpu_us(self) -> float:
        """What an answer took of the server's processor."""
        return median(each.cpu_us for each in self.trials)

    def cheaper_than(self, rival: "Result") -> float:
        """Return how many times as much of the processor an answer of *rival* took."""
        pairs = zip(self.trials, rival.trials, strict=True)
        return median(other.cpu_us / one.cpu_us for one, other in pairs)

    def against(self, rival: "Result") -> float:
        """Return how many times the answers of *rival* came in the same round, at the median."""
        pairs = zip(self.trials, rival.trials, strict=True)
        return median(one.came.per_second / other.came.per_second for one, other in pairs)


def compete(course: Course, servers: Mapping[str, Server], rounds: int) -> Iterator[Result]:
    """Let the contestants of *course* take turns, and yield the result of each.

    Raises:
        ValueError: an answer had another status than the expected one, or did not come.
    """
    trials: dict[str, list[Measured]] = {name: [] for name in course.loads}
    for number in range(rounds + 1):
        for name, load_of in course.loads.items():
            wanted = load_of(number)
            if number == 0:
                measured(servers[name], wanted._replace(seconds=WARM_UP))
                continue
            trial = measured(servers[name], wanted)
            if trial.came.lost or set(trial.came.statuses) != {course.expected}:
                message = f"{name}, {course.work}: {trial.came.statuses}, lost {trial.came.lost}"
                raise ValueError(message)
            trials[name].append(trial)
    for name, its in trials.items():
        yield Result(course.work, name, its)
