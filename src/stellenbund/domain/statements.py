"""Statements: the compound values that the fields of an opening are made of."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from stellenbund.domain.city import Ags
from stellenbund.domain.value import Line, Text, Value
from stellenbund.domain.vocabulary import Answer, GermanLevel, NationalityRule, Precision, Tariff

Postcode = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
Kldb = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
Link = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)\S+$", max_length=2_000)]


class Claim(Value):
    """A yes, a no or nothing stated, with the sentence it was read from."""

    answer: Annotated[
        Answer, Field(description="yes, no or not_stated; never guessed", examples=["yes"])
    ] = Answer.NOT_STATED
    sentence: Annotated[
        Text | None,
        Field(description="The source's own sentence, in German", examples=["Das ist möglich."]),
    ] = None


class GermanClaim(Claim):
    """Whether a level of German is asked for."""

    level: Annotated[
        GermanLevel | None, Field(description="Level of the CEFR", examples=["B2"])
    ] = None


class NationalityClaim(Claim):
    """Whether a nationality is asked for."""

    rule: Annotated[
        NationalityRule | None,
        Field(description="german, eu (EU or EEA) or any", examples=["eu"]),
    ] = None


class AgeClaim(Claim):
    """Whether there is an age limit."""

    years: Annotated[
        int | None, Field(ge=10, le=70, description="Completed years", examples=[18])
    ] = None
    months: Annotated[
        int, Field(ge=0, le=11, description="Months on top of the years", examples=[0])
    ] = 0


class LicenceClaim(Claim):
    """Whether a driving licence is asked for."""

    licence_class: Annotated[
        str | None,
        Field(max_length=20, description="Class of the licence, such as B", examples=["B"]),
    ] = None


class WorkPlace(Value):
    """Where the training takes place; coordinates only if the source gave plausible ones."""

    ags: Annotated[
        Ags | None,
        Field(description="Official municipality key, 8 digits as text", examples=["05711000"]),
    ] = None
    name: Annotated[
        Line | None, Field(description="Municipality or district", examples=["Bielefeld"])
    ] = None
    postcode: Annotated[
        Postcode | None, Field(description="Five digits, as text", examples=["33602"])
    ] = None
    street: Annotated[
        Line | None, Field(description="Street with number", examples=["Niederwall 23"])
    ] = None
    latitude: Annotated[
        float | None, Field(ge=47, le=56, description="Degrees north, WGS 84", examples=[52.0207])
    ] = None
    longitude: Annotated[
        float | None, Field(ge=5, le=16, description="Degrees east, WGS 84", examples=[8.5346])
    ] = None
    precision: Annotated[
        Precision, Field(description="How exactly it is known", examples=["address"])
    ] = Precision.CITY


class PayYear(Value):
    """Gross pay per month in one year of training; ``year`` null: the same in all years."""

    year: Annotated[
        int | None,
        Field(ge=1, le=5, description="Year of training; null: all years", examples=[1]),
    ] = None
    amount: Annotated[
        Decimal,
        Field(
            gt=0,
            max_digits=8,
            decimal_places=2,
            description="Gross per month, in the pay's currency, as an exact decimal",
            examples=["1368.26"],
        ),
    ]


class Pay(Value):
    """What the source states about pay; ``hint`` is the tariff's table, not the source's word."""

    amounts: Annotated[
        tuple[PayYear, ...],
        Field(
            description="As stated, gross per month, by training year",
            examples=[[{"year": 1, "amount": "1368.26"}]],
        ),
    ] = ()
    currency: Annotated[
        str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217", examples=["EUR"])
    ] = "EUR"
    tariff: Annotated[
        Tariff | None,
        Field(description="Pay table that the source names", examples=["tvaoed_bbig"]),
    ] = None
    valid_from: Annotated[
        date | None,
        Field(description="From when the amounts hold, if stated", examples=["2026-05-01"]),
    ] = None
    text: Annotated[
        Text | None,
        Field(
            description="The source's own words, in German",
            examples=["1. Ausbildungsjahr: 1.368,26 €"],
        ),
    ] = None
    hint: Annotated[
        tuple[PayYear, ...],
        Field(
            description="Amounts of the named tariff's table; a hint, not stated by the city",
            examples=[[{"year": 1, "amount": "1368.26"}]],
        ),
    ] = ()
    hint_valid_from: Annotated[
        date | None, Field(description="From when the hinted amounts hold", examples=["2026-05-01"])
    ] = None


class PartnerSchool(Value):
    """The vocational school or university of the training's second place."""

    name: Annotated[
        Line, Field(description="Name of the school", examples=["Rudolf-Rempel-Berufskolleg"])
    ]
    place: Annotated[Line | None, Field(description="Where it is", examples=["Bielefeld"])] = None
    url: Annotated[
        Link | None, Field(description="Its page", examples=["https://berufskolleg.example.org/"])
    ] = None


class Contact(Value):
    """A functional contact; persons are never named."""

    role: Annotated[
        Line | None, Field(description="Office, not a person", examples=["Ausbildungsteam"])
    ] = None
    email: Annotated[
        str | None,
        Field(
            max_length=254,
            description="Functional mailbox only",
            examples=["ausbildung@example.org"],
        ),
    ] = None
    phone: Annotated[
        str | None,
        Field(
            pattern=r"^\+\d{5,15}$",
            description="E.164, such as +49521510",
            examples=["+49521510"],
        ),
    ] = None
