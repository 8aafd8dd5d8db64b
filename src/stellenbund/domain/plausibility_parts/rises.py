"""Rises: whether far more records are odd than is usual at their source, or right anywhere."""

from collections.abc import Iterator, Sequence

from stellenbund.domain.finding import clip
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.plausibility_parts.bounds import DROP, FLOOR, percent, usual
from stellenbund.domain.plausibility_parts.oddities import ODDITIES
from stellenbund.domain.plausibility_parts.oddity import Oddity
from stellenbund.domain.plausibility_parts.testimony import testimonies
from stellenbund.domain.run import Run
from stellenbund.domain.survey import Survey, Tally

EXAMPLES = 3
LONGEST_EXAMPLE = 60


def doubt_rises(survey: Survey, harvest: Harvest, past: Sequence[Run]) -> Iterator[str]:
    """Doubt each oddity of which there is too much in *survey*, that of *harvest*.

    Up to three odd records are single cases, whatever their share.
    """
    for oddity in ODDITIES:
        tally = survey.oddities.get(oddity.name)
        before = [_share(run.survey, oddity) for run in past if run.survey and run.survey.records]
        if tally and tally.odd > FLOOR:
            complaint = _bounded(oddity, tally, before) or _compared(tally, before)
            if complaint:
                yield _sentence(oddity, tally, harvest, complaint)


def _share(survey: Survey, oddity: Oddity) -> float:
    tally = survey.oddities.get(oddity.name)
    return tally.share if tally else 0.0


def _bounded(oddity: Oddity, tally: Tally, before: Sequence[float]) -> str | None:
    """Complain of what is too much anywhere, unless a person let the like of it pass before."""
    if oddity.bound is None or tally.share <= oddity.bound:
        return None
    if before and before[0] > oddity.bound and tally.share <= before[0] + DROP:
        return None
    return f"mehr als {percent(oddity.bound)} sind es bei keiner heilen Quelle"


def _compared(tally: Tally, before: Sequence[float]) -> str | None:
    """Complain of what is 30 points more than usual, and more than three records more."""
    share = usual(before)
    if share is None:
        return None
    more = round(tally.share - share, 4)
    return f"üblich sind {percent(share)}" if more > DROP and more * tally.of > FLOOR else None


def _sentence(oddity: Oddity, tally: Tally, harvest: Harvest, complaint: str) -> str:
    """Return what a person reads about it; the reason of a run is public, so it names nobody."""
    texts = filter(None, map(oddity.example, testimonies(harvest)))
    found = [*dict.fromkeys(filter(None, map(without_persons, texts)))][:EXAMPLES]
    examples = [f"„{clip(text, LONGEST_EXAMPLE)}“" for text in found]
    shown = f", zum Beispiel {', '.join(examples)}" if examples else ""
    return (
        f"{tally.odd} von {tally.of} {oddity.among} {oddity.says}{shown}; {complaint}. "
        f"{oddity.advice}"
    )
