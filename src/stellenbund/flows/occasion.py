"""Occasion: why and how a run happens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Who or what started a run, whether its pages are saved samples, the clock and new ids.

    *trigger* is shown as the actor in an opening's history, such as ``schedule``. With
    *is_consented* a person has looked: nothing is doubted, and what is missing is gone at once.
    With *stop* set, what is being read is given up.
    """

    trigger: str
    sample: bool
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    is_consented: bool = False
    stop: Event = field(default_factory=Event)
