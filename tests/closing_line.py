"""The closing lines of a test run: how many passed, per database and in all."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

DATABASES = ("sqlite", "postgresql")
WORDS = ("passed", "failed", "skipped")

_PARAMETERS = re.compile(r"\[(.+)\]$")


def database_of(nodeid: str) -> str | None:
    """Return the database that a test ran on: it stands among the parameters of its id."""
    found = _PARAMETERS.search(nodeid)
    words = found[1].split("-") if found else []
    return next((name for name in DATABASES if name in words), None)


def outcome_of(report: pytest.TestReport) -> str | None:
    """Return what a report adds to the count: a failed set-up or tear-down is a failure too."""
    if report.failed:
        return "failed"
    if report.skipped or (report.when == "call" and report.passed):
        return report.outcome
    return None


def line(counts: Mapping[str, int]) -> str:
    """Write counts as every reader of test logs knows them."""
    return ", ".join(f"{counts.get(word, 0)} {word}" for word in WORDS)


class ClosingLine:
    """Counts each test once, by its worst report."""

    def __init__(self) -> None:
        self.outcomes: dict[str, str] = {}
        self.broken: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the worst that was said about a test."""
        outcome = outcome_of(report)
        if outcome and self.outcomes.get(report.nodeid) != "failed":
            self.outcomes[report.nodeid] = outcome

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Count a file that cannot even be collected."""
        if report.failed:
            self.broken.add(report.nodeid)

    def lines(self) -> Iterator[str]:
        """Yield one line per database that was tested, then the sum alone on its line."""
        for database in DATABASES:
            of_it = {name: word for name, word in self.outcomes.items() if _is(name, database)}
            if of_it:
                yield f"on {database}: {line(Counter(of_it.values()))}"
        total = Counter(self.outcomes.values())
        total["failed"] += len(self.broken)
        yield line(total)


def _is(nodeid: str, database: str) -> bool:
    return database_of(nodeid) == database


def pytest_configure(config: pytest.Config) -> None:
    """Count where the reports arrive: in the process that prints, never in a worker."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(ClosingLine(), "closing-line-counts")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Print after everything that pytest itself has to say."""
    counts = config.pluginmanager.get_plugin("closing-line-counts")
    if isinstance(counts, ClosingLine) and (counts.outcomes or counts.broken):
        sys.stdout.write("\n" + "\n".join(counts.lines()) + "\n")
        sys.stdout.flush()
