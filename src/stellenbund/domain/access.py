"""Access: who asks, and what they may do in whose matters."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from stellenbund.domain.decision import Actor
from stellenbund.domain.value import Slug, Value


class Verb(StrEnum):
    """What can be granted; reading what is published needs no grant."""

    READ_OWN = "read_own"
    UPLOAD = "upload"
    DECIDE = "decide"
    CORRECT = "correct"
    SUBSCRIBE = "subscribe"


class Lack(StrEnum):
    """What somebody lacks who may not do a thing."""

    OPERATOR = "operator"
    CITY = "city"
    VERB = "verb"


class Grant(Value):
    """The right to do *verbs* in the matters of *city*; without a city it is the operator's.

    >>> upload = Grant(city="bochum", verbs=frozenset({Verb.UPLOAD}))
    >>> upload.allows(Verb.UPLOAD, "bochum"), upload.allows(Verb.UPLOAD, "essen")
    (True, False)
    """

    city: Slug | None
    verbs: Annotated[frozenset[Verb], Field(min_length=1)]

    def allows(self, verb: Verb, city: str | None) -> bool:
        """Say whether *verb* may be done in the matters of *city*, or of all for ``None``."""
        return self.lack(verb, city) is None

    def lack(self, verb: Verb, city: str | None) -> Lack | None:
        """Say what is missing to do *verb* in the matters of *city*, or of all for ``None``."""
        if self.city is not None and city is None:
            return Lack.OPERATOR
        if self.city is not None and self.city != city:
            return Lack.CITY
        return None if verb in self.verbs else Lack.VERB

    @property
    def words(self) -> str:
        """The verbs in the order of the alphabet, as a person reads them."""
        return ", ".join(sorted(self.verbs))


EVERYTHING = Grant(city=None, verbs=frozenset(Verb))
"""What the operator may do."""


class Caller(Value):
    """Who asks for something: a program by its *token*, a person by her *account*, or neither."""

    name: Actor
    grant: Grant
    token: int | None = None
    account: int | None = None

    @property
    def actor(self) -> str:
        """Who this is, as the audit keeps it.

        >>> Caller(name="Excel-Makro", grant=EVERYTHING, token=3).actor
        'Excel-Makro (token 3)'
        >>> Caller(name="Petra Muster", grant=EVERYTHING, account=5).actor
        'Petra Muster (account 5)'
        """
        if self.token is not None:
            return f"{self.name} (token {self.token})"
        return self.name if self.account is None else f"{self.name} (account {self.account})"


OPERATOR = Caller(name="operator", grant=EVERYTHING)
"""Whoever carries the operator's key; the key has no name of its own."""
