"""Post: a letter is handed to the mail server, within a fixed time."""

from contextlib import suppress
from email.errors import MessageError
from email.message import EmailMessage
from smtplib import SMTP, SMTPDataError, SMTPException, SMTPRecipientsRefused

from stellenbund.deadline import cut_after
from stellenbund.domain.letter import Letter, NotSentError
from stellenbund.mailing.mail_server import MailServer, Security
from stellenbund.mailing.message import domain_of, message_of

PATIENCE = 10.0
"""Seconds that a server may take for one step."""

FOR_GOOD = 500
"""Replies from this number on say that trying again is of no use (RFC 5321, 4.2.1)."""

DEADLINE = 60.0
"""Seconds that a letter may take in all: a server that says a byte now and then never times out."""


def post(
    letter: Letter,
    server: MailServer,
    *,
    sender: str,
    patience: float = PATIENCE,
    deadline: float = DEADLINE,
) -> None:
    """Hand a letter over, from the address *sender*.

    Raises:
        NotSentError: the server does not take it, now or ever.
    """
    try:
        message = message_of(letter, sender)
    except (ValueError, MessageError) as error:
        raise NotSentError(f"No mail can go to {letter.address}.", is_final=True) from error
    client = server.client(our_name=domain_of(sender), timeout=patience)
    try:
        with cut_after(deadline, lambda: client.sock):
            _hand_over(client, message, server)
    except (OSError, ValueError) as error:  # the latter where a setting is nothing for mail
        raise NotSentError(_reason(error, server), is_final=_is_final(error)) from error
    finally:
        client.close()


def _hand_over(client: SMTP, message: EmailMessage, server: MailServer) -> None:
    client.connect(server.host, server.port)
    if server.security is Security.STARTTLS:
        client.starttls(context=server.tls)
    if server.user is not None and server.password is not None:
        client.login(server.user, server.password)
    client.send_message(message)
    with suppress(OSError):  # the letter is taken; how one parts does not matter
        client.quit()


def _reason(error: Exception, server: MailServer) -> str:
    """Say in English what the server said, or that it said nothing."""
    match error:
        case SMTPRecipientsRefused():
            code, said = next(iter(error.recipients.values()))
            told = f"{code} {said.decode(errors='replace')}"
        case SMTPException() if len(error.args) > 1:
            told = f"{error.args[0]} {bytes(error.args[1]).decode(errors='replace')}"
        case _:
            told = str(error) or type(error).__name__
    return f"The mail server {server.host}:{server.port} did not take it: {' '.join(told.split())}"


def _is_final(error: Exception) -> bool:
    """Say whether the letter itself is refused for good, not we or the moment."""
    match error:
        case SMTPRecipientsRefused():
            return all(code >= FOR_GOOD for code, _ in error.recipients.values())
        case SMTPDataError():
            return error.smtp_code >= FOR_GOOD
    return False
