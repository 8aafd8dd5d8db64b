"""token and audit: given out once at the command line, listed without it, and written down."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.domain.token_text import PATTERN, is_spelled_right
from stellenbund.flows.admission import admit
from tests.cli.calling import Answer, Shell

CREATE = ("token", "create", "--city", "musterstadt", "--can", "upload", "--name", "Excel-Makro")


@pytest.fixture
def town(federation_on_both: Path, stellenbund: Shell) -> Shell:
    """The command line with a database that knows Musterstadt."""
    assert federation_on_both.exists()
    assert stellenbund("migrate").code == 0
    return stellenbund


def created(town: Shell, *more: str) -> str:
    answer = town(*CREATE, *more)
    assert answer.code == 0, answer.err
    return answer.out.strip()


def listed(town: Shell, *more: str) -> list[dict[str, object]]:
    tokens: list[dict[str, object]] = json.loads(town("token", "list", "--json", *more).out)
    return tokens


def test_a_token_is_printed_alone_and_only_this_once(town: Shell) -> None:
    answer = town(*CREATE, "--as", "Petra Muster")
    assert re.fullmatch(PATTERN + "\n", answer.out)
    assert is_spelled_right(answer.out.strip())
    assert answer.err.startswith(
        "Token 1, Excel-Makro: for the city musterstadt, may upload, until"
    )
    for words in (("token", "list"), ("token", "list", "--json"), ("audit",), ("audit", "--json")):
        shown = town(*words)
        assert answer.out.split("_")[2] not in shown.out + shown.err


def test_a_token_works(town: Shell, engine: Engine) -> None:
    text = created(town, "--can", "decide", "--days", "30")
    caller = admit(engine, text, datetime.now(UTC))
    assert (caller.grant.city, caller.grant.words) == ("musterstadt", "decide, upload")
    (token,) = listed(town)
    assert (token["state"], token["grant"]) == (
        "active",
        {"city": "musterstadt", "verbs": ["decide", "upload"]},
    )
    assert token["last_used_on"]
    expires = datetime.fromisoformat(str(token["expires_at"]))
    assert timedelta(days=29) < expires - datetime.now(UTC) <= timedelta(days=30)


def test_an_operators_token_may_do_everything_unless_it_is_told_what(town: Shell) -> None:
    town("token", "create", "--operator", "--name", "Konsole")
    town("token", "create", "--operator", "--name", "Wächter", "--can", "read_own")
    assert [token["grant"] for token in listed(town)] == [
        {"city": None, "verbs": ["correct", "decide", "read_own", "subscribe", "upload"]},
        {"city": None, "verbs": ["read_own"]},
    ]
    assert listed(town, "--city", "musterstadt") == []


def test_a_token_is_replaced_and_the_old_one_goes_on_for_the_overlap(
    town: Shell, engine: Engine
) -> None:
    old = created(town)
    answer = town("token", "rotate", "1", "--overlap-days", "7")
    assert (answer.code, answer.err[:20]) == (0, "Token 2, Excel-Makro")
    now = datetime.now(UTC)
    assert admit(engine, old, now + timedelta(days=6)).token == 1
    assert admit(engine, answer.out.strip(), now + timedelta(days=300)).token == 2
    first, second = listed(town)
    assert second["replaces"] == first["id"]
    assert str(first["expires_at"])[:10] == f"{now + timedelta(days=7):%Y-%m-%d}"


def test_a_token_is_revoked_once(town: Shell) -> None:
    created(town)
    answer = town("token", "revoke", "1")
    assert (answer.code, answer.err) == (0, "Token 1, Excel-Makro, is revoked.\n")
    assert listed(town)[0]["state"] == "revoked"
    for words in (("revoke", "1"), ("rotate", "1")):
        again = town("token", *words)
        assert again.code == 1
        assert again.err.startswith("Token 1 was revoked on 20")


def test_the_list_shows_what_each_may_do(town: Shell) -> None:
    created(town)
    town("token", "create", "--operator", "--name", "Konsole [bold]")
    shown = town("token", "list").out
    assert re.search(r"1 +musterstadt +Excel-Makro +upload +active +20\d\d-\d\d-\d\d +never", shown)
    assert re.search(r"2 +operator +Konsole \[bold\]", shown)


def test_who_did_it_stands_in_the_audit(town: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "pmuster")
    created(town)
    town("token", "revoke", "1", "--as", "Petra Muster")
    last, first = json.loads(town("audit", "musterstadt", "--json").out)
    assert (first["actor"], first["deed"]) == ("pmuster", "token_created")
    assert (last["actor"], last["deed"]) == ("Petra Muster", "token_revoked")
    shown = town("audit").out
    assert re.search(r"2 .* musterstadt +Petra Muster +token_revoked +token 1 +name Excel", shown)
    assert len(json.loads(town("audit", "--limit", "1", "--json").out)) == 1
    assert json.loads(town("audit", "--before", "1", "--json").out) == []


WRONG = {
    ("create", "--name", "x"): "Say who the token is for: either --city or --operator.",
    ("create", "--name", "x", "--city", "musterstadt", "--operator"): "Say who the token is for",
    ("create", "--name", "x", "--city", "musterstadt"): "Say what it may do: --can read_own, --can",
    ("create", "--name", "x", "--city", "mustrstadt", "--can", "upload"): "did you mean muster",
    ("create", "--name", " ", "--operator"): "--name: String should have at least 1 character.",
    ("create", "--name", "x", "--operator", "--as", ""): "--as: String should have at least 1",
    ("list", "--city", "nirgendwo"): "No city is called nirgendwo",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_cannot_be_meant_is_one_sentence(town: Shell, words: tuple[str, ...]) -> None:
    answer = town("token", *words)
    assert (answer.code, answer.out) == (2, "")
    assert WRONG[words] in answer.err
    assert answer.err.count("\n") == 1


def test_only_what_exists_can_be_granted_and_only_for_a_time(town: Shell) -> None:
    def asked(*more: str) -> Answer:
        return town("token", "create", "--operator", "--name", "x", *more)

    assert asked("--can", "delete").code == 2
    assert asked("--days", "401").code == 2
    assert asked("--days", "0").code == 2
    assert town("token", "rotate", "1", "--overlap-days", "91").code == 2
    assert listed(town) == []


def test_what_never_was_is_one_sentence(town: Shell) -> None:
    for words in (("token", "revoke", "99"), ("token", "rotate", "99")):
        answer = town(*words)
        assert (answer.code, answer.err) == (1, "There is no token 99.\n")
    assert town("audit", "nirgendwo").code == 2
