"""Snapshots: everything that is public as files, made when somebody asks for them."""

import asyncio
import os
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from stellenbund.api.copy_forms import Extent, Form, write
from stellenbund.api.packing import Coding, pack
from stellenbund.domain.copying import Copied
from stellenbund.store.changes import latest_sequence
from stellenbund.store.copies import changed_at, public_numbers
from stellenbund.store.database import Database, reading

AT_ONCE = 200
"""How many openings are in memory while a snapshot is made."""

_CHUNK = 64 * 1024


class Snapshot:
    """One snapshot as a file that has no name and is gone once nobody reads it any more."""

    def __init__(self, extent: Extent, form: Form, coding: Coding, descriptor: int) -> None:
        self.extent, self.form, self.coding = extent, form, coding
        self.size = os.fstat(descriptor).st_size
        self._descriptor = descriptor
        weakref.finalize(self, os.close, descriptor)

    @property
    def tag(self) -> str:
        """The strong ETag of its bytes: nothing in them depends on anything else."""
        return f'"{self.extent.sequence}-{self.form}-{self.coding}-{version("stellenbund")}"'

    def chunks(self) -> Iterator[bytes]:
        """Yield its bytes; many can read it at once, each at their own speed."""
        for start in range(0, self.size, _CHUNK):
            yield os.pread(self._descriptor, _CHUNK, start)


class Snapshots:
    """The newest snapshot in each form and coding, ``app.state.snapshots``.

    Each is made into a file, within one moment of the database, and sent from there: a client
    that reads slowly holds neither a connection nor a thread, and the next one gets the same
    bytes at once. One at a time is made; whoever waits for it holds no thread either.
    """

    def __init__(self, engine: Database) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()
        self._made: dict[tuple[Form, Coding], Snapshot] = {}

    async def newest(self, form: Form, coding: Coding) -> Snapshot:
        """Return the snapshot of this moment."""
        async with self._turn:
            return await run_in_threadpool(self._newest, form, coding)

    def _newest(self, form: Form, coding: Coding) -> Snapshot:
        known = self._made.get((form, coding))
        with reading(self._engine) as session:
            sequence = latest_sequence(session)
            if known is None or known.extent.sequence != sequence:
                known = self._made[form, coding] = _made(session, sequence, form, coding)
        return known


def _made(session: Session, sequence: int, form: Form, coding: Coding) -> Snapshot:
    numbers = public_numbers(session)
    extent = Extent(sequence, len(numbers))
    with tempfile.TemporaryFile() as file:
        pack(coding, write(form, extent, _openings(session, numbers)), file)
        file.flush()
        return Snapshot(extent, form, coding, os.dup(file.fileno()))


def _openings(session: Session, numbers: Sequence[int]) -> Iterator[Copied]:
    """Yield the openings of these *numbers*; only some of them are in memory at once."""
    for start in range(0, len(numbers), AT_ONCE):
        yield from changed_at(session, numbers[start : start + AT_ONCE])
