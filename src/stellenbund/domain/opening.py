"""Opening: one training place that a city offers for one start — the one list of fields."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from sqlmodel import Field, SQLModel

from stellenbund.domain.dead_link import DeadLink
from stellenbund.domain.statements import (
    AgeClaim,
    Claim,
    Contact,
    GermanClaim,
    Kldb,
    LicenceClaim,
    Link,
    NationalityClaim,
    PartnerSchool,
    Pay,
    WorkPlace,
)
from stellenbund.domain.value import Line, Slug, Text, Value
from stellenbund.domain.vocabulary import (
    ApplyKind,
    Certificate,
    DeadlineKind,
    Kind,
    MatchMethod,
    StartKind,
    Status,
)

OpeningId = Annotated[str, StringConstraints(pattern=r"^[a-z2-9]{10}$")]


class OpeningFields(SQLModel):
    """Everything that a source can state about an opening.

    Null, an empty list, *unknown* and *not_stated* all mean that the source does not say.
    """

    title_published: Line = Field(
        description="Title exactly as the source publishes it",
        schema_extra={"examples": ["Ausbildung zur/zum Verwaltungsfachangestellten (m/w/d) 2027"]},
    )
    title: Line = Field(
        description="Title without gender markers, start dates and phrases about the training",
        schema_extra={"examples": ["Verwaltungsfachangestellte/r"]},
    )
    kind: Kind = Field(
        description="What sort of training place it is",
        schema_extra={"examples": ["dual_apprenticeship"]},
    )
    profession: Slug | None = Field(
        default=None,
        description="Slug of the recognised profession; null: none was recognised with certainty",
        schema_extra={"examples": ["verwaltungsfachangestellte"]},
    )
    kldb: Kldb | None = Field(
        default=None,
        description="KldB 2010 code of the profession, 5 digits as text",
        schema_extra={"examples": ["73202"]},
    )
    profession_score: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="How well the title matches the profession, 0 to 1",
        schema_extra={"examples": [1.0]},
    )
    profession_method: MatchMethod | None = Field(
        default=None,
        description="How the profession was recognised",
        schema_extra={"examples": ["alias"]},
    )
    org_unit: Line | None = Field(
        default=None,
        description="Office or enterprise of the city that trains",
        schema_extra={"examples": ["Feuerwehr"]},
    )
    description_html: Text | None = Field(
        default=None,
        description="Description as safe HTML (a short list of tags, links absolute)",
        schema_extra={"examples": ["<p>Du arbeitest im Bürgerbüro.</p>"]},
    )
    description_text: Text | None = Field(
        default=None,
        description="Description as plain text",
        schema_extra={"examples": ["Du arbeitest im Bürgerbüro."]},
    )
    tasks: Text | None = Field(
        default=None,
        description="Tasks, where the source separates them; plain text",
        schema_extra={"examples": ["Anträge prüfen, Bürger beraten"]},
    )
    profile: Text | None = Field(
        default=None,
        description="What applicants should bring, where separated; plain text",
        schema_extra={"examples": ["Freude am Umgang mit Menschen"]},
    )
    benefits: Text | None = Field(
        default=None,
        description="What the city offers, where separated; plain text",
        schema_extra={"examples": ["30 Tage Urlaub, Deutschlandticket"]},
    )
    language: str = Field(
        default="de",
        max_length=35,
        description="Language of the texts, BCP 47",
        schema_extra={"examples": ["de"]},
    )
    places: tuple[WorkPlace, ...] = Field(
        default=(),
        description="Work places",
        schema_extra={
            "examples": [[{"ags": "05711000", "name": "Bielefeld", "postcode": "33602"}]]
        },
    )
    positions: int | None = Field(
        default=None,
        ge=1,
        le=999,
        description="Number of training places; null: not stated",
        schema_extra={"examples": [25]},
    )
    training_year: int | None = Field(
        default=None,
        ge=2000,
        le=2100,
        description="Calendar year in which the training starts",
        schema_extra={"examples": [2027]},
    )
    start_kind: StartKind = Field(
        default=StartKind.UNKNOWN,
        description="How precisely the start is stated",
        schema_extra={"examples": ["day"]},
    )
    starts_on: date | None = Field(
        default=None,
        description="First day; the first of the month where only the month is stated",
        schema_extra={"examples": ["2027-09-01"]},
    )
    start_text: Line | None = Field(
        default=None,
        description="The start in the source's own words",
        schema_extra={"examples": ["1. September 2027"]},
    )
    duration_months: int | None = Field(
        default=None,
        ge=1,
        le=72,
        description="Length of the training in months",
        schema_extra={"examples": [36]},
    )
    deadline_kind: DeadlineKind = Field(
        default=DeadlineKind.UNKNOWN,
        description="Whether applications close on a day or are taken all the time",
        schema_extra={"examples": ["fixed"]},
    )
    deadline_on: date | None = Field(
        default=None,
        description="Last day for applications; it ends at midnight in Europe/Berlin",
        schema_extra={"examples": ["2027-01-31"]},
    )
    deadline_text: Line | None = Field(
        default=None,
        description="The deadline in the source's own words",
        schema_extra={"examples": ["bis 31. Januar 2027"]},
    )
    opens_on: date | None = Field(
        default=None,
        description="First day on which applications are taken",
        schema_extra={"examples": ["2026-08-01"]},
    )
    posted_on: date | None = Field(
        default=None,
        description="Day of publication, if the source states it",
        schema_extra={"examples": ["2026-08-13"]},
    )
    pay: Pay | None = Field(
        default=None,
        description="Pay as stated, with a hint from the tariff it names",
        schema_extra={"examples": [{"amounts": [{"year": 1, "amount": "1368.26"}]}]},
    )
    weekly_hours: Decimal | None = Field(
        default=None,
        gt=0,
        le=60,
        max_digits=4,
        decimal_places=2,
        description="Hours per week",
        schema_extra={"examples": ["39.00"]},
    )
    part_time: Claim = Field(
        default=Claim(),
        description="Whether part-time training is possible",
        schema_extra={"examples": [{"answer": "yes", "sentence": "Teilzeit ist möglich."}]},
    )
    takeover: Claim = Field(
        default=Claim(),
        description="Whether trainees are taken on afterwards",
        schema_extra={"examples": [{"answer": "not_stated", "sentence": None}]},
    )
    certificate: Certificate | None = Field(
        default=None,
        description="Lowest school-leaving certificate that is admitted",
        schema_extra={"examples": ["mittlerer"]},
    )
    certificate_text: Text | None = Field(
        default=None,
        description="The requirement in the source's own words",
        schema_extra={"examples": ["mindestens Fachoberschulreife"]},
    )
    german_level: GermanClaim = Field(
        default=GermanClaim(),
        description="Whether a level of German is asked for",
        schema_extra={"examples": [{"answer": "yes", "level": "B2", "sentence": "Deutsch B2"}]},
    )
    nationality: NationalityClaim = Field(
        default=NationalityClaim(),
        description="Whether a nationality is asked for",
        schema_extra={"examples": [{"answer": "not_stated", "rule": None, "sentence": None}]},
    )
    foreign_certificate: Claim = Field(
        default=Claim(),
        description="Whether foreign certificates are accepted",
        schema_extra={"examples": [{"answer": "not_stated", "sentence": None}]},
    )
    minimum_age: AgeClaim = Field(
        default=AgeClaim(),
        description="Whether there is a minimum age",
        schema_extra={"examples": [{"answer": "yes", "years": 18, "sentence": "mind. 18 Jahre"}]},
    )
    maximum_age: AgeClaim = Field(
        default=AgeClaim(),
        description="Whether there is a maximum age",
        schema_extra={"examples": [{"answer": "not_stated", "years": None, "sentence": None}]},
    )
    driving_licence: LicenceClaim = Field(
        default=LicenceClaim(),
        description="Whether a driving licence is asked for",
        schema_extra={
            "examples": [{"answer": "yes", "licence_class": "B", "sentence": "Klasse B"}]
        },
    )
    medical_check: Claim = Field(
        default=Claim(),
        description="Whether a medical examination is asked for",
        schema_extra={"examples": [{"answer": "not_stated", "sentence": None}]},
    )
    inclusive: Claim = Field(
        default=Claim(),
        description="Whether the source invites people with disabilities or a migration background",
        schema_extra={
            "examples": [{"answer": "yes", "sentence": "Menschen mit Behinderung sind willkommen."}]
        },
    )
    partner_schools: tuple[PartnerSchool, ...] = Field(
        default=(),
        description="Vocational school or university",
        schema_extra={"examples": [[{"name": "Rudolf-Rempel-Berufskolleg"}]]},
    )
    apply_url: Link | None = Field(
        default=None,
        description="Where to apply; absolute http(s) or mailto address. An answer never holds a "
        "dead link: then it is null, and `dead_links` holds what the source states",
        schema_extra={"examples": ["https://karriere.example.org/bewerben/17"]},
    )
    apply_kind: ApplyKind | None = Field(
        default=None,
        description="How one applies",
        schema_extra={"examples": ["portal"]},
    )
    source_url: Link | None = Field(
        default=None,
        description="The opening's own page at the source; null in an answer while it is dead",
        schema_extra={"examples": ["https://karriere.example.org/ausbildung/17"]},
    )
    contact: Contact | None = Field(
        default=None,
        description="Functional contact; persons are never named",
        schema_extra={"examples": [{"role": "Ausbildungsteam", "email": "ausbildung@example.org"}]},
    )
    licence: Line | None = Field(
        default=None,
        description="Licence of the source's data, if it states one",
        schema_extra={"examples": ["dl-de/by-2.0"]},
    )
    attribution: Line | None = Field(
        default=None,
        description="Who must be named as the origin",
        schema_extra={"examples": ["Stadt Bielefeld"]},
    )


class Fields(OpeningFields):
    """The fields as a validated value that never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")  # type: ignore[assignment]


