"""A real mail server on loopback that keeps what it is sent, or answers as a test wants."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope


@dataclass
class Mailboxes:
    """What arrived; *answer* is what is said to each letter, *recipient* to each address."""

    answer: str = "250 OK"
    recipient: str = "250 OK"
    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, _server: object, _session: object, envelope: Envelope, address: str, _: list[str]
    ) -> str:
        """Take or refuse an address."""
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(  # noqa: N802 - likewise
        self, _server: object, _session: object, envelope: Envelope
    ) -> str:
        """Keep a letter, unless the answer refuses it."""
        if self.answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.letters.append(message_from_bytes(content, policy=policy.default))
        return self.answer

    @property
    def url(self) -> str:
        """The server as a setting names it."""
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def open_mailboxes(mailboxes: Mailboxes, **options: Any) -> Iterator[Mailboxes]:  # noqa: ANN401
    """Let *mailboxes* listen on a free port of loopback."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        mailboxes.port = free.getsockname()[1]
    controller = Controller(mailboxes, hostname="127.0.0.1", port=mailboxes.port, **options)
    controller.start()
    try:
        yield mailboxes
    finally:
        controller.stop()
