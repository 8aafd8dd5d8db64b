"""Openings for tests of the catalogue: small ones by keyword, and any that hypothesis thinks of."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from stellenbund.catalogue.catalogue import Catalogue
from stellenbund.domain.catalogue_query import Facet, Near, Requirement, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Certificate, GermanLevel, Kind, Status

TODAY = date(2026, 11, 25)
SEEN = datetime(2026, 11, 1, 6, tzinfo=UTC)
LETTERS = "abcdefgh"

PROFESSIONS = {
    "verwaltungsfachangestellte": "73202",
    "verwaltungswirt": "73202",
    "erzieher": "83113",
    "brandmeister": "53132",
}
CITIES = ("bochum", "bottrop", "essen")
DAYS = tuple(TODAY + timedelta(days=days) for days in (-300, -1, 0, 1, 40, 300))
POINTS = ((51.48, 7.21), (51.5, 7.2), (51.2, 6.8))
TEXTS = (
    "Du hilfst im Rathaus.",
    "Feuerwehr und Kita",
    "Erzieherinnen sind willkommen",
    None,
)
TITLES = ("Erzieher/in", "Brandmeister/in (Feuerwehr)", "Verwaltungsfachangestellte/r", "Azubi")


def name(number: int) -> str:
    """Return the id of opening *number*."""
    letters = ""
    for _ in range(10):
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters


def opening(number: int = 0, **changes: Any) -> Opening:  # noqa: ANN401
    """Return the opening with this *number*, an ordinary one but for *changes*."""
    seen = changes.pop("first_seen_at", SEEN + timedelta(minutes=number))
    ordinary = {
        "id": name(number),
        "city": "bochum",
        "status": "published",
        "sample": False,
        "first_seen_at": seen,
        "last_seen_at": seen,
        "content_changed_at": seen,
        "sequence": number + 1,
        "origins": {"title": {"source": "site", "reference": str(number)}},
        "title_published": "Ausbildung",
        "title": "Ausbildung",
        "kind": "dual_apprenticeship",
    }
    return Opening.model_validate(ordinary | changes)


def catalogue(*openings: Opening) -> Catalogue[Opening]:
    """Return the catalogue of *openings*, which keeps each as it is."""
    return Catalogue(lambda each: each).updated(openings, len(openings))


def _or_none(values: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    return st.none() | st.sampled_from(values)


def _claims(**more: Any) -> st.SearchStrategy[dict[str, Any]]:  # noqa: ANN401
    answers = st.sampled_from(("yes", "no", "not_stated"))
    return st.fixed_dictionaries({"answer": answers}, optional=more)


def _fields() -> st.SearchStrategy[dict[str, Any]]:
    ways = {
        "city": st.sampled_from(CITIES),
        "status": st.sampled_from(list(Status)),
        "kind": st.sampled_from(list(Kind)),
        "profession": _or_none(tuple(PROFESSIONS)),
        "training_year": _or_none((2026, 2027, 2028)),
        "certificate": _or_none(tuple(Certificate)),
        "deadline_on": _or_none(DAYS),
        "starts_on": _or_none(DAYS),
        "start_kind": st.sampled_from(("day", "unknown", "as_soon_as_possible")),
        "title": st.sampled_from(TITLES),
        "description_text": st.sampled_from(TEXTS),
        "org_unit": _or_none(("Feuerwehr", "Kita Sonnenschein")),
        "pay": _or_none(PAYS),
        "places": st.lists(st.sampled_from(PLACES), max_size=2),
        "first_seen_at": st.sampled_from((SEEN, SEEN + timedelta(days=1))),
        "content_changed_at": st.sampled_from((SEEN, SEEN + timedelta(microseconds=1))),
        "origins": st.sampled_from(ORIGINS),
        "part_time": _claims(),
        "nationality": _claims(rule=st.sampled_from(("german", "eu", "any"))),
        "foreign_certificate": _claims(),
        "minimum_age": _claims(),
        "german_level": _claims(level=st.sampled_from(list(GermanLevel))),
    }
    return st.fixed_dictionaries({}, optional=ways)


PAYS = (
    {"amounts": [{"year": 1, "amount": "1200.00"}, {"year": 2, "amount": "1300.00"}]},
    {"amounts": [{"amount": "1250.50"}]},
    {"tariff": "tvaoed_bbig", "hint": [{"year": 1, "amount": "1368.26"}]},
    {"text": "nach Tarif"},
)
PLACES: tuple[dict[str, Any], ...] = (
    {"name": "Essen"},
    {"postcode": "46236", "ags": "05512000"},
    *({"latitude": latitude, "longitude": longitude} for latitude, longitude in POINTS),
)
ORIGINS = (
    {"title": {"source": "site", "reference": "1"}},
    {
        "title": {"source": "site", "reference": "1"},
        "pay": {"source": "jobsuche", "reference": "2"},
    },
)


def openings(*, most: int = 12) -> st.SearchStrategy[list[Opening]]:
    """Return lists of openings of any shape, each with an id of its own."""
    return st.lists(_fields(), max_size=most).map(_numbered)


def _numbered(shapes: list[dict[str, Any]]) -> list[Opening]:
    return [opening(number, **_with_kldb(shape)) for number, shape in enumerate(shapes)]


def _with_kldb(shape: dict[str, Any]) -> dict[str, Any]:
    return shape | {"kldb": PROFESSIONS.get(shape.get("profession") or "")}


def queries(*, most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """Return up to *most* filters at once, with all facets."""
    near = st.builds(
        Near,
        latitude=st.sampled_from((51.48, 51.2)),
        longitude=st.sampled_from((7.21, 6.8)),
        radius_km=st.sampled_from((1.0, 20.0, 60.0)),
    )
    ways = {
        "cities": st.frozensets(st.sampled_from(CITIES), max_size=2),
        "professions": st.frozensets(st.sampled_from(tuple(PROFESSIONS)), max_size=2),
        "kldb": st.frozensets(st.sampled_from(("7", "73202", "53", "1")), max_size=2),
        "kinds": st.frozensets(st.sampled_from(list(Kind)), max_size=2),
        "training_years": st.frozensets(st.sampled_from((2026, 2027)), max_size=2),
        "statuses": st.frozensets(st.sampled_from(list(Status)), max_size=3),
        "sources": st.frozensets(st.sampled_from(("bochum/site", "essen/jobsuche")), max_size=2),
        "certificate": _or_none(tuple(Certificate)),
        "german_level": _or_none(tuple(GermanLevel)),
        "unhindered_by": st.frozensets(st.sampled_from(list(Requirement)), max_size=2),
        "is_part_time": st.booleans(),
        "pay_from": _or_none((Decimal(1200), Decimal("1250.51"), Decimal(1300))),
        "start_from": _or_none(DAYS),
        "start_to": _or_none(DAYS),
        "deadline_from": _or_none(DAYS),
        "deadline_to": _or_none(DAYS),
        "changed_since": _or_none((SEEN, SEEN + timedelta(microseconds=1))),
        "near": st.none() | near,
    }
    facets = {"facets": st.just(frozenset(Facet))}
    chosen = st.sets(st.sampled_from(sorted(ways)), max_size=most)
    return chosen.flatmap(
        lambda names: st.fixed_dictionaries(facets | {each: ways[each] for each in sorted(names)})
    )


SORTS = (Sort.NEWEST, Sort.DEADLINE, Sort.START, Sort.DISTANCE)
