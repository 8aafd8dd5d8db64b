"""Generated openings: as many as a bench needs, invented, always the same, of every profession.

They are shaped like those of nine cities: German titles as they are written, descriptions of 600 to
2,000 characters that name much which the opening is not, and some thirty fields.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from stellenbund.domain.gazetteer import MUNICIPALITIES, Municipality
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Opening
from stellenbund.domain.profession import Profession
from stellenbund.domain.vocabulary import Kind

TODAY = date(2026, 11, 25)
"""The day on which the openings are what they are."""

CITIES = (
    *("Bielefeld", "Bochum", "Bottrop", "Dortmund", "Duisburg", "Düsseldorf", "Essen"),
    *("Gelsenkirchen", "Mülheim an der Ruhr"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz23456789"
_SENTENCES: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "sentences.toml").read_text(encoding="utf-8")
)
_OFFICES = 40
"""Addresses per city."""

_SHORTEST = 600
_LONGEST = 2_000
"""Characters of a description."""

_IN_FULL = 10
"""Letters from which on another name is no abbreviation."""

_BARE = 20
"""One opening in so many has no profession."""

_CERTIFICATES = ("none", "hauptschule_9", "hauptschule_10", "mittlerer", "fhr", "abitur", None)


def generated(count: int, *, seed: int = 2027) -> Iterator[Opening]:
    """Yield *count* openings, always the same for the same *seed*."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    cities = [each for each in MUNICIPALITIES.values() if each.name in CITIES]
    professions = list(PROFESSIONS.values())
    for number in range(count):
        profession = professions[number % len(professions)] if number % _BARE else None
        yield Opening.model_validate(_opening(number, profession, random.choice(cities), random))


def _opening(
    number: int, profession: Profession | None, city: Municipality, random: Random
) -> dict[str, Any]:
    year = random.choice((2026, 2027, 2027, 2027, 2028))
    field = profession.kldb[0] if profession and profession.kldb else random.choice("1345789")
    work, unit = _SENTENCES["fields"][field]
    facts = {"city": city.name, "year": year, "unit": unit}
    kind, published, title = _names(profession, facts, random)
    return {
        "title_published": published,
        "title": title,
        "kind": kind,
        "profession": profession.slug if profession else None,
        "kldb": profession.kldb if profession else None,
        "org_unit": unit if _happens(60, random) else None,
        "places": [_place(city, random)],
        **_life(number, city, random),
        **_texts(work, facts | {"title": title}, random),
        **_times(year, random),
        **_terms(random),
        **_claims(random),
        **_addresses(number, city),
    }


def _life(number: int, city: Municipality, random: Random) -> dict[str, Any]:
    seen = datetime(2026, 7, 1, 6, tzinfo=UTC) + timedelta(minutes=number % 200_000)
    return {
        "id": opening_id(number),
        "city": fold(city.name).replace(" ", "-"),
        "status": "withdrawn" if number % 37 == 0 else "published",
        "sample": True,
        "first_seen_at": seen,
        "last_seen_at": seen + timedelta(days=100),
        "content_changed_at": seen + timedelta(minutes=random.randrange(140_000)),
        "sequence": number + 1,
        "origins": _origins(number, random),
    }


def _names(
    profession: Profession | None, facts: Mapping[str, Any], random: Random
) -> tuple[Kind, str, str]:
    """Return kind, published title and clean title; some adverts use another name."""
    if profession is None:
        kind, pattern = random.choice(_SENTENCES["without_profession"])
        title = pattern.format(**facts)
        return Kind(kind), title, title
    others = [alias for alias in profession.aliases if len(alias) >= _IN_FULL]
    title = random.choice(others) if others and _happens(25, random) else profession.title
    patterns = _SENTENCES["studies" if profession.kind is Kind.DUAL_STUDY else "titles"]
    return profession.kind, random.choice(patterns).format(title=title, **facts), title


def _texts(work: str, facts: Mapping[str, Any], random: Random) -> dict[str, str]:
    """Return the description, and its parts as the ones that a source separates."""

    def some(name: str, count: int) -> list[str]:
        return [_filled(each, facts, random) for each in random.sample(_SENTENCES[name], count)]

    tasks, profile = some(work, random.randint(3, 6)), some("profile", random.randint(3, 6))
    benefits = some("benefits", random.randint(2, 6))
    lists = ["\n".join(f"• {each}" for each in part) for part in (tasks, profile, benefits)]
    first, last = some("opening", random.randint(2, 5)), some("closing", random.randint(2, 4))
    whole = [*first, *lists, *last]
    text = "\n\n".join(whole)[:_LONGEST].strip()
    while len(text) < _SHORTEST:
        text += "\n\n" + some("closing", 1)[0]
    parts = {"tasks": lists[0], "profile": lists[1], "benefits": lists[2]}
    html = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return {"description_text": text, "description_html": html} | parts


