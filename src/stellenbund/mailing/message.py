"""Message: a letter as mail programs read it."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from stellenbund.domain.letter import Letter

NAME = "Stellenbund"
"""Whom a letter is from, beside the address."""


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """Return *letter* as a message from the address *sender*.

    It says that a program wrote it (RFC 3834), so that no absence note answers it.

    Raises:
        ValueError: its address is none that every mail server knows.
    """
    if not letter.address.isascii():  # few servers take others (RFC 6531), and refuse for good
        raise ValueError(letter.address)
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(NAME, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.address)
    # Names of files and of people stand in it; a header takes nothing that breaks a line.
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = f"<{letter.id}@{domain_of(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "de"
    message.set_content(f"{letter.text}\n", cte="quoted-printable")
    return message


def domain_of(address: str) -> str:
    """Return the part of an e-mail address behind the sign.

    >>> domain_of("stellen@betreiber.example")
    'betreiber.example'
    """
    return address.rpartition("@")[2]
