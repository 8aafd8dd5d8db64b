"""Values: what an opening says, as HR reads it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.site.wording import CERTIFICATES, KINDS, TARIFFS

Said = Mapping[str, JsonValue]

_DAY, _DECIMAL = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d+\.\d+")

NOTHING = "–"
"""What stands where nothing is stated."""


def shown(said: Said, key: str) -> str:
    """Return what the fields of a correctable value say, which are those of *key*.

    >>> shown({"start_kind": "day", "starts_on": "2027-09-01"}, "start")
    '01.09.2027'
    >>> shown({"part_time": {"answer": "not_stated", "sentence": None}}, "part_time")
    '–'
    """
    reader = _READERS.get(key)
    if reader is not None:
        return reader(said) or NOTHING
    return _told(said.get(CORRECTABLE[key].fields[0])) or NOTHING


def _start(said: Said) -> str:
    on = said.get("starts_on")
    match said.get("start_kind"):
        case "day":
            return _day(on)
        case "month":
            return _day(on)[3:]
        case "as_soon_as_possible":
            return "ab sofort"
        case "unknown" | None:
            return _told(said.get("training_year"))
    return _told(said.get("start_text") or said.get("training_year"))


def _deadline(said: Said) -> str:
    match said.get("deadline_kind"):
        case "fixed":
            return _day(said.get("deadline_on"))
        case "rolling":
            return "laufend"
    return ""


def _duration(said: Said) -> str:
    months = said.get("duration_months")
    return f"{months} Monate" if months else ""


def _kind(said: Said) -> str:
    return KINDS.get(str(said.get("kind")), "")


def _certificate(said: Said) -> str:
    return CERTIFICATES.get(str(said.get("certificate")), "")


def _profession(said: Said) -> str:
    slug = said.get("profession")
    known = PROFESSIONS.get(str(slug))
    return known.title if known else _told(slug)


_READERS: Mapping[str, Callable[[Said], str]] = {
    "start": _start,
    "deadline": _deadline,
    "duration": _duration,
    "kind": _kind,
    "certificate": _certificate,
    "profession": _profession,
}
"""How the values are said that no other value is like."""


def _day(value: JsonValue) -> str:
    return f"{date.fromisoformat(str(value)):%d.%m.%Y}"


def _told(value: JsonValue) -> str:
    match value:
        case None | "" | []:
            return ""
        case bool():
            return "ja" if value else "nein"
        case dict():
            return _object(value)
        case str():
            return _text(value)
        case list():
            return "; ".join(filter(None, map(_told, value)))
        case _:
            return str(value).replace(".", ",")


def _text(text: str) -> str:
    """Say a day or a decimal, which JSON keeps as texts, as HR writes them."""
    if _DAY.fullmatch(text):
        return _day(text)
    return text.replace(".", ",") if _DECIMAL.fullmatch(text) else text


def _object(value: Said) -> str:
    """Say a claim, a pay, a place, a school or a contact on one line."""
    if "answer" in value:
        return _claim(value)
    if "amounts" in value:
        return _pay(value)
    if "postcode" in value:
        town = _joined(" ", value.get("postcode"), value.get("name"))
        return _joined(", ", town, value.get("street"))
    return _joined(", ", *(value.get(name) for name in ("name", "place", "role", "email", "phone")))


def _claim(value: Said) -> str:
    if value["answer"] == "not_stated":
        return ""
    names = ("level", "years", "licence_class")
    detail = next((str(value[name]) for name in names if value.get(name)), "")
    return _joined(" – ", "ja" if value["answer"] == "yes" else "nein", detail)


def _pay(value: Said) -> str:
    amounts = value["amounts"]
    listed = amounts if isinstance(amounts, list) else []
    years = [_year(each) for each in listed if isinstance(each, dict)]
    tariff = TARIFFS.get(str(value.get("tariff")))
    return _joined(", ", *years, tariff) or _told(value.get("text"))


def _year(value: Said) -> str:
    amount = f"{Decimal(str(value['amount'])):,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{value['year']}. Jahr {amount} €" if value.get("year") else f"{amount} €"


def _joined(between: str, *parts: JsonValue) -> str:
    return between.join(str(part) for part in parts if part)
