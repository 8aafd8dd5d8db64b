"""Oddities: all ways to be odd that are watched, each with the share that no source exceeds."""

from functools import partial

from stellenbund.domain.fit import TRADES
from stellenbund.domain.normalisers.professions import names_several
from stellenbund.domain.opening import Fields
from stellenbund.domain.plausibility_parts.oddity import SHIFTED, Oddity, noted, says
from stellenbund.domain.plausibility_parts.readings import READINGS
from stellenbund.domain.plausibility_parts.testimony import Testimony

NEVER = 0.1
"""Share of records that may have what is never right, whatever the source's past."""

SELDOM = 0.5
"""Share of records that may have what is right now and then."""


def _has_point(fields: Fields) -> bool:
    return any(place.latitude is not None for place in fields.places)


def _is_trade(fields: Fields) -> bool:
    return fields.kind in TRADES


def _is_rated(fields: Fields) -> bool:
    return fields.profession is not None and fields.certificate is not None


def _without_profession(testimony: Testimony) -> str | None:
    """Return a title that names no profession; one that several share is none of them, but fits."""
    fields = testimony.fields
    if fields.kind not in TRADES or fields.profession is not None:
        return None
    return None if names_several(fields.title_published) else fields.title_published


def _repeated(testimony: Testimony) -> str | None:
    return testimony.fields.description_text if testimony.is_repeated else None


_WITH_PLACE = "Ausschreibungen mit Arbeitsort"
_WITH_DEADLINE = "Ausschreibungen mit Bewerbungsfrist"
_WITH_START = "Ausschreibungen mit Beginn"
_LOOK = "Bitte die Seiten der Quelle ansehen."

_PLACES = (
    Oddity(
        name="places.pay_grade",
        among=_WITH_PLACE,
        says="nennen dort etwas über die Vergütung, etwa eine Entgeltgruppe",
        advice=SHIFTED,
        can_be_said=partial(says, "places"),
        example=partial(noted, ("places.pay_grade",)),
        bound=NEVER,
    ),
    Oddity(
        name="places.no_place",
        among=_WITH_PLACE,
        says="nennen dort etwas, das kein Ort sein kann",
        advice=SHIFTED,
        can_be_said=partial(says, "places"),
        example=partial(noted, ("places.no_place",)),
        bound=NEVER,
    ),
    Oddity(
        name="places.unknown",
        among=_WITH_PLACE,
        says="nennen einen Ort, den es im Ortsverzeichnis nicht gibt oder der seiner Postleitzahl "
        "widerspricht",
        advice=SHIFTED,
        can_be_said=partial(says, "places"),
        example=partial(noted, ("places.unknown", "places.contradiction")),
        bound=SELDOM,
    ),
    Oddity(
        name="places.elsewhere",
        among=_WITH_PLACE,
        says="liegen in einer anderen Gemeinde",
        advice="Bitte prüfen, ob die Quelle noch die Stellen dieser Stadt zeigt.",
        can_be_said=partial(says, "places"),
        example=partial(noted, ("places.other_municipality",)),
        bound=SELDOM,
    ),
    Oddity(
        name="places.coordinates",
        among="Ausschreibungen mit Koordinaten",
        says="haben welche, die vertauscht sind oder nicht im Gebiet der Gemeinde liegen",
        advice=SHIFTED,
        can_be_said=_has_point,
        example=partial(noted, ("places.coordinates", "places.coordinates_swapped")),
        bound=NEVER,
    ),
)
_TIMES = (
    Oddity(
        name="deadline.stamp",
        among=_WITH_DEADLINE,
        says="nennen sie als Zeitstempel eines Programms",
        advice=SHIFTED,
        can_be_said=partial(says, "deadline_kind"),
        example=partial(noted, ("deadline.stamp",)),
        bound=NEVER,
    ),
    Oddity(
        name="deadline.window",
        among=_WITH_DEADLINE,
        says="nennen eine, die mehr als zwei Jahre zurück oder voraus liegt",
        advice=SHIFTED,
        can_be_said=partial(says, "deadline_kind"),
        example=partial(noted, ("deadline.far", "deadline.long_past")),
        bound=NEVER,
    ),
    Oddity(
        name="start.stamp",
        among=_WITH_START,
        says="nennen ihn als Zeitstempel eines Programms",
        advice=SHIFTED,
        can_be_said=partial(says, "start_kind"),
        example=partial(noted, ("start.stamp",)),
        bound=NEVER,
    ),
    Oddity(
        name="start.window",
        among=_WITH_START,
        says="nennen einen, der mehr als zwei Jahre zurück oder drei voraus liegt",
        advice=_LOOK,
        can_be_said=partial(says, "start_kind"),
        example=partial(noted, ("start.far", "start.long_past")),
        bound=NEVER,
    ),
)
_MATCHES = (
    Oddity(
        name="profession.none",
        among="Ausbildungen und Studiengängen",
        says="haben einen Titel, in dem kein Beruf erkannt wurde",
        advice=SHIFTED,
        can_be_said=_is_trade,
        example=_without_profession,
        bound=SELDOM,
    ),
    Oddity(
        name="certificate.unusual",
        among="Ausschreibungen mit Beruf und Schulabschluss",
        says="verlangen einen, der nicht zum Beruf passt",
        advice=_LOOK,
        can_be_said=_is_rated,
        example=partial(noted, ("certificate.unusual",)),
    ),
    Oddity(
        name="kind.unusual",
        among="Ausschreibungen mit Beruf",
        says="haben eine Art der Ausbildung, die nicht zu ihm passt",
        advice=_LOOK,
        can_be_said=partial(says, "profession"),
        example=partial(noted, ("kind.unusual",)),
    ),
    Oddity(
        name="description.repeated",
        among="Ausschreibungen mit Beschreibung",
        says="haben denselben Text wie eine andere mit anderem Titel",
        advice="Bitte prüfen, ob die Seiten noch die Texte der einzelnen Stellen zeigen.",
        can_be_said=partial(says, "description_text"),
        example=_repeated,
    ),
)


ODDITIES = (*_PLACES, *_TIMES, *_MATCHES, *READINGS)
"""All of them, in the order in which a person hears of them."""
