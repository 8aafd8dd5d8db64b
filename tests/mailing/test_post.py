"""Post: letters to a real server on loopback, which takes them, refuses them, or is slow."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from stellenbund.domain.letter import Letter, NotSentError
from stellenbund.mailing.mail_server import MailServer, Security
from stellenbund.mailing.message import message_of
from stellenbund.mailing.post import post
from tests.builders import NOW
from tests.loopback import dripping
from tests.mailing.certificates import made_for
from tests.mailing.mailboxes import Mailboxes, open_mailboxes

SENDER = "stellen@betreiber.example"


def letter(**changes: object) -> Letter:
    plain: dict[str, object] = {
        "id": "k7m2x9qa4w",
        "address": "petra@musterstadt.example",
        "subject": "Musterstadt: „Gärtner.csv“ ist übernommen",
        "text": "Guten Tag,\n\n12 neu, 3 geändert.\n.\nEnde",
        "written_at": NOW,
        "next_at": NOW,
    }
    return Letter.model_validate(plain | changes)


def sent(server: MailServer, told: Letter | None = None) -> None:
    post(told or letter(), server, sender=SENDER)


@pytest.fixture
def mailboxes() -> Iterator[Mailboxes]:
    with open_mailboxes(Mailboxes()) as opened:
        yield opened


def test_a_letter_arrives_as_it_was_written(mailboxes: Mailboxes) -> None:
    sent(MailServer.of(mailboxes.url))
    (arrived,) = mailboxes.letters
    assert arrived["Subject"] == "Musterstadt: „Gärtner.csv“ ist übernommen"
    assert arrived["From"] == f"Stellenbund <{SENDER}>"
    assert arrived["To"] == "petra@musterstadt.example"
    assert arrived["Message-ID"] == "<k7m2x9qa4w@betreiber.example>"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["Date"].datetime == NOW.replace(microsecond=0)
    assert (arrived.get_content_type(), arrived.get_content_charset()) == ("text/plain", "utf-8")
    assert arrived.get_content().splitlines() == letter().text.splitlines()


@pytest.mark.parametrize("line_break", ["\u2028", "\u2029", "\u00a0\u2028 "])
def test_no_name_of_a_file_adds_a_header(line_break: str) -> None:
    subject = f"Musterstadt: „a{line_break}Bcc: alle@musterstadt.example“ ist übernommen"
    message = message_of(letter(subject=subject), SENDER)
    assert message["Bcc"] is None
    assert message["Subject"] == "Musterstadt: „a Bcc: alle@musterstadt.example“ ist übernommen"
    with pytest.raises(ValueError, match="pattern"):
        letter(subject=subject.replace(line_break, "\r\n"))


@pytest.mark.parametrize(
    "address", ["a,b@musterstadt.example", "<x>@y", "a;b@c,d", "grün@x.example"]
)
def test_an_address_that_mail_does_not_know_is_given_up(mailboxes: Mailboxes, address: str) -> None:
    with pytest.raises(NotSentError, match="No mail can go to") as error:
        sent(MailServer.of(mailboxes.url), letter(address=address))
    assert error.value.is_final
    assert mailboxes.letters == []


@pytest.mark.parametrize(
    ("answer", "recipient", "is_final"),
    [
        ("554 Nein", "250 OK", True),
        ("451 Spaeter", "250 OK", False),
        ("250 OK", "550 Unbekannt", True),
        ("250 OK", "450 Spaeter", False),
    ],
)
def test_a_refusal_says_whether_trying_again_is_of_use(
    mailboxes: Mailboxes, answer: str, recipient: str, *, is_final: bool
) -> None:
    mailboxes.answer, mailboxes.recipient = answer, recipient
    with pytest.raises(NotSentError) as error:
        sent(MailServer.of(mailboxes.url))
    refusal = recipient if answer.startswith("250") else answer
    assert error.value.reason == (
        f"The mail server 127.0.0.1:{mailboxes.port} did not take it: {refusal}"
    )
    assert error.value.is_final == is_final


def test_nothing_is_sent_unprotected_where_protection_is_asked_for(mailboxes: Mailboxes) -> None:
    with pytest.raises(NotSentError, match="STARTTLS") as error:
        sent(MailServer.of(mailboxes.url.replace("smtp:", "starttls:")))
    assert not error.value.is_final
    assert mailboxes.letters == []


@pytest.mark.parametrize(
    ("security", "option", "rules"),
    [
        (Security.STARTTLS, "tls_context", {"auth_required": True}),
        (Security.TLS, "ssl_context", {"auth_require_tls": False}),
    ],
)
def test_letter_and_password_go_to_the_server_that_is_meant_and_to_no_other(
    security: Security, option: str, rules: dict[str, bool], tmp_path: Path
) -> None:
    ours, trusted = made_for("localhost", tmp_path)
    known: list[object] = []

    def knows(*seen: object) -> AuthResult:
        known.append(seen[-1])
        right = LoginPassword(b"stellen", b"ge:heim")
        return AuthResult(success=seen[-1] == right, handled=False)

    asking = {"authenticator": knows, option: ours, **rules}
    with open_mailboxes(Mailboxes(), **asking) as protected:

        def server(
            host: str = "localhost", tls: ssl.SSLContext = trusted, user: str = "stellen"
        ) -> MailServer:
            named = MailServer.of(f"{security}://{user}:ge%3Aheim@{host}:{protected.port}")
            return replace(named, tls=tls)

        with pytest.raises(NotSentError, match="mismatch"):
            sent(server("127.0.0.1"))
        with pytest.raises(NotSentError, match="self-signed"):
            sent(server(tls=ssl.create_default_context()))
        assert known == []
        with pytest.raises(NotSentError, match="535") as error:
            sent(server(user="falsch"))
        assert not error.value.is_final
        assert protected.letters == []
        sent(server())
        assert len(protected.letters) == 1


def test_a_name_that_no_server_can_have_is_no_reason_to_break() -> None:
    with pytest.raises(NotSentError, match=r"did not take it: .*label") as error:
        sent(MailServer.of(f"smtp://{'a' * 70}.example"))
    assert not error.value.is_final


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(NotSentError, match=r"127\.0\.0\.1:9 did not take it: .*refused") as error:
        sent(MailServer.of("smtp://127.0.0.1:9"))
    assert not error.value.is_final


@pytest.mark.parametrize(("byte", "limits"), [(b"", {"patience": 0.1}), (b"2", {"deadline": 0.1})])
def test_a_server_that_says_nothing_or_never_ends_is_left(
    byte: bytes, limits: dict[str, float]
) -> None:
    with dripping(byte) as port, pytest.raises(NotSentError):
        post(letter(), MailServer.of(f"smtp://127.0.0.1:{port}"), sender=SENDER, **limits)
