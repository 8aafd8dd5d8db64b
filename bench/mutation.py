"""Mutation bench: of small mistakes built into the code one at a time, how many the tests notice.

mutmut builds the mistakes and runs the tests; its settings stand in ``pyproject.toml``.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MUTANTS = ROOT / "mutants"
LOG = ROOT / "var" / "mutation.log"

GOAL = 0.9
"""Share of its mutants that the tests must notice, in each group."""

GROUPS = {
    "dates": ("normalisers.dates", "normalisers.date_parts", "normalisers.durations"),
    "certificates": ("normalisers.certificates", "normalisers.certificate_parts"),
    "pay": ("normalisers.pay", "normalisers.pay_parts"),
    "compare": ("diff",),
    "merge": ("merge", "kinship", "likeness"),
    "plausibility": ("plausibility*",),
}
"""What is mutated together: modules of the domain."""

KILLED = {1, 3}
TIMEOUT = {-24, -9, 24, 36, 152, 255}
"""How pytest ends under a mutant that it notices; -9 and ±24 stop one that never ends."""


class Tally(NamedTuple):
    """How the mutants of a group fared."""

    group: str
    mutants: int
    killed: int
    timeout: int

    @property
    def survived(self) -> int:
        """How many mutants no test noticed, or no test met."""
        return self.mutants - self.killed - self.timeout

    @property
    def share(self) -> float:
        """Which share was noticed; an endless loop is noticed too."""
        return (self.killed + self.timeout) / self.mutants if self.mutants else 0.0


def patterns(group: str) -> list[str]:
    """Return what the names of a group's mutants look like."""
    return [f"stellenbund.domain.{module}.*" for module in GROUPS[group]]


def run(groups: Iterable[str]) -> int:
    """Build and test the mutants of *groups* anew; return mutmut's exit code."""
    shutil.rmtree(MUTANTS, ignore_errors=True)
    LOG.parent.mkdir(exist_ok=True)
    mutmut = Path(sys.executable).with_name("mutmut")
    names = [pattern for group in groups for pattern in patterns(group)]
    with LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(  # noqa: S603 - our own tool
            [str(mutmut), "run", *names],
            cwd=ROOT,
            env=os.environ | {"HYPOTHESIS_PROFILE": "mutation"},
            stdout=log,
            stderr=log,
            check=False,
        )
    return done.returncode


def tally(group: str, folder: Path) -> Tally:
    """Count the results that mutmut left in *folder*."""
    ends = Counter(end for name, end in results(folder) if _belongs(name, group))
    return Tally(
        group,
        mutants=ends.total(),
        killed=sum(ends[end] for end in KILLED),
        timeout=sum(ends[end] for end in TIMEOUT),
    )


def results(folder: Path) -> Iterator[tuple[str, int | None]]:
    """Yield each mutant's name with how pytest ended; ``None`` is a mutant not tested yet."""
    for path in sorted(folder.rglob("*.meta")):
        yield from json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()


def _belongs(name: str, group: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns(group))


def table(tallies: Iterable[Tally]) -> str:
    """Return the tallies for people."""
    lines = [f"{'group':14}{'mutants':>8}{'killed':>8}{'survived':>10}{'timeout':>9}{'share':>8}"]
    for each in tallies:
        mark = "" if each.share >= GOAL else "  below the goal"
        lines.append(
            f"{each.group:14}{each.mutants:8}{each.killed:8}{each.survived:10}{each.timeout:9}"
            f"{each.share:8.1%}{mark}"
        )
    return "\n".join(lines)


def wanted(words: Sequence[str]) -> list[str]:
    """Return the groups that the *words* of the command line name; without any, all groups."""
    parser = argparse.ArgumentParser(prog="./dev mutate", description=__doc__)
    names = ", ".join(GROUPS)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"{names}; all unless named")
    groups: list[str] = parser.parse_args(words).groups
    if unknown := sorted(set(groups) - GROUPS.keys()):
        parser.error(f"no such group: {', '.join(unknown)}; there are {names}")
    return groups or list(GROUPS)


def main(words: Sequence[str]) -> int:
    """Print the tallies; the exit code is 1 if a group is below the goal."""
    groups = wanted(words)
    log = LOG.relative_to(ROOT)
    print(f"Mutating {', '.join(groups)}; {log} shows how far it is …", flush=True)
    if run(groups):
        print(f"mutmut could not finish; the reason stands at the end of {log}.")
        return 1
    tallies = [tally(group, MUTANTS) for group in groups]
    print(table(tallies))
    print("What survived: .venv/bin/mutmut browse")
    return 0 if all(each.share >= GOAL for each in tallies) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
