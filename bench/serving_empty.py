"""Serving empty: FastAPI and SQLModel with nothing to say, against which start and memory count."""

import os
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlmodel import Session, create_engine, select

engine = create_engine(os.environ.get("BENCH_DATABASE", "sqlite://"))
app = FastAPI()


def session() -> Iterator[Session]:
    """Open a session for a request."""
    with Session(engine) as opened:
        yield opened


@app.get("/")
def read_one(session: Annotated[Session, Depends(session)]) -> int:
    """Ask the database for a number."""
    return session.exec(select(1)).one()
