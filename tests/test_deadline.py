"""Deadline: what is cut, and what is not any more."""

import socket
from threading import Event

from stellenbund.deadline import cut_after


def test_whoever_waits_for_too_long_is_cut_off() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, cut_after(0.01, lambda: ours):
        ours.settimeout(10)
        assert ours.recv(1) == b""


def test_what_ends_in_time_is_left_alone_and_so_is_what_was_never_open() -> None:
    ours, theirs = socket.socketpair()
    asked = Event()

    def nothing() -> None:
        asked.set()

    with ours, theirs:
        with cut_after(10, lambda: ours):
            theirs.sendall(b"a")
        with cut_after(0, nothing):
            assert asked.wait(10)
        assert ours.recv(1) == b"a"
        ours.sendall(b"b")
        assert theirs.recv(1) == b"b"
