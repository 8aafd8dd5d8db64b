"""City, source and profession: what the scrapers and our own lists declare."""

from typing import ClassVar

from sqlalchemy import Column, ForeignKey, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.source import Scope, Trust
from stellenbund.domain.vocabulary import Certificate, Kind
from stellenbund.store.tables.columns import ASCII, Validated, words
from stellenbund.store.tables.row import DIGITS, Row, between, check, filled, made_of, slug


class CityRow(Row, table=True):
    """A city; its row is also what a writer holds while it changes the city's openings."""

    __tablename__: ClassVar[str] = "city"
    __table_args__ = (slug("slug"), filled("name"), made_of("ags", DIGITS, 8), filled("website"))

    slug: str = Field(sa_column=Column(ASCII, primary_key=True))
    name: str
    ags: str
    website: str
    is_active: bool


class SourceRow(Row, table=True):
    """A source of a city, found by its key within the city."""

    __tablename__: ClassVar[str] = "source"
    __table_args__ = (
        UniqueConstraint("city", "key"),
        slug("key"),
        filled("name"),
        filled("url"),
        filled("reader"),
        between("strikes", 1, 10),
        check("trust", f"trust IN ({', '.join(str(trust.value) for trust in Trust)})"),
    )

    id: int | None = Field(default=None, primary_key=True)
    city: str = Field(sa_column=Column(ASCII, ForeignKey("city.slug"), nullable=False))
    key: str = Field(sa_column=Column(ASCII, nullable=False))
    name: str
    url: str
    reader: str
    trust: int
    scope: Scope = Field(sa_column=Column(words(Scope), nullable=False))
    is_authoritative: bool
    strikes: int
    licence: str | None
    attribution: str | None
    is_enabled: bool
    disabled_reason: str | None


class ProfessionRow(Row, table=True):
    """A profession of our list."""

    __tablename__: ClassVar[str] = "profession"
    __table_args__ = (
        slug("slug"),
        filled("title"),
        made_of("kldb", DIGITS, 5),
        between("duration_months", 1, 72),
    )

    slug: str = Field(sa_column=Column(ASCII, primary_key=True))
    title: str
    kldb: str | None
    kind: Kind = Field(sa_column=Column(words(Kind), nullable=False))
    duration_months: int | None
    usual_certificate: Certificate | None = Field(sa_column=Column(words(Certificate)))
    aliases: tuple[str, ...] = Field(sa_column=Column(Validated(tuple[str, ...]), nullable=False))
