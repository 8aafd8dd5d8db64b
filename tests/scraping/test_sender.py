"""Sender: a message arrives as it is, or a receipt says why it did not."""

import socket
from datetime import timedelta

import pytest

from stellenbund.domain.webhook import Receipt
from stellenbund.domain.webhook_message import WebhookMessage
from stellenbund.scraping.addresses import LOOPBACK, PUBLIC, Door
from stellenbund.scraping.sender import open_sender
from tests.scraping.bad_host import Behaviour, answer, serving

QUICKLY = 0.5


def message(port: int, path: str = "/hooks?a=b") -> WebhookMessage:
    headers = {"content-type": "application/json", "webhook-id": "msg_1"}
    url = f"http://agentur.test:{port}{path}"
    return WebhookMessage(url=url, headers=headers, body='{"ä": 1}'.encode())


def sent(behave: Behaviour, heard: list[str] | None = None, *, door: Door = LOOPBACK) -> Receipt:
    with (
        serving(behave, heard=heard) as port,
        open_sender(
            "Stellenbund/0", door=door, resolve=lambda _, __: ("127.0.0.1",), deadline=QUICKLY
        ) as send,
    ):
        return send(message(port))


def test_a_message_arrives_with_its_bytes_and_its_headers() -> None:
    heard: list[str] = []
    assert sent(answer("", status="204 No Content"), heard) == Receipt(status=204)
    head, _, body = heard[0].partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    told = dict(line.lower().split(": ", 1) for line in lines)
    assert first == "POST /hooks?a=b HTTP/1.1"
    assert told["host"].startswith("agentur.test:")
    assert (told["webhook-id"], told["user-agent"]) == ("msg_1", "stellenbund/0")
    assert body == '{"ä": 1}'


def test_a_redirect_is_no_success_and_is_not_followed() -> None:
    heard: list[str] = []
    receipt = sent(answer("", "Location: http://agentur.test/else", status="307 x"), heard)
    assert (receipt.status, receipt.is_taken, len(heard)) == (307, False, 1)


@pytest.mark.parametrize(
    ("line", "wait"),
    [
        ("Retry-After: 120", timedelta(minutes=2)),
        ("Retry-After: soon", None),
        ("Retry-After: 9999999999", None),
        ("X-Other: 1", None),
    ],
)
def test_a_receiver_may_ask_to_be_left_alone(line: str, wait: timedelta | None) -> None:
    assert sent(answer("", line, status="429 Slow")) == Receipt(status=429, wait=wait)


def hang_up(connection: socket.socket, _path: str) -> None:
    connection.close()


def babble(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"\x16\x03\x01\r\n\r\n")


def keep_silent(connection: socket.socket, _path: str) -> None:
    connection.recv(1)


@pytest.mark.parametrize("behave", [hang_up, babble])
def test_a_broken_line_is_told(behave: Behaviour) -> None:
    receipt = sent(behave)
    assert receipt.status is None
    assert receipt.complaint.startswith("It cannot be reached")


def test_who_keeps_silent_is_not_waited_for() -> None:
    assert sent(keep_silent).complaint == "It did not answer within 0.5 seconds."


def test_an_answer_without_end_is_not_read() -> None:
    def flood(connection: socket.socket, _path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
        connection.sendall(b"x" * 10_000_000)

    assert sent(flood) == Receipt(status=200)


def test_no_address_inside_is_ever_connected_to() -> None:
    heard: list[str] = []
    assert sent(answer(""), heard, door=PUBLIC).complaint.endswith("that is not public.")
    assert heard == []


def test_a_name_that_leads_nowhere_is_told() -> None:
    def unknown(_host: str, _port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with open_sender("Stellenbund/0", resolve=unknown) as send:
        receipt = send(message(443))
    assert receipt.complaint.startswith("It cannot be reached")
