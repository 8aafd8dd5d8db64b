"""Serving as usual: FastAPI with SQLModel on SQLite, put together as their own tutorials do it."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Query
from sqlalchemy import JSON
from sqlmodel import Field, Session, SQLModel, col, create_engine, func, select

engine = create_engine(
    os.environ.get("BENCH_DATABASE", "sqlite://"), connect_args={"check_same_thread": False}
)
app = FastAPI()


class OpeningLine(SQLModel):
    """What a list tells of an opening."""

    title_published: str
    title: str
    kind: str
    profession: str | None
    kldb: str | None
    org_unit: str | None
    language: str
    places: list[Any] = Field(sa_type=JSON)
    positions: int | None
    training_year: int | None
    start_kind: str
    starts_on: date | None
    start_text: str | None
    duration_months: int | None
    deadline_kind: str
    deadline_on: date | None
    deadline_text: str | None
    posted_on: date | None
    pay: dict[str, Any] | None = Field(sa_type=JSON)
    weekly_hours: Decimal | None
    part_time: dict[str, Any] = Field(sa_type=JSON)
    takeover: dict[str, Any] = Field(sa_type=JSON)
    certificate: str | None
    german_level: dict[str, Any] = Field(sa_type=JSON)
    nationality: dict[str, Any] = Field(sa_type=JSON)
    driving_licence: dict[str, Any] = Field(sa_type=JSON)
    apply_url: str | None
    apply_kind: str | None
    source_url: str | None
    contact: dict[str, Any] | None = Field(sa_type=JSON)
    attribution: str | None
    id: str = Field(primary_key=True)
    city: str
    status: str
    sample: bool
    first_seen_at: datetime
    last_seen_at: datetime
    content_changed_at: datetime


class Opening(OpeningLine, table=True):
    """An opening in full."""

    description_text: str | None
    description_html: str | None
    tasks: str | None
    profile: str | None
    benefits: str | None


class Page(SQLModel):
    """Some openings, and how many there are."""

    items: list[OpeningLine]
    total: int


class Filters(SQLModel):
    """What may be asked for."""

    city: list[str] = []
    kind: list[str] = []
    training_year: list[int] = []
    deadline_from: date | None = None
    offset: int = Field(default=0, ge=0)
    limit: int = Field(default=20, ge=1, le=100)


def session() -> Iterator[Session]:
    """Open a session for a request."""
    with Session(engine) as opened:
        yield opened


SessionDep = Annotated[Session, Depends(session)]


@app.get("/v1/openings")
def list_openings(filters: Annotated[Filters, Query()], session: SessionDep) -> Page:
    """List openings, the newest first."""
    wanted = [col(Opening.status) == "published"]
    if filters.city:
        wanted.append(col(Opening.city).in_(filters.city))
    if filters.kind:
        wanted.append(col(Opening.kind).in_(filters.kind))
    if filters.training_year:
        wanted.append(col(Opening.training_year).in_(filters.training_year))
    if filters.deadline_from:
        wanted.append(col(Opening.deadline_on) >= filters.deadline_from)
    newest = col(Opening.first_seen_at).desc(), col(Opening.id)
    page = select(Opening).where(*wanted).order_by(*newest)
    found = session.exec(page.offset(filters.offset).limit(filters.limit)).all()
    total = session.exec(select(func.count()).select_from(Opening).where(*wanted)).one()
    return Page(items=[OpeningLine.model_validate(each) for each in found], total=total)


@app.get("/v1/openings/{opening_id}")
def read_opening(opening_id: str, session: SessionDep) -> Opening:
    """Read one opening in full."""
    found = session.get(Opening, opening_id)
    if found is None:
        raise HTTPException(status_code=404)
    return found
