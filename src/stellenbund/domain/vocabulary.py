"""The closed vocabularies of an opening: each word with its code as the API shows it."""

from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """What sort of training place an opening is."""

    DUAL_APPRENTICESHIP = "dual_apprenticeship"
    SCHOOL_BASED = "school_based"
    CIVIL_SERVICE_PREPARATION = "civil_service_preparation"
    DUAL_STUDY = "dual_study"
    ENTRY_QUALIFICATION = "entry_qualification"
    INTERNSHIP = "internship"
    VOLUNTARY_YEAR = "voluntary_year"
    OTHER = "other"


class Certificate(StrEnum):
    """The school-leaving certificate that is at least asked for, from none to Abitur.

    Members stand in rising order; each admits all that stand above it in the list.
    """

    NONE = "none"
    HAUPTSCHULE_9 = "hauptschule_9"
    HAUPTSCHULE_10 = "hauptschule_10"
    MITTLERER = "mittlerer"
    FHR_SCHOOL = "fhr_school"
    FHR = "fhr"
    ABITUR = "abitur"

    @property
    def rank(self) -> int:
        """The place in the order, 0 for none to 6 for Abitur."""
        return list(Certificate).index(self)

    @classmethod
    def open_to(cls, held: Self) -> tuple[Self, ...]:
        """Every minimum that someone who holds *held* fulfils."""
        return tuple(each for each in cls if each.rank <= held.rank)


class StartKind(StrEnum):
    """How precisely the start is stated."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    UNKNOWN = "unknown"


class DeadlineKind(StrEnum):
    """Whether applications close on a day, are taken all the time, or nothing is stated."""

    FIXED = "fixed"
    ROLLING = "rolling"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """An honest answer: what nobody wrote down is *not stated*, never guessed."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class GermanLevel(StrEnum):
    """A level of German in the Common European Framework of Reference."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class NationalityRule(StrEnum):
    """Which nationality is asked for: German, a state of the EU or EEA, or none in particular."""

    GERMAN = "german"
    EU = "eu"
    ANY = "any"


class ApplyKind(StrEnum):
    """How one applies."""

    PORTAL = "portal"
    MAIL = "mail"
    POST = "post"


class Tariff(StrEnum):
    """The pay table that a source names."""

    TVAOED_BBIG = "tvaoed_bbig"
    TVAOED_PFLEGE = "tvaoed_pflege"
    TVSOED = "tvsoed"
    TVPOED = "tvpoed"
    ANWAERTERBEZUEGE = "anwaerterbezuege"


class MatchMethod(StrEnum):
    """How a profession was recognised, surest first."""

    ALIAS = "alias"
    TITLE = "title"
    SIMILAR = "similar"


class Precision(StrEnum):
    """How exactly a work place is known."""

    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"


class Status(StrEnum):
    """Where an opening stands; *expired* is never stored, it follows from deadline and clock."""

    PUBLISHED = "published"
    EXPIRED = "expired"
    HELD = "held"
    WITHDRAWN = "withdrawn"
