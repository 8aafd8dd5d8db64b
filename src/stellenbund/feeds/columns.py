"""Columns: what a column of a feed may mean, how it is called, and how its values look."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

from pydantic import Field

from stellenbund.domain.value import Line, Value


class Key(StrEnum):
    """What a column means; most keys are named as the raw record's field that they fill."""

    REFERENCE = "reference"
    TITLE = "title"
    PROFESSION = "profession"
    KIND = "kind"
    POSITIONS = "positions"
    START = "start"
    DEADLINE = "deadline"
    OPENS = "opens"
    DURATION = "duration"
    CERTIFICATE = "certificate"
    REQUIREMENTS = "requirements"
    DESCRIPTION = "description"
    TASKS = "tasks"
    PROFILE = "profile"
    BENEFITS = "benefits"
    PAY = "pay"
    PAY_1 = "pay_1"
    PAY_2 = "pay_2"
    PAY_3 = "pay_3"
    PAY_4 = "pay_4"
    WEEKLY_HOURS = "weekly_hours"
    WORKING_TIME = "working_time"
    PART_TIME = "part_time"
    TAKEOVER = "takeover"
    ORG_UNIT = "org_unit"
    PLACE = "place"
    STREET = "street"
    POSTCODE = "postcode"
    AGS = "ags"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    PARTNER_SCHOOL = "partner_school"
    GERMAN_LEVEL = "german_level"
    DRIVING_LICENCE = "driving_licence"
    MINIMUM_AGE = "minimum_age"
    OFFICE = "office"
    EMAIL = "email"
    PHONE = "phone"
    APPLY_URL = "apply_url"
    URL = "url"
    POSTED = "posted"
    LANGUAGE = "language"
    DELETE = "delete"
    NOTES = "notes"
    SUGGESTION = "suggestion"
    ADDITIONAL = "additional"
    IGNORED = "ignored"


class Form(StrEnum):
    """How the values of a column look, which says how they may be damaged."""

    LINE = "line"
    TEXT = "text"
    REFERENCE = "reference"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    DURATION = "duration"
    POSTCODE = "postcode"
    AGS = "ags"
    PHONE = "phone"
    YES_NO = "yes_no"
    KIND = "kind"
    OURS = "ours"


class Column(Value):
    """A column: *header* as the template writes it, *synonyms* as others do.

    *choices* are the words that the template offers, each with others that mean the same;
    *examples* the values of the template's rows.
    """

    key: Key
    header: Line
    form: Form
    meaning: Line
    synonyms: tuple[Line, ...]
    examples: tuple[str, str, str]
    choices: Mapping[Line, tuple[Line, ...]] = Field(default_factory=dict)
    is_needed: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether only files that we gave back have it."""
        return self.form is Form.OURS


def _load() -> Mapping[Key, Column]:
    text = files("stellenbund.feeds").joinpath("columns.toml").read_text(encoding="utf-8")
    columns = (Column(**entry) for entry in tomllib.loads(text)["column"])
    return MappingProxyType({column.key: column for column in columns})


COLUMNS: Mapping[Key, Column] = _load()
"""Every column in the order of the template."""

NOTES, SUGGESTION = COLUMNS[Key.NOTES], COLUMNS[Key.SUGGESTION]
"""The two columns that a file gets when it goes back."""

DAYS = frozenset(column.key for column in COLUMNS.values() if column.form is Form.DATE)
"""What the columns mean whose cells are days."""

OFFERED = tuple(column for column in COLUMNS.values() if not column.is_ours)
"""The columns that HR fills."""
