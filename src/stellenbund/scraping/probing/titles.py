"""Titles: which texts and addresses look like those of openings."""

import re
from urllib.parse import urlsplit

from stellenbund.scraping.page import Page

LONGEST = 160
_SHORTEST = 4

_TITLE = re.compile(
    r"\((?:[mwdfixa*]\s?[/|,]\s?){1,4}[mwdfixa*]\)"  # (m/w/d)
    r"|\w{2}(?:/-?|[:*_])(?:in(?:nen)?|r|n|mann|frau)\b|\w\(in\)"
    r"|\bausbildung (?:als|zu[rm]?|im)\b|auszubildende|\bazubi|anwärter|\bvolontari?at"
    r"|\b(?:duale[srn]?|praxisintegrierte\w*) (?:bachelor|master|stud|ausbildung)"
    r"|\bbachelor of\b|\((?:b|ll|m)\.\s?\w{1,4}\.?\)"
    r"|kauf(?:frau|mann|leute)|fachkraft|fachangestellt|meister(?:in)?\b|mechatronik|techniker"
    r"|sachbearbeit|freiwillig\w+ (?:soziale|ökologische)|bundesfreiwilligen|\bfsj\b"
    r"|einstiegsqualifizierung|\bpraktik(?:um|ant)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[/_-])(?:stellen?(?:angebote?|ausschreibung(?:en)?|markt|anzeigen?)?|jobs?|vacanc(?:y|ies)"
    r"|ausbildung(?:s(?:platz|plaetze|stellen?|angebote?|berufe?))?|angebote?|karriere|positions?"
    r"|offene-stellen|jobboerse|berufe)(?=[/_-]|\.|$)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"stelle|ausbildung|karriere|\bjobs?\b|beruf|bewerb|arbeitgeber|nachwuchs|azubi|stellenmarkt",
    re.IGNORECASE,
)
_TRAINING = re.compile(r"ausbildung|azubi|nachwuchs", re.IGNORECASE)


def is_title(text: str) -> bool:
    """Say whether *text* looks like the title of an opening.

    >>> [is_title(each) for each in ("Straßenwärter/in", "Koch (m/w/d)", "Unsere Ausbildung")]
    [True, True, False]
    """
    return _SHORTEST <= len(text) <= LONGEST and _TITLE.search(text) is not None


def is_opening(url: str) -> bool:
    """Say whether the address looks like that of one opening: something below such a place.

    >>> is_opening("https://stadt.example/stellen/koch-7"), is_opening("https://a.example/stellen/")
    (True, False)
    """
    parts = urlsplit(url)
    place, _, name = parts.path.rstrip("/").rpartition("/")
    return bool(name or parts.query) and _PLACE.search(place or "/") is not None


def is_about_openings(text: str) -> bool:
    """Say whether *text* promises openings, as a link to a list of them does."""
    return _ABOUT.search(text) is not None


def is_training(page: Page) -> bool:
    """Say whether *page* is about training alone, as far as its address and its title tell."""
    title = re.search(r"<title[^>]{0,200}>([^<]{0,300})", page.text[:50_000], re.IGNORECASE)
    named = title[1] if title else ""
    is_mixed = re.search(r"stelle|job", named, re.IGNORECASE) is not None
    is_there = _TRAINING.search(urlsplit(page.url).path) or _TRAINING.search(named)
    return is_there is not None and not is_mixed