def _filled(sentence: str, facts: Mapping[str, Any], random: Random) -> str:
    noun = "".join(random.choice(_SENTENCES[f"noun_{part}"]) for part in (1, 2, 3))
    return sentence.format(noun=noun, street=random.choice(_SENTENCES["streets"]), **facts)


def _origins(number: int, random: Random) -> dict[str, Any]:
    sources = random.choice((("site",), ("site",), ("jobsuche",), ("site", "jobsuche")))
    origin = {"reference": f"{number:06}"}
    return {
        field: {"source": sources[place % len(sources)]} | origin
        for place, field in enumerate(("title", "deadline_on", "description_text", "pay"))
    }


def _place(city: Municipality, random: Random) -> dict[str, Any]:
    south, west, north, east = city.box or (51.4, 7.0, 51.5, 7.2)
    postcode = random.choice(sorted(city.postcodes))
    place = {"ags": city.ags, "name": city.name, "postcode": postcode}
    if _happens(30, random):
        return place
    spot = random.randrange(_OFFICES) / _OFFICES
    point = {"latitude": south + (north - south) * spot, "longitude": west + (east - west) * spot}
    return (
        place
        | point
        | {"street": f"{random.choice(_SENTENCES['streets'])} 4", "precision": "address"}
    )


def _times(year: int, random: Random) -> dict[str, Any]:
    starts_on = date(year, random.choice((8, 9, 9, 9, 10)), 1)
    known = _happens(85, random)
    deadline = TODAY + timedelta(days=random.randrange(-60, 300))
    return {
        "training_year": year,
        "start_kind": "day",
        "starts_on": starts_on,
        "start_text": starts_on.strftime("%d.%m.%Y"),
        "duration_months": random.choice((24, 36, 36, 42)),
        "deadline_kind": "fixed" if known else "unknown",
        "deadline_on": deadline if known else None,
        "deadline_text": deadline.strftime("bis %d.%m.%Y") if known else None,
        "posted_on": TODAY - timedelta(days=random.randrange(100)),
    }


def _terms(random: Random) -> dict[str, Any]:
    first = Decimal(random.choice((118_000, 129_326, 136_826, 149_069))) / 100
    amounts = [{"year": year, "amount": first + 50 * year} for year in (1, 2, 3)]
    return {
        "pay": {"amounts": amounts} if _happens(70, random) else None,
        "weekly_hours": Decimal("39.00"),
        "positions": random.choice((1, 2, 4, 10, 25, None)),
        "certificate": random.choice(_CERTIFICATES),
    }


def _claims(random: Random) -> dict[str, Any]:
    def claim(percent: int, **more: object) -> dict[str, Any]:
        return {"answer": "yes"} | more if _happens(percent, random) else {}

    return {
        "part_time": claim(30),
        "takeover": claim(50),
        "german_level": claim(20, level=random.choice(("B1", "B2", "C1"))),
        "nationality": claim(15, rule=random.choice(("german", "eu", "any"))),
        "minimum_age": claim(10, years=18),
        "driving_licence": claim(20, licence_class="B"),
        "medical_check": claim(10),
        "inclusive": claim(60),
    }


def _addresses(number: int, city: Municipality) -> dict[str, Any]:
    host = f"https://karriere.{fold(city.name).replace(' ', '-')}.example"
    return {
        "apply_url": f"{host}/bewerben/{number}",
        "apply_kind": "portal",
        "source_url": f"{host}/ausbildung/{number}",
        "contact": {"role": "Ausbildungsteam", "email": "ausbildung@example.org"},
        "attribution": f"Stadt {city.name}",
    }


def opening_id(number: int) -> str:
    """Return an id that no other number has, and that does not look like counted."""
    mixed = number * 7_919_999_983 % len(_LETTERS) ** 10
    letters: list[str] = []
    for _ in range(10):
        mixed, place = divmod(mixed, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def _happens(percent: int, random: Random) -> bool:
    return random.randrange(100) < percent
