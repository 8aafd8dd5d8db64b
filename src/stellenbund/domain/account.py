"""Account: a person's right to act for a city or for the operator at the HR pages."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, StringConstraints

from stellenbund.domain.access import Caller, Grant, Verb
from stellenbund.domain.decision import Actor
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.value import Value

INVITATION = timedelta(days=7)
"""For how long an invitation waits to be accepted."""

Mailbox = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$"
    ),
    AfterValidator(str.casefold),
]
"""The e-mail address that a person signs in with; case does not matter."""


class AccountState(StrEnum):
    """Whether somebody can sign in."""

    INVITED = "invited"
    ACTIVE = "active"
    CLOSED = "closed"


class AccountTerms(Value):
    """Whom an account is for and what it may do; reading its own matters it always may.

    >>> grant = Grant(city="bochum", verbs=frozenset({Verb.UPLOAD}))
    >>> terms = AccountTerms.of("P.Muster@Bochum.example", name="Petra Muster", grant=grant)
    >>> terms.email, terms.grant.words
    ('p.muster@bochum.example', 'read_own, upload')
    """

    email: Mailbox
    name: Actor
    grant: Grant

    @classmethod
    def of(cls, email: str, *, name: str, grant: Grant) -> Self:
        """Return the terms of an account.

        Raises:
            pydantic.ValidationError: it is no e-mail address or no name.
        """
        verbs = grant.verbs | {Verb.READ_OWN}
        return cls(email=email, name=name, grant=Grant(city=grant.city, verbs=verbs))


class Account(AccountTerms):
    """An account as it is kept, without its password, of which only a digest is."""

    id: int
    created_at: AwareDatetime
    closed_at: AwareDatetime | None = None
    has_password: bool

    @property
    def state(self) -> AccountState:
        """Whether its person can sign in."""
        if self.closed_at is not None:
            return AccountState.CLOSED
        return AccountState.ACTIVE if self.has_password else AccountState.INVITED

    @property
    def caller(self) -> Caller:
        """Who acts with it."""
        return Caller(name=self.name, grant=self.grant, account=self.id)


class Invitation(Value):
    """A link by which a person sets the first or a new password, once and in time."""

    account: Account
    expires_at: AwareDatetime


class AccountRefusedError(StellenbundError):
    """Somebody cannot come in or go on; the German sentence says why and what to do."""

    def __init__(self, detail_de: str) -> None:
        """Keep the sentence; it never says whether an account exists."""
        super().__init__(detail_de)
        self.detail_de = detail_de


class AccountClosedError(StellenbundError):
    """An account is closed already."""


def invitation_spent() -> AccountRefusedError:
    """Complain about a link that was used, replaced, mistyped or left lying for too long."""
    return AccountRefusedError(
        "Dieser Einladungslink gilt nicht (mehr): Er wurde schon benutzt, durch einen neueren "
        f"ersetzt oder ist älter als {INVITATION.days} Tage. Haben Sie Ihr Passwort schon gesetzt, "
        "melden Sie sich bitte an. Sonst bitten Sie den Betreiber um einen neuen Link."
    )


def not_recognised() -> AccountRefusedError:
    """Complain about an address or a password, without saying which of them."""
    return AccountRefusedError(
        "E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides, auch Groß- "
        "und Kleinschreibung im Passwort. Haben Sie es vergessen, schickt Ihnen der Betreiber "
        "einen neuen Einladungslink."
    )


def not_known_here() -> AccountRefusedError:
    """Complain about somebody whom a provider vouches for, and who has no open account here."""
    return AccountRefusedError(
        "Ihre Stadt hat bestätigt, wer Sie sind, aber zu Ihrer E-Mail-Adresse gibt es hier kein "
        "offenes Konto. Haben Sie eine Einladung, öffnen Sie zuerst deren Link und wählen ein "
        "Passwort; das ist nur einmal nötig. Sonst bitten Sie den Betreiber um eine Einladung."
    )
