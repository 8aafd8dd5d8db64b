"""Letters: those that are due are sent, where the settings name a mail server."""

from functools import partial

from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import now
from stellenbund.domain.letter import Letter, NotSentError
from stellenbund.flows.send_letters import Posted, Send, send_due
from stellenbund.mailing.mail_server import MailServer
from stellenbund.mailing.post import post
from stellenbund.settings import Settings
from stellenbund.store.database import Database


def posting(settings: Settings) -> Send | None:
    """Return how letters are sent, or ``None`` where sender or server is not set."""
    if settings.mail_sender is None or settings.smtp_url is None:
        return None
    server = MailServer.of(settings.smtp_url.get_secret_value())
    return partial(post, server=server, sender=settings.mail_sender)


def send_letters(engine: Database, settings: Settings) -> bool:
    """Send what is due and tell of it; say whether each letter was taken."""
    send = posting(settings)
    posted = () if send is None else send_due(engine, send, now)
    for each in posted:
        if each.reason is not None:
            say(f"Letter {each.letter.id} to {each.letter.address}: {each.reason}. {_next(each)}")
    if posted:
        sent = sum(each.reason is None for each in posted)
        say(f"{sent} of {len(posted)} letters were sent.")
    return all(each.reason is None for each in posted)


def tell_by_letter(engine: Database, settings: Settings) -> None:
    """Send at once what was just written, or say why no letter tells of it, or not yet."""
    if settings.mail_sender is None:
        say("No letter tells of it: STELLENBUND_MAIL_SENDER is not set.")
    elif settings.smtp_url is None:
        say("Letters wait for `stellenbund deliver`: STELLENBUND_SMTP_URL is not set here.")
    else:
        send_letters(engine, settings)


def send_now(settings: Settings, letter: Letter) -> str | None:
    """Send a letter that is kept nowhere; return why not, if it was not taken."""
    send = posting(settings)
    if send is None:
        return "STELLENBUND_MAIL_SENDER and STELLENBUND_SMTP_URL are not both set"
    try:
        send(letter)
    except NotSentError as error:
        return error.reason
    return None


def _next(posted: Posted) -> str:
    if posted.next_at is None:
        return "It is given up."
    return f"Sent again at {posted.next_at:%Y-%m-%d %H:%M:%S} UTC."
