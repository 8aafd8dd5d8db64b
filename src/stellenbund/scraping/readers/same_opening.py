"""Same opening: whether a page proves to be that of the opening which a list told of."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.normalisers.mojibake import mended
from stellenbund.domain.normalisers.profession_parts.name_words import name_words
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page

_UNTELLING = re.compile(
    r"(?:berufs|erst)?ausbildung\w*|azubis?|azubine|auszubildend|lehre|lehrstellen?|lehrlinge?"
    r"|dual\w*|studium|praktikum|stellen?(?:angebote?)?|jobs?|neu|start|beginn|ab|wir|suchen"
)
"""Words of a title that stand on the page of any training place."""

_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.")
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"20\d\d")
_SHORTEST = 5
"""Letters of a word that may be a part of another: Gärtner, Landschaftsgärtner."""


def is_same(page: Page, listed: RawRecord, told: RawRecord | None = None) -> bool:
    """Say whether *page*, which tells *told* of an opening, is that of the *listed* one.

    The same reference proves it, and so does a title that fits; which one the address asked for
    proves nothing, as a portal in disorder answers each of them with the same page. If it was led
    on to the address of another opening, the title proves nothing either: many have the same.
    """
    if told and told.reference and fold(told.reference) == fold(listed.reference or ""):
        return True
    if listed.url and leads_elsewhere(listed.url, page.url, listed.reference):
        return False
    if not _telling(listed.title or ""):
        return True
    if told and told.title and _telling(told.title):
        return are_alike(listed.title or "", told.title)
    return is_named(listed.title or "", page)


def is_named(title: str, page: Page) -> bool:
    """Say whether *page* calls itself, or a part of it, by something like *title*."""
    return any(are_alike(title, name) for name in _names(page))


def are_alike(one: str, other: str) -> bool:
    """Say whether two titles can be those of one opening, whatever genders they name.

    >>> are_alike("Ausbildung Köchin/Koch 2027", "Koch (m/w/d) zum 01.09.2027 | Musterstadt")
    True
    >>> are_alike("Koch (m/w/d)", "Gärtner/in"), are_alike("Stelle 1: Koch", "Stelle 11: Koch")
    (False, False)
    """
    one, other = mended(one), mended(other)
    if fold(one) == fold(other):
        return True
    return not _contradict(one, other) and (
        _are_nested(_telling(one), _telling(other)) or _is_one_profession(one, other)
    )


def leads_elsewhere(asked: str, final: str, reference: str | None) -> bool:
    """Say whether the address *asked* for led on to that of another opening of the same site.

    >>> leads_elsewhere("https://a.example/koch-j1.html", "https://a.example/gaertner-j2.html", "1")
    True
    >>> leads_elsewhere("https://a.example/j1.html", "https://a.example/koch-j1.html?sid=2", "1")
    False
    """
    before, after = _parts(asked), _parts(final)
    if before.netloc != after.netloc or before.path.count("/") != after.path.count("/"):
        return False
    if reference and _bears(before, reference):
        is_kept = _bears(after, reference)
    else:
        is_kept = not _numbers(before) or bool(_numbers(before) & _numbers(after))
    return not is_kept and bool(_numbers(after) - _numbers(before))


def other_opening(page: Page, listed: RawRecord, told: RawRecord | None = None) -> Finding:
    """Remark that the page of a listed opening does not prove to be its own."""
    name = told.title if told and told.title else next(_names(page), "")
    return Finding(
        severity=Severity.WARNING,
        rule="page.other_opening",
        message=f"Die Seite zu „{clip(listed.title or '', 80)}“ zeigt offenbar eine andere Stelle; "
        "es bleibt bei dem, was die Liste sagt.",
        reference=listed.reference or listed.url,
        place=page.url,
        value=clip(name) or None,
        remedy="Bitte die Seite im Browser öffnen: Führt der Link der Liste zur richtigen Stelle, "
        "sollte sie dort ähnlich heißen wie in der Liste.",
    )


def _telling(title: str) -> frozenset[str]:
    """Return the words of *title* that tell openings apart, in one form for all genders."""
    return frozenset(word for word in name_words(title[:300]) if not _UNTELLING.fullmatch(word))


def _are_nested(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, more = sorted((one, other), key=len)
    return bool(fewer) and all(any(_is_part(word, each) for each in more) for word in fewer)


def _is_part(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return word == other or (len(shorter) >= _SHORTEST and shorter in longer)


def _is_one_profession(one: str, other: str) -> bool:
    """Say whether both name one profession, in whatever words."""
    first, second = match_profession(one), match_profession(other)
    return first is not None and second is not None and first.slug == second.slug


def _contradict(one: str, other: str) -> bool:
    """Say whether two titles name different years, or different numbers that are no days."""
    first, second = (set(_NUMBER.findall(_DATE.sub(" ", each))) for each in (one, other))
    years = [set(filter(_YEAR.fullmatch, each)) for each in (first, second)]
    others = [each - known for each, known in zip((first, second), years, strict=True)]
    return any(all(pair) and pair[0].isdisjoint(pair[1]) for pair in (years, others))


def _parts(url: str) -> SplitResult:
    """Return the parts of an address without what the session adds."""
    parts = urlsplit(canonical(url))
    return parts._replace(netloc=parts.netloc.removeprefix("www."), path=parts.path.rstrip("/"))


def _bears(parts: SplitResult, reference: str) -> bool:
    """Say whether an address holds *reference*, and not only as a part of a longer number."""
    wanted = rf"(?<![0-9]){re.escape(reference)}(?![0-9])"
    return re.search(wanted, f"{parts.path}?{parts.query}", re.IGNORECASE) is not None


def _numbers(parts: SplitResult) -> set[str]:
    return set(_NUMBER.findall(f"{parts.path}?{parts.query}"))


def _names(page: Page) -> Iterator[str]:
    """Yield what *page* calls itself and its parts."""
    for tag in page.root.iter("h1", "h2", "h3", "title", "meta"):
        name = _stated_title(tag) if tag.tag == "meta" else plain(tag)
        if name:
            yield name


def _stated_title(meta: Element) -> str | None:
    return meta.get("content") if meta.get("property") == "og:title" else None
