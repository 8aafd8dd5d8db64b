"""Occasion: why and how a run happens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Who or what started a run, whether its pages are saved samples, the clock and new ids.

    *trigger* is shown as the actor in an opening's history, such as ``schedule``.
    """

    trigger: str
    sample: bool
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