class Origin(Value):
    """Which notice a value of an opening comes from."""

    source: Annotated[
        Slug,
        Field(
            description="Key of the source within the city",
            schema_extra={"examples": ["site"]},
        ),
    ]
    reference: Annotated[
        str,
        Field(
            description="The source's own reference",
            schema_extra={"examples": ["2027-17"]},
        ),
    ]


class StatusChange(Value):
    """One step in an opening's life."""

    status: Status = Field(
        description="Where the opening stood from then on",
        schema_extra={"examples": ["published"]},
    )
    reason: str = Field(
        description="Why: a short code such as appeared, changed, vanished",
        schema_extra={"examples": ["appeared"]},
    )
    actor: str = Field(
        description="Who or what caused it",
        schema_extra={"examples": ["schedule"]},
    )
    at: datetime = Field(
        description="When, in UTC",
        schema_extra={"examples": ["2026-11-24T06:00:00Z"]},
    )
    run: int | None = Field(
        default=None,
        description="Number of the run that caused it, if one did",
        schema_extra={"examples": [17]},
    )


class Opening(Fields):
    """The thing we publish: the merged fields with their identity, origin and life."""

    id: OpeningId = Field(
        description="Short public id; never used again for another opening",
        schema_extra={"examples": ["k7m2x9qa4w"]},
    )
    city: Slug = Field(
        description="Slug of the city that offers it",
        schema_extra={"examples": ["bielefeld"]},
    )
    status: Status = Field(
        description="Where it stands; expired: the deadline is over",
        schema_extra={"examples": ["published"]},
    )
    sample: bool = Field(
        description="Whether it was read from saved sample pages and not from the live web",
        schema_extra={"examples": [True]},
    )
    first_seen_at: datetime = Field(
        description="When it was first found, in UTC",
        schema_extra={"examples": ["2026-11-20T06:00:00Z"]},
    )
    last_seen_at: datetime = Field(
        description="When it was last seen at a source, in UTC; a removal never touches it",
        schema_extra={"examples": ["2026-11-24T06:00:00Z"]},
    )
    content_changed_at: datetime = Field(
        description="When its content last changed, in UTC",
        schema_extra={"examples": ["2026-11-22T06:00:00Z"]},
    )
    sequence: int = Field(
        description="Number of its last change in the log of all changes; it only grows",
        schema_extra={"examples": [412]},
    )
    origins: dict[str, Origin] = Field(
        description="For each field that is stated: which source says so",
        schema_extra={"examples": [{"title": {"source": "site", "reference": "2027-17"}}]},
    )
    dead_links: tuple[DeadLink, ...] = Field(
        default=(),
        description="Which of its links lead nowhere; they are checked daily",
        schema_extra={
            "examples": [
                [
                    {
                        "field": "apply_url",
                        "url": "https://karriere.example.org/bewerben/17",
                        "since": "2026-11-23T06:00:00Z",
                    }
                ]
            ]
        },
    )
    readvertises: OpeningId | None = Field(
        default=None,
        description="Id of the opening that this one advertises again: the same city and title "
        "under a new reference, within a year; null: none is known",
        schema_extra={"examples": ["q4w7m2x9ka"]},
    )
