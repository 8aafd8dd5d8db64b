"""Around: the link to the next page of a list, and the place where it states its total."""

import re
from collections.abc import Iterator

from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.probing.css import css_for

_NEXT = Css.of("a[rel~=next][href]")
_ONWARD = re.compile(
    r"(?:(?:zur )?nächsten?(?: seite)?|weitere? (?:angebote|stellen|seiten?|treffer)|weiter)"
    r"\s*[›»>→]*|[›»→]",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b\d{1,4}(?:</?\w+>|\s){1,3}(?:freie |offene |aktuelle )?"
    r"(?:stellen(?:angebote)?|angebote|treffer|ergebnisse|ausbildungs\w+|jobs)\b(?!.*\bseite\b)",
    re.IGNORECASE,
)
_LONGEST_TOTAL = 90
_BLOCKS = Css.of("p[class], div[class], span[class], strong[class]")


def list_keywords(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the keywords that declare a list's next page and its total, where it has them."""
    ways = (*_NEXT.select(root), *filter(_is_onward, root.iter("a")))
    if ways and (css := css_for(ways[:1], root)):
        yield "next_page", css
    stated = next(filter(_states_total, _BLOCKS.select(root)), None)
    if stated is not None and (css := css_for([stated], root)):
        yield "total", css


def _is_onward(tag: Element) -> bool:
    return "href" in tag.attrib and _ONWARD.fullmatch(plain(tag) or "") is not None


def _states_total(tag: Element) -> bool:
    """Say whether *tag* is short, and its first number is how many openings there are."""
    stated = plain(tag) or ""
    first = re.search(r"\d+", stated)
    found = _TOTAL.search(stated)
    return bool(
        first and found and len(stated) <= _LONGEST_TOTAL and first.start() == found.start()
    )
