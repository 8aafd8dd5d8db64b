"""Item: one posting of SmartRecruiters, from its row or its detail to a raw record."""

from collections.abc import Iterator
from urllib.parse import quote

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words

HUMAN_PAGE = "https://jobs.smartrecruiters.com"

_WORKING_TIMES = {"permanent": "Vollzeit", "full-time": "Vollzeit", "part-time": "Teilzeit"}
_KINDS = {"intern": "Praktikum"}


def read_item(item: Node, page: Page) -> RawRecord:
    """Return what *item* says; a row has the names of a detail, but none of its texts.

    Neither who created the posting is taken nor the description of the company, which is the
    same in all of them.
    """
    sections = next(inner(next(inner(item, "jobAd"), {}), "sections"), {})
    return RawRecord(
        page=page.url,
        reference=words(item, "id"),
        url=words(item, "postingUrl") or _human_page(item),
        apply_url=words(item, "applyUrl"),
        title=words(item, "name"),
        section=_label(item, "function"),
        kind=_kind(item),
        employer=words(item, "company"),
        org_unit=_label(item, "department"),
        description_html=_section(sections, "jobDescription", "additionalInformation"),
        profile_html=_section(sections, "qualifications"),
        places=tuple(_places(item)),
        posted=words(item, "releasedDate"),
        working_time=_working_time(item),
        language=words(next(inner(item, "language"), {}), "code"),
        labelled=tuple(_labelled(item)),
        is_partial=not sections,
    )


def _human_page(item: Node) -> str | None:
    """Return where people read the posting: by the company's name and the posting's id."""
    company = words(next(inner(item, "company"), {}), "identifier")
    reference = words(item, "id")
    if not company or not reference:
        return None
    return f"{HUMAN_PAGE}/{quote(company, safe='')}/{quote(reference, safe='')}"


def _label(item: Node, name: str) -> str | None:
    return words(next(inner(item, name), {}), "label")


def _employment_type(item: Node) -> tuple[str, str | None]:
    """Return the code and the label of the type of employment."""
    stated = next(inner(item, "typeOfEmployment"), {})
    return (words(stated, "id") or "").lower(), words(stated, "label")


def _kind(item: Node) -> str | None:
    """Return the type of employment, unless it only says how many hours one works."""
    code, label = _employment_type(item)
    return None if code in _WORKING_TIMES else _KINDS.get(code, label)


def _working_time(item: Node) -> str | None:
    code, _ = _employment_type(item)
    return _WORKING_TIMES.get(code)


def _section(sections: Node, *names: str) -> str | None:
    """Return the texts of the sections *names*, one below the other."""
    texts = (markup(section, "text") for name in names for section in inner(sections, name))
    return "\n".join(text for text in texts if text) or None


def _places(item: Node) -> Iterator[RawPlace]:
    for place in inner(item, "location"):
        found = RawPlace(
            name=words(place, "city"),
            street=words(place, "address"),
            postcode=words(place, "postalCode"),
            latitude=words(place, "latitude"),
            longitude=words(place, "longitude"),
        )
        if found != RawPlace():
            yield found


def _labelled(item: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields that the company has added of its own, and its own reference."""
    own = words(item, "refNumber")
    if own:
        yield "Referenznummer", own
    for field in inner(item, "customField"):
        label, value = words(field, "fieldLabel"), words(field, "valueLabel")
        if label and value:
            yield label, value
