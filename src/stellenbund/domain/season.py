"""Season: between which days a training place can be advertised and can begin."""

from datetime import date, timedelta

WINDOW = timedelta(days=2 * 366)
"""How far from today a deadline may lie: places are advertised 10 to 14 months ahead."""

AHEAD = timedelta(days=3 * 366)
"""How far ahead a start may lie; the deadline for it is at most one season earlier."""


def is_too_far(deadline: date, today: date) -> bool:
    """Say whether nobody would set a *deadline* that late.

    >>> is_too_far(date(2032, 1, 31), date(2026, 11, 25))
    True
    """
    return deadline > today + WINDOW


def is_too_far_to_start(start: date, today: date) -> bool:
    """Say whether nobody would advertise a *start* that late.

    >>> is_too_far_to_start(date(2028, 9, 1), date(2026, 11, 25))
    False
    """
    return start > today + AHEAD


def is_long_past(day: date, today: date) -> bool:
    """Say whether a deadline or start is so old that no living advert would name it.

    >>> is_long_past(date(2018, 9, 1), date(2026, 11, 25))
    True
    """
    return day < today - WINDOW
