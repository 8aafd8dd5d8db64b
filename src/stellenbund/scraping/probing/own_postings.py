"""Own postings: whether a page tells openings in structured data itself."""

from collections.abc import Iterator

from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.sources import site_call
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.postings import read_postings


def clues(view: View, _: Tour) -> Iterator[Clue]:
    """Yield the page if it holds JobPosting; one alone may be one opening's own page."""
    records = read_postings(view.page).records if view.root is not None else []
    if records:
        yield Clue(
            reader="job_posting",
            seen=f"{len(records)} JobPosting",
            place=view.page.url,
            certainty=Certainty.CERTAIN if len(records) > 1 else Certainty.LIKELY,
            call=site_call(view.page.url, Call(job_posting), view.page),
        )
