"""Traits: what filters and facets know of one opening."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stellenbund.domain.catalogue_query import Requirement, microseconds
from stellenbund.domain.opening import Opening
from stellenbund.domain.statements import Pay
from stellenbund.domain.vocabulary import Answer, NationalityRule, Status

Value = str | int
"""A slug, a code or a year."""


class Trait(StrEnum):
    """A property of which an opening has none, one or several values."""

    CITY = "city"
    PROFESSION = "profession"
    KLDB = "kldb"
    KIND = "kind"
    TRAINING_YEAR = "training_year"
    CERTIFICATE = "certificate"
    GERMAN_LEVEL = "german_level"
    PART_TIME = "part_time"
    HINDRANCE = "hindrance"
    SOURCE = "source"
    STATUS = "status"


class Measure(StrEnum):
    """A property that is a number: a day, cents of a month's pay, an instant in microseconds."""

    DEADLINE = "deadline"
    START = "start"
    PAY = "pay"
    CHANGED = "changed"


def traits_of(opening: Opening) -> Iterator[tuple[Trait, Value]]:
    """Yield each trait of *opening*; what is not stated is no trait."""
    yield Trait.CITY, opening.city
    yield Trait.KIND, opening.kind
    yield Trait.STATUS, _stored(opening.status)
    stated = {
        Trait.PROFESSION: opening.profession,
        Trait.KLDB: opening.kldb,
        Trait.TRAINING_YEAR: opening.training_year,
        Trait.CERTIFICATE: opening.certificate,
        Trait.GERMAN_LEVEL: opening.german_level.level,
    }
    yield from ((trait, value) for trait, value in stated.items() if value is not None)
    if opening.part_time.answer is Answer.YES:
        yield Trait.PART_TIME, Answer.YES
    yield from ((Trait.HINDRANCE, each) for each in hindrances_of(opening))
    sources = sorted({origin.source for origin in opening.origins.values()})
    yield from ((Trait.SOURCE, f"{opening.city}/{source}") for source in sources)


def _stored(status: Status) -> Status:
    """Return *status* without what the clock makes of it: that is decided at every question."""
    return Status.PUBLISHED if status is Status.EXPIRED else status


def hindrances_of(opening: Opening) -> Iterator[Requirement]:
    """Yield each requirement of which *opening* states something that can stand in the way."""
    for requirement in Requirement:
        answer = getattr(opening, requirement).answer
        hinders = Answer.NO if requirement is Requirement.FOREIGN_CERTIFICATE else Answer.YES
        if answer is hinders and not _asks_of_nobody(opening, requirement):
            yield requirement


def _asks_of_nobody(opening: Opening, requirement: Requirement) -> bool:
    """Whether what is stated about a nationality is that any will do."""
    is_nationality = requirement is Requirement.NATIONALITY
    return is_nationality and opening.nationality.rule is NationalityRule.ANY


def measures_of(opening: Opening) -> Iterator[tuple[Measure, int]]:
    """Yield each number of *opening* that is stated."""
    yield Measure.CHANGED, microseconds(opening.content_changed_at)
    if opening.deadline_on:
        yield Measure.DEADLINE, opening.deadline_on.toordinal()
    if opening.starts_on:
        yield Measure.START, opening.starts_on.toordinal()
    pay = first_pay(opening.pay) if opening.pay else None
    if pay is not None:
        yield Measure.PAY, cents(pay)


def first_pay(pay: Pay) -> Decimal | None:
    """Return what the first year of training pays: as stated, else as the named tariff has it."""
    for amounts in (pay.amounts, pay.hint):
        found = {each.year or 1: each.amount for each in amounts}
        if found:
            return found[min(found)]
    return None


def cents(amount: Decimal) -> int:
    """Return *amount* in whole cents."""
    return int(amount * 100)


def day_number(day: date | None) -> int | None:
    """Return *day* as the measures count it."""
    return day.toordinal() if day else None
