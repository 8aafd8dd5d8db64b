"""Job posting: an opening as schema.org describes one, with what search engines ask for.

Sources: https://schema.org/JobPosting and Google's guide to structured data of job postings. It
takes ``datePosted``, ``description``, ``hiringOrganization``, ``jobLocation`` and ``title`` for
necessary, and wants nothing that has expired.
"""

from collections.abc import Mapping
from datetime import timedelta
from html import escape
from typing import Any

from stellenbund.domain.city import City
from stellenbund.domain.clock import BERLIN, berlin_day, end_of_day
from stellenbund.domain.opening import Opening
from stellenbund.domain.statements import Pay, WorkPlace
from stellenbund.domain.vocabulary import Answer, Kind

MEDIA_TYPE = "application/ld+json"

_EMPLOYMENT: Mapping[Kind, str] = {Kind.INTERNSHIP: "INTERN", Kind.VOLUNTARY_YEAR: "VOLUNTEER"}
"""What is neither is trained for all day."""


def job_posting(opening: Opening, city: City, url: str) -> dict[str, Any]:
    """Return *opening* of *city* as a JobPosting in JSON-LD; *url* is where it stands in full."""
    posted = opening.posted_on or berlin_day(opening.first_seen_at)
    told = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": opening.title,
        "description": _description(opening),
        "identifier": {"@type": "PropertyValue", "name": city.name, "value": opening.id},
        "datePosted": posted.isoformat(),
        "validThrough": _last_moment(opening),
        "employmentType": _employment(opening),
        "hiringOrganization": _organization(opening, city),
        "jobLocation": [_location(each, city) for each in opening.places or (WorkPlace(),)],
        "jobStartDate": opening.starts_on.isoformat() if opening.starts_on else None,
        "baseSalary": _salary(opening.pay) if opening.pay and opening.pay.amounts else None,
        "totalJobOpenings": opening.positions,
        "directApply": False,
        "inLanguage": opening.language,
        "url": url,
    }
    return {name: value for name, value in told.items() if value is not None}


def _description(opening: Opening) -> str:
    """Return all texts as HTML; without any, the title as it was published."""
    parts = [opening.description_html] + [
        "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
        for text in (opening.tasks, opening.profile, opening.benefits)
        if text and text not in (opening.description_text or "")
    ]
    return "".join(part for part in parts if part) or f"<p>{escape(opening.title_published)}</p>"


def _last_moment(opening: Opening) -> str | None:
    """Return the last second of the deadline's day, as the clocks in Germany show it."""
    if opening.deadline_on is None:
        return None
    last = end_of_day(opening.deadline_on) - timedelta(seconds=1)
    return last.astimezone(BERLIN).isoformat()


def _employment(opening: Opening) -> list[str]:
    usual = [_EMPLOYMENT.get(opening.kind, "FULL_TIME")]
    return [*usual, "PART_TIME"] if opening.part_time.answer is Answer.YES else usual


def _organization(opening: Opening, city: City) -> dict[str, Any]:
    told = {"@type": "Organization", "name": f"Stadt {city.name}", "sameAs": city.website}
    unit = {"@type": "Organization", "name": opening.org_unit}
    return told | ({"department": unit} if opening.org_unit else {})


def _location(place: WorkPlace, city: City) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.name or city.name,
        "addressRegion": "NW",
        "addressCountry": "DE",
    }
    told: dict[str, Any] = {
        "@type": "Place",
        "address": {name: value for name, value in address.items() if value},
    }
    if place.latitude is not None and place.longitude is not None:
        point = {"latitude": place.latitude, "longitude": place.longitude}
        told["geo"] = {"@type": "GeoCoordinates", **point}
    return told


def _salary(pay: Pay) -> dict[str, Any]:
    """Return the stated amounts of the years of training, from the lowest to the highest."""
    amounts = [float(each.amount) for each in pay.amounts]
    value = {"minValue": min(amounts), "maxValue": max(amounts), "unitText": "MONTH"}
    return {
        "@type": "MonetaryAmount",
        "currency": pay.currency,
        "value": {"@type": "QuantitativeValue", **value},
    }
