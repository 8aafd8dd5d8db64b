"""Opening: the one list of fields as real columns, with the life of each opening."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Text
from sqlmodel import Field

from stellenbund.domain.dead_link import DeadLink
from stellenbund.domain.opening import OpeningFields, Origin
from stellenbund.domain.statements import (
    AgeClaim,
    Claim,
    Contact,
    GermanClaim,
    LicenceClaim,
    NationalityClaim,
    PartnerSchool,
    Pay,
    WorkPlace,
)
from stellenbund.domain.vocabulary import (
    ApplyKind,
    Certificate,
    DeadlineKind,
    Kind,
    MatchMethod,
    StartKind,
    Status,
)
from stellenbund.store.tables.columns import ASCII, Cents, Validated, words
from stellenbund.store.tables.row import (
    DIGITS,
    HEX,
    LETTERS,
    Row,
    between,
    check,
    filled,
    link,
    made_of,
)

ID_LETTERS = LETTERS + "23456789"
"""What the short id of an opening is made of: no 0 and no 1, which look like letters."""

LINES = (
    "title_published",
    "title",
    "org_unit",
    "start_text",
    "deadline_text",
    "licence",
    "attribution",
)
TEXTS = ("description_html", "description_text", "tasks", "profile", "benefits", "certificate_text")


class OpeningRow(OpeningFields, Row, table=True):
    """An opening with its identity, its origins and its life.

    ``content_hash`` says whether its content moved, ``search_text`` is folded for searching.
    """

    __tablename__: ClassVar[str] = "opening"
    __table_args__ = (
        made_of("id", ID_LETTERS, 10),
        *(filled(line) for line in LINES),
        *(filled(text, 60_000) for text in TEXTS),
        filled("language", 35),
        made_of("content_hash", HEX, 64),
        made_of("kldb", DIGITS, 5),
        between("profession_score", 0, 1),
        between("positions", 1, 999),
        between("training_year", 2000, 2100),
        between("duration_months", 1, 72),
        check("weekly_hours", "weekly_hours > 0 AND weekly_hours <= 60"),
        check("starts_on", "(start_kind IN ('day', 'month')) = (starts_on IS NOT NULL)"),
        check("deadline_on", "(deadline_kind = 'fixed') = (deadline_on IS NOT NULL)"),
        link("apply_url"),
        link("source_url"),
        check("never_expired", "status <> 'expired'"),
        check("readvertises", "readvertises <> id"),
        Index(None, "first_seen_at", "id"),
        Index(None, "city", "status"),
        Index(None, "status", "deadline_on"),
    )

    id: str = Field(sa_column=Column(ASCII, primary_key=True))
    city: str = Field(sa_column=Column(ASCII, ForeignKey("city.slug"), nullable=False))
    status: Status = Field(sa_column=Column(words(Status), nullable=False))
    sample: bool
    first_seen_at: datetime
    last_seen_at: datetime
    content_changed_at: datetime
    content_hash: str
    sequence: int = Field(sa_column=Column(BigInteger, nullable=False, index=True))
    origins: dict[str, Origin] = Field(
        sa_column=Column(Validated(dict[str, Origin]), nullable=False)
    )
    dead_links: tuple[DeadLink, ...] = Field(
        sa_column=Column(Validated(tuple[DeadLink, ...]), nullable=False)
    )
    readvertises: str | None = Field(
        default=None, sa_column=Column(ASCII, ForeignKey("opening.id"), unique=True)
    )
    search_text: str = Field(sa_column=Column(Text, nullable=False))

    kind: Kind = Field(sa_column=Column(words(Kind), nullable=False, index=True))
    profession: str | None = Field(
        sa_column=Column(ASCII, ForeignKey("profession.slug"), index=True)
    )
    profession_score: float | None = Field(sa_column=Column(Float(53)))
    profession_method: MatchMethod | None = Field(sa_column=Column(words(MatchMethod)))
    places: tuple[WorkPlace, ...] = Field(
        sa_column=Column(Validated(tuple[WorkPlace, ...]), nullable=False)
    )
    training_year: int | None = Field(index=True)
    start_kind: StartKind = Field(sa_column=Column(words(StartKind), nullable=False))
    deadline_kind: DeadlineKind = Field(sa_column=Column(words(DeadlineKind), nullable=False))
    pay: Pay | None = Field(sa_column=Column(Validated(Pay)))
    weekly_hours: Decimal | None = Field(sa_column=Column(Cents(4)))
    certificate: Certificate | None = Field(sa_column=Column(words(Certificate), index=True))
    part_time: Claim = Field(sa_column=Column(Validated(Claim), nullable=False))
    takeover: Claim = Field(sa_column=Column(Validated(Claim), nullable=False))
    german_level: GermanClaim = Field(sa_column=Column(Validated(GermanClaim), nullable=False))
    nationality: NationalityClaim = Field(
        sa_column=Column(Validated(NationalityClaim), nullable=False)
    )
    foreign_certificate: Claim = Field(sa_column=Column(Validated(Claim), nullable=False))
    minimum_age: AgeClaim = Field(sa_column=Column(Validated(AgeClaim), nullable=False))
    maximum_age: AgeClaim = Field(sa_column=Column(Validated(AgeClaim), nullable=False))
    driving_licence: LicenceClaim = Field(sa_column=Column(Validated(LicenceClaim), nullable=False))
    medical_check: Claim = Field(sa_column=Column(Validated(Claim), nullable=False))
    inclusive: Claim = Field(sa_column=Column(Validated(Claim), nullable=False))
    partner_schools: tuple[PartnerSchool, ...] = Field(
        sa_column=Column(Validated(tuple[PartnerSchool, ...]), nullable=False)
    )
    apply_kind: ApplyKind | None = Field(sa_column=Column(words(ApplyKind)))
    contact: Contact | None = Field(sa_column=Column(Validated(Contact)))


class StatusChangeRow(Row, table=True):
    """One step in an opening's life: every disappearance is explained."""

    __tablename__: ClassVar[str] = "status_change"
    __table_args__ = (
        filled("reason"),
        filled("actor"),
        check("never_expired", "status <> 'expired'"),
    )

    id: int | None = Field(default=None, primary_key=True)
    opening: str = Field(
        sa_column=Column(ASCII, ForeignKey("opening.id"), nullable=False, index=True)
    )
    status: Status = Field(sa_column=Column(words(Status), nullable=False))
    reason: str
    actor: str
    at: datetime
    run: int | None = Field(foreign_key="run.id")
