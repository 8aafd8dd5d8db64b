"""Files: whether a page is a PDF file, or links to some that look like openings."""

from collections.abc import Iterator

from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import PDF
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.css import css_for
from stellenbund.scraping.probing.titles import is_about_openings, is_title
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.readers.pdf_notices import pdf_notices

_FILES = Css.of('a[href*=".pdf" i]')


def clues(view: View, _: Tour) -> Iterator[Clue]:
    """Yield the page if it is a PDF file, or has links to such; it is the last resort."""
    url = view.page.url
    if view.page.content_type == PDF:
        yield _clue(url, "PDF file", Certainty.CERTAIN, Call(pdf_notices, (url,)))
        return
    tags = [] if view.root is None else _FILES.select(view.root)
    wanted = [tag for tag in tags if _is_about_openings(f"{plain(tag)} {tag.get('href')}")]
    if wanted and view.root is not None:
        links = css_for(wanted, view.root)
        call = Call(pdf_notices, (url,), {"links": links} if links else {})
        yield _clue(url, f"{len(wanted)} links to PDF files", Certainty.POSSIBLE, call)


def _is_about_openings(words: str) -> bool:
    return is_title(words[:150]) or is_about_openings(words)


def _clue(url: str, seen: str, certainty: Certainty, call: Call) -> Clue:
    return Clue(reader="pdf_notices", seen=seen, place=url, certainty=certainty, call=call)
