"""Link health: when a link that an opening states counts as dead, and when it is checked again."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import urlsplit

from stellenbund.domain.statements import Link
from stellenbund.domain.value import Told, Value


class LinkState(StrEnum):
    """What we believe of a link; only a dead one is kept from those who apply."""

    ALIVE = "alive"
    UNSURE = "unsure"
    DEAD = "dead"


class Sign(StrEnum):
    """What one answer says of its link."""

    WORKS = "works"
    GONE = "gone"
    LOST = "lost"
    UNCLEAR = "unclear"


PATIENCE = {Sign.GONE: timedelta(hours=1), Sign.LOST: timedelta(hours=24)}
"""For how long a sign must have lasted before the link counts as dead.

404 and 410 are the server's own word; heard twice, an hour apart, they outlast the moment in which
a site is rolled out anew. All other signs are our reading of the answer: they must hold for a day,
longer than most disturbances. Both are shorter than the patience of a removal, since a mark takes
nothing away and the first answer that works lifts it.
"""

UNSURE_AFTER = (timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
"""When an unsure link is checked again, after the first, the second and every further time."""

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FRESHLY_DEAD = timedelta(days=14)
"""For how long a dead link is checked daily; later weekly."""

SPREAD = timedelta(hours=4)
"""Within how long a stretch the daily checks of all living links are spread out."""

ENOUGH_HOSTS = 3
"""From how many hosts on, none of which answers, the fault is likelier on our side."""


class LinkAnswer(Value):
    """What came back when a link was followed; without a *status*, nobody answered at all."""

    sign: Sign
    status: int | None = None
    reason: Told | None = None


Look = Callable[[Sequence[str]], Mapping[str, LinkAnswer]]
"""How links are followed: addresses in, the answer to each out."""


class LinkHealth(Value):
    """What all checks of a link together say.

    *first_gone_at* begins an unbroken row of signs that it is dead, *declared_gone_at* the row of
    those that are the server's own word; what is unclear in between does not break them. *failures*
    counts the checks since it last worked.
    """

    url: Link
    state: LinkState
    status: int | None = None
    reason: Told | None = None
    first_gone_at: datetime | None = None
    declared_gone_at: datetime | None = None
    checked_at: datetime
    failures: int = 0
    next_check_at: datetime

    @property
    def is_declared_gone(self) -> bool:
        """Whether the server itself said last, and said long enough, that nothing is there."""
        return (
            self.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
            and self.declared_gone_at is not None
            and self.checked_at - self.declared_gone_at >= PATIENCE[Sign.GONE]
        )


def host_of(url: str) -> str:
    """Return the name of the server that *url* leads to; empty where it names none.

    >>> host_of("https://Karriere.example.org:443/17"), host_of("https://[17")
    ('karriere.example.org', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def believed(answers: Mapping[str, LinkAnswer]) -> dict[str, LinkAnswer]:
    """Return *answers* as far as they can be believed.

    Where not one of several hosts answered anything, our own way to the network is broken, and
    that no name can be found says nothing about the links.
    """
    hosts = {host_of(url) for url in answers}
    is_cut_off = all(answer.status is None for answer in answers.values())
    if not is_cut_off or len(hosts) < ENOUGH_HOSTS:
        return dict(answers)
    return {
        url: answer.model_copy(update={"sign": Sign.UNCLEAR}) for url, answer in answers.items()
    }


def judge(before: LinkHealth | None, url: str, answer: LinkAnswer, at: datetime) -> LinkHealth:
    """Return what to think of the link *url* after *answer*, and when to ask again.

    Only signs that lasted make a link dead, and one answer that works makes it alive again.
    Refusals, errors and silence leave a dead link dead and make no other one dead.
    """
    first, declared = (before.first_gone_at, before.declared_gone_at) if before else (None, None)
    first_gone_at = _since(first, answer.sign, at, signs=PATIENCE)
    declared_gone_at = _since(declared, answer.sign, at, signs={Sign.GONE})
    since = declared_gone_at if answer.sign is Sign.GONE else first_gone_at
    state = _state(before, answer.sign, at - since if since else None)
    failures = 0 if state is LinkState.ALIVE else (before.failures if before else 0) + 1
    is_suspected_now = at in {first_gone_at, declared_gone_at}
    return LinkHealth(
        url=url,
        state=state,
        status=answer.status,
        reason=answer.reason,
        first_gone_at=first_gone_at,
        declared_gone_at=declared_gone_at,
        checked_at=at,
        failures=failures,
        next_check_at=at
        + _pause(url, state, 1 if is_suspected_now else failures, at - (first_gone_at or at)),
    )


def _since(
    known: datetime | None, sign: Sign, at: datetime, *, signs: Collection[Sign]
) -> datetime | None:
    """Return when an unbroken row of *signs* began, of which *sign* may be the first."""
    if sign is Sign.WORKS:
        return None
    return known or (at if sign in signs else None)


def _state(before: LinkHealth | None, sign: Sign, lasted: timedelta | None) -> LinkState:
    if sign is Sign.WORKS:
        return LinkState.ALIVE
    was_dead = before is not None and before.state is LinkState.DEAD
    has_lasted = sign in PATIENCE and lasted is not None and lasted >= PATIENCE[sign]
    return LinkState.DEAD if was_dead or has_lasted else LinkState.UNSURE


def _pause(url: str, state: LinkState, failures: int, gone_for: timedelta) -> timedelta:
    """Return after how long to check again."""
    match state:
        case LinkState.ALIVE:
            return DAY - SPREAD / 2 + SPREAD * _share(url)
        case LinkState.DEAD:
            return DAY if gone_for < FRESHLY_DEAD else WEEK
        case LinkState.UNSURE:
            return UNSURE_AFTER[min(failures, len(UNSURE_AFTER)) - 1]


def _share(url: str) -> float:
    """Return a number from 0 to 1 that is always the same for *url* and differs for others."""
    return int.from_bytes(sha256(url.encode()).digest()[:2]) / 0xFFFF
