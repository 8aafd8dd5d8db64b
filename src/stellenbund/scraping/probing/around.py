"""Around: the link to the next page of a list, and the place where it states its total."""

import re
from collections.abc import Iterator

import soupsieve
from bs4 import BeautifulSoup, Tag

from stellenbund.scraping.markup import plain
from stellenbund.scraping.probing.css import css_for

_NEXT = soupsieve.compile("a[rel~=next][href]")
_LINKS = soupsieve.compile("a[href]")
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
_BLOCKS = soupsieve.compile("p[class], div[class], span[class], strong[class]")


def list_keywords(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield the keywords that declare a list's next page and its total, where it has them."""
    onward = _NEXT.select_one(soup) or next(filter(_is_onward, _LINKS.select(soup)), None)
    if onward is not None and (css := css_for([onward], soup)):
        yield "next_page", css
    stated = next(filter(_states_total, _BLOCKS.select(soup)), None)
    if stated is not None and (css := css_for([stated], soup)):
        yield "total", css


def _is_onward(tag: Tag) -> bool:
    return _ONWARD.fullmatch(plain(tag) or "") is not None


def _states_total(tag: Tag) -> bool:
    """Say whether *tag* is short, and its first number is how many openings there are."""
    stated = plain(tag) or ""
    first = re.search(r"\d+", stated)
    found = _TOTAL.search(stated)
    return bool(
        first and found and len(stated) <= _LONGEST_TOTAL and first.start() == found.start()
    )
