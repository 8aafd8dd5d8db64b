"""None said: the sentence by which a page says that there is no opening at present."""

import re
from collections.abc import Iterator

from stellenbund.scraping.markup import Element, lines
from stellenbund.scraping.scraper import NoOpenings

_NONE = re.compile(
    r"\bkeine?\b[^.?!]{0,40}(?:stellen|angebote|ausschreibung|position|jobs|einträge|ergebnisse)"
    r"[^?]*$",
    re.IGNORECASE,
)
_LONGEST = 200


def none_said(part: Element) -> Iterator[NoOpenings]:
    """Yield the first line of *part* that says so; a question asks for something else."""
    for line in lines(part):
        sentence = str(line)
        if len(sentence) <= _LONGEST and _NONE.search(sentence):
            yield NoOpenings(sentence)
            return
