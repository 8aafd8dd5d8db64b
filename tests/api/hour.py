"""An hour of a federation's life in which everything happens that can change what is public."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.domain.link_health import LinkAnswer, Sign
from stellenbund.domain.run import Outcome
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.check_links import check_due_links
from stellenbund.flows.register import register
from stellenbund.store.database import reading, writing
from stellenbund.store.tables.openings import OpeningRow
from tests.builders import harvest, notice
from tests.flows.desk import corrected, hidden, shown
from tests.stocking import (
    JOBSUCHE,
    MUSTERSTADT,
    NEUSTADT,
    PROFESSIONS,
    SITE,
    open_store,
    settled,
    source,
)

BEGINS = datetime(2026, 11, 24, 22, 20, tzinfo=UTC)
"""Forty minutes before midnight in Berlin."""

LAST_DAYS = (date(2026, 11, 24), date(2026, 11, 25), None)
NEUSTADT_SITE = source(city="neustadt")
NAMES = "abcdefgh"


def by_chance(seed: int) -> Random:
    """Return chance that is the same in every test run."""
    return Random(seed)  # noqa: S311 - nothing here is a secret


@dataclass
class Hour:
    """A federation, what happens in it by chance, and its clock."""

    engine: Engine
    chance: Random
    now: datetime = BEGINS
    happened: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Make the cities known and let them publish something."""
        open_store(self.engine)
        self.scrape()
        self.scrape()

    def go_on(self) -> None:
        """Let a minute pass and one thing happen."""
        self.now += timedelta(minutes=1)
        happen: Callable[[], None] = self.chance.choice(
            [self.scrape] * 6 + [self.hide_or_show] * 2 + [self.correct, self.leave, self.check]
        )
        self.happened.append(happen.__name__)
        happen()

    def scrape(self) -> None:
        """Let a source show some openings, new ones and changed ones, and no longer others."""
        of = self.chance.choice([SITE, JOBSUCHE, NEUSTADT_SITE])
        shown = [name for name in NAMES if self.chance.random() < 0.6]
        notices = [
            notice(
                f"{of.key}-{name}",
                org_unit=f"Amt {name}",
                positions=self.chance.choice([None, 1, 2]),
                apply_url=f"https://{of.city}.example/{name}",
                apply_kind="portal",
                **self._deadline(),
            )
            for name in shown
        ]
        trouble = self.chance.choice([None, None, None, Outcome.TRUNCATED])
        is_sample = of is NEUSTADT_SITE and self.chance.random() < 0.3
        told = harvest(*notices, trouble=trouble)
        settled(self.engine, told, of=of, at=self.now, sample=is_sample)

    def hide_or_show(self) -> None:
        """Let a person hide an opening of Musterstadt, or show it again."""
        name, status = self._any()
        if status is Status.HELD:
            shown(self.engine, name)
        elif status is Status.PUBLISHED:
            hidden(self.engine, name)

    def correct(self) -> None:
        """Let a person set a value by hand."""
        name, status = self._any()
        if status is Status.PUBLISHED:
            corrected(self.engine, name, {"positions": str(self.chance.randint(3, 9))}, at=self.now)

    def leave(self) -> None:
        """Let a city take part no longer, and soon again."""
        self._let_take_part(is_active=False)
        if self.chance.random() < 0.5:
            self._let_take_part(is_active=True)

    def end(self) -> None:
        """Let Neustadt have openings and leave: nothing that happens later tells of them."""
        self._let_take_part(is_active=True)
        settled(self.engine, harvest(notice("last")), of=NEUSTADT_SITE, at=self.now)
        self._let_take_part(is_active=False)

    def _let_take_part(self, *, is_active: bool) -> None:
        city = NEUSTADT.model_copy(update={"is_active": is_active})
        with writing(self.engine) as session:
            register(session, [(city, ())], PROFESSIONS, at=self.now)

    def check(self) -> None:
        """Let some links die, and others come back."""

        def look(urls: object) -> dict[str, LinkAnswer]:
            signs = (Sign.GONE, Sign.WORKS)
            return {
                url: LinkAnswer(sign=self.chance.choice(signs), status=404)
                for url in urls  # type: ignore[attr-defined]
            }

        days = timedelta(days=len(self.happened))
        check_due_links(self.engine, [MUSTERSTADT.slug], look, lambda: self.now + days)

    def _deadline(self) -> dict[str, Any]:
        last_day = self.chance.choice(LAST_DAYS)
        return {"deadline_kind": "fixed", "deadline_on": last_day} if last_day else {}

    def _any(self) -> tuple[str, Status]:
        rows = select(OpeningRow.id, OpeningRow.status).order_by(col(OpeningRow.id))
        with reading(self.engine) as session:
            found = session.exec(rows.where(OpeningRow.city == MUSTERSTADT.slug)).all()
        name, status = self.chance.choice(found)
        return name, Status(status)
