"""Invitation letter: the link of an invitation, as a letter to whom it is for."""

from datetime import datetime

from stellenbund.domain.account import Invitation
from stellenbund.domain.clock import BERLIN
from stellenbund.domain.letter import Letter

ASKED = (
    "Sie sind eingeladen, im Stellenbund Ausbildungsstellen zu betreuen. Über diesen Link wählen "
    "Sie Ihr Passwort:"
)
CAREFUL = (
    "Wer den Link hat, kann das Passwort wählen: Geben Sie ihn nicht weiter. Haben Sie mit dieser "
    "Nachricht nicht gerechnet, fragen Sie bitte den Betreiber, bevor Sie etwas öffnen."
)


def invitation_letter(invitation: Invitation, *, link: str, name: str, at: datetime) -> Letter:
    """Return the letter, called *name*, that takes *link* to the person who is invited."""
    account = invitation.account
    until = f"{invitation.expires_at.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"
    paragraphs = (
        f"Guten Tag, {account.name},",
        f"{ASKED}\n{link}",
        f"Er gilt einmal, bis {until}. Danach melden Sie sich mit {account.email} an.",
        CAREFUL,
    )
    return Letter(
        id=name,
        address=account.email,
        subject="Einladung zum Stellenbund",
        text="\n\n".join(paragraphs),
        written_at=at,
        next_at=at,
    )
