"""Good runs of a source for tests: what it usually has, says and is like."""

from collections.abc import Mapping

from stellenbund.domain.run import Outcome, Run
from stellenbund.domain.survey import Survey, Tally
from tests.builders import NOW


def good_run(
    found: int = 10,
    *,
    completeness: Mapping[str, float] | None = None,
    survey: Survey | None = None,
    **counts: int,
) -> Run:
    """Return a good run that showed *found* records."""
    return Run(
        city="musterstadt",
        source="site",
        trigger="test",
        sample=False,
        started_at=NOW,
        finished_at=NOW,
        outcome=Outcome.APPLIED,
        found=found,
        completeness=dict(completeness or {}),
        survey=survey,
        **counts,
    )


def surveyed(**shares: float) -> Run:
    """Return a run in which these shares of its records were odd; ``__`` stands for a dot."""
    tallies = {
        name.replace("__", "."): Tally(odd=round(share * 1000), of=1000)
        for name, share in shares.items()
    }
    return good_run(survey=Survey(records=1000, oddities=tallies))
