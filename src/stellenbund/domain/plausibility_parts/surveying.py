"""Surveying: from the notices of a harvest to what they are like on the whole."""

from statistics import median

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility_parts.oddities import ODDITIES
from stellenbund.domain.plausibility_parts.testimony import testimonies
from stellenbund.domain.survey import Survey, Tally


def survey(harvest: Harvest) -> Survey:
    """Return how many notices of *harvest* are odd in each way, and how long their texts are.

    The findings of the harvest must still be with it: they tell what was odd.
    """
    told = testimonies(harvest)
    texts = [each.fields.description_text for each in told]
    lengths = [len(text) for text in texts if text]
    tallies = {
        oddity.name: Tally(
            odd=sum(oddity.example(each) is not None for each in told),
            of=sum(oddity.is_judged(each) for each in told),
        )
        for oddity in ODDITIES
    }
    return Survey(
        records=len(told),
        text_length=round(median(lengths)) if lengths else None,
        oddities={name: tally for name, tally in tallies.items() if tally.of},
    )
