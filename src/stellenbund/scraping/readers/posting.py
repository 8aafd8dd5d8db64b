"""Posting: from a JobPosting of schema.org to a raw record."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from stellenbund.domain.normalisers.person_parts.telephones import office_number
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import each, inner, is_true, markup, word, words
from stellenbund.scraping.readers.salary import salaries

_CONTACT_LINK = re.compile(r"(?:mailto|tel):([^?]*)(?:\?.*)?", re.IGNORECASE)
_WORKING_TIMES = {"FULL_TIME": "Vollzeit", "PART_TIME": "Teilzeit"}
_KINDS = {"INTERN": "Praktikum", "VOLUNTEER": "Freiwilligendienst"}
_NO_KIND = frozenset({"CONTRACTOR", "TEMPORARY", "PER_DIEM", "OTHER"})
_FURTHER = (
    "industry",
    "specialCommitments",
    "physicalRequirement",
    "jobLocationType",
    "applicantLocationRequirements",
    "keywords",
)


_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name"),
    "profession": ("occupationalCategory", "relevantOccupation"),
    "employer": ("hiringOrganization",),
    "requirements": ("experienceRequirements",),
    "certificate": ("educationRequirements",),
    "positions": ("totalJobOpenings",),
    "deadline": ("validThrough", "applicationDeadline"),
    "posted": ("datePosted",),
    "weekly_hours": ("workHours",),
    "language": ("inLanguage",),
}
"""The properties that hold each field as text, the first of them that has any."""

_MARKUP: Mapping[str, tuple[str, ...]] = {
    "description_html": ("description",),
    "tasks_html": ("responsibilities",),
    "profile_html": ("qualifications", "skills"),
    "benefits_html": ("jobBenefits", "incentiveCompensation"),
}
"""The properties that hold each field as markup, all of them together."""


def read_posting(node: Node, page: Page) -> RawRecord:
    """Return what *node*, a JobPosting on *page*, says; values stay as they are written."""
    texts = {field: words(node, *names) for field, names in _TEXTS.items()}
    texts |= {field: markup(node, *names) for field, names in _MARKUP.items()}
    record = RawRecord(
        page=page.url,
        reference=_reference(node),
        url=_address(node, page),
        apply_url=_apply_address(node, page),
        kind=_joined(_kinds(node)),
        org_unit=words(node, "employmentUnit") or _department(node),
        places=tuple(_places(node)),
        start=words(node, "jobStartDate") or _at_once(node),
        pay=_joined(salaries(node)),
        working_time=_joined(_working_times(node)),
        contact=_contact(node),
        labelled=tuple(_labelled(node)),
    )
    return replace(record, **texts)  # type: ignore[arg-type]


def _joined(texts: Iterable[str]) -> str | None:
    return ", ".join(dict.fromkeys(texts)) or None


def _reference(node: Node) -> str | None:
    """Return the first identifier: a text, a number, or a PropertyValue's value."""
    for identifier in each(node, "identifier"):
        if isinstance(identifier, dict):
            found = words(identifier, "value", "@value", "identifier", "name")
        else:
            found = word(identifier)
        if found:
            return found
    return None


def _address(node: Node, page: Page) -> str | None:
    """Return the posting's own address, as far as it states one."""
    main = next(inner(node, "mainEntityOfPage"), {})
    stated = (
        words(node, "url") or words(main, "url", "@id") or words(node, "mainEntityOfPage", "sameAs")
    )
    return page.link(stated)


def _apply_address(node: Node, page: Page) -> str | None:
    """Return where one applies: an action's target, or the contact's address."""
    for action in inner(node, "potentialAction"):
        target = next(inner(action, "target"), {})
        stated = words(target, "urlTemplate", "url") or words(action, "target", "url")
        if stated:
            return page.link(stated)
    contact = next(inner(node, "applicationContact"), {})
    return page.link(words(contact, "url"))


def _employment_types(node: Node) -> Iterator[str]:
    """Yield the employment types one by one, however they are listed."""
    for value in each(node, "employmentType"):
        yield from (part.strip() for part in (word(value) or "").split(",") if part.strip())


def _working_times(node: Node) -> Iterator[str]:
    for name in _employment_types(node):
        code = name.upper().replace("-", "_").rpartition("/")[2]
        if code in _WORKING_TIMES:
            yield _WORKING_TIMES[code]


def _kinds(node: Node) -> Iterator[str]:
    """Yield what an employment type says about the kind; the vocabulary has none for training."""
    for name in _employment_types(node):
        code = name.upper().replace("-", "_").rpartition("/")[2]
        if code not in _NO_KIND and code not in _WORKING_TIMES:
            yield _KINDS.get(code, name)


def _department(node: Node) -> str | None:
    """Return the department of the organisation that hires."""
    employers = inner(node, "hiringOrganization")
    return next((found for each in employers if (found := words(each, "department"))), None)


def _places(node: Node) -> Iterator[RawPlace]:
    """Yield the work places: a Place or several, with the address as object or as text."""
    for value in each(node, "jobLocation"):
        place = _place(value) if isinstance(value, dict) else RawPlace(name=word(value))
        if place != RawPlace():
            yield place


def _place(place: Node) -> RawPlace:
    address = next(inner(place, "address"), {})
    geo = next(inner(place, "geo"), place)
    own_name = words(place, "address") if not address else None
    return RawPlace(
        name=words(address, "addressLocality") or own_name or words(place, "name"),
        street=words(address, "streetAddress"),
        postcode=words(address, "postalCode"),
        latitude=words(geo, "latitude"),
        longitude=words(geo, "longitude"),
    )


def _at_once(node: Node) -> str | None:
    return "sofort" if is_true(node, "jobImmediateStart") else None


def _contact(node: Node) -> str | None:
    """Return the functional parts of the contact on one line."""
    found = (way for contact in inner(node, "applicationContact") for way in _ways(contact))
    return _joined(f"{label}{_bare(value)}" for label, value in found if value)


def _ways(contact: Node) -> Iterator[tuple[str, str | None]]:
    """Yield what *contact* is for and how to reach it, without the direct line of a person."""
    yield "", words(contact, "contactType")
    yield "E-Mail: ", words(contact, "email")
    yield "Telefon: ", office_number(words(contact, "telephone"), beside=words(contact, "name"))


def _bare(value: str) -> str:
    """Return what a link to a mailbox or a telephone stands for; other texts stay.

    >>> _bare("mailto:ausbildung@example.org?subject=Frage"), _bare("tel:+49%20521%20510")
    ('ausbildung@example.org', '+49 521 510')
    """
    link = _CONTACT_LINK.fullmatch(value)
    return unquote(link[1]) if link else value


def _labelled(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the texts of further properties that no field stands for."""
    pairs = ((name, words(node, name)) for name in _FURTHER)
    return ((name, value) for name, value in pairs if value)
