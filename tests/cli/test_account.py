"""account: invited at the command line, listed without any secret, and shut out."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.domain.account import AccountRefusedError
from stellenbund.flows.accounts import open_invitation
from stellenbund.store.database import reading
from tests.cli.calling import Answer, Shell

EMAIL = "p.muster@musterstadt.example"
LINK = re.compile(r"http://127\.0\.0\.1:8000/hr/einladung/([\w-]{43})\n")


@pytest.fixture
def town(federation_on_both: Path, stellenbund: Shell) -> Shell:
    """The command line with a database that knows Musterstadt."""
    assert federation_on_both.exists()
    assert stellenbund("migrate").code == 0
    return stellenbund


def invited(town: Shell, *more: str) -> Answer:
    return town("account", "invite", EMAIL, "--city", "musterstadt", *more)


def listed(town: Shell) -> list[dict[str, object]]:
    accounts: list[dict[str, object]] = json.loads(town("account", "list", "--json").out)
    return accounts


def test_the_link_is_printed_alone_and_only_this_once(town: Shell, engine: Engine) -> None:
    answer = invited(town, "--can", "upload,decide", "--can", "correct", "--name", "Petra Muster")
    link = LINK.fullmatch(answer.out)
    assert link is not None, answer.err
    assert answer.err.startswith(
        "Account 1, Petra Muster: acts for the city musterstadt, may correct, decide, read_own, "
        "upload. The link works once, until 20"
    )
    with reading(engine) as session:
        open_invitation(session, link[1], datetime.now(UTC) + timedelta(days=6))
    for words in (("account", "list"), ("account", "list", "--json"), ("audit", "--json")):
        assert link[1] not in town(*words).out


def test_the_link_leads_to_where_people_reach_the_service(
    town: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STELLENBUND_PUBLIC_ADDRESS", "https://stellen.musterstadt.example")
    answer = invited(town)
    assert answer.out.startswith("https://stellen.musterstadt.example/hr/einladung/")
    assert "STELLENBUND_PUBLIC_ADDRESS" not in answer.err


def test_a_link_that_leads_to_this_machine_only_is_said(town: Shell) -> None:
    assert "STELLENBUND_PUBLIC_ADDRESS is not set, so the link begins with" in invited(town).err


def test_an_account_that_can_only_read_is_said(town: Shell) -> None:
    assert "It can only read; --can correct,decide," in invited(town).err
    assert "It can only read" not in invited(town, "--can", "upload").err


def test_inviting_again_says_what_was_before_and_that_the_earlier_link_is_void(town: Shell) -> None:
    assert "already" not in invited(town, "--can", "upload").err
    again = invited(town, "--can", "decide")
    assert (
        f"{EMAIL} had an account already, invited: it acted for the city musterstadt and could "
        "read_own, upload. What is said now counts instead, and an earlier link is void."
    ) in again.err


def test_the_list_shows_what_each_may_do(town: Shell) -> None:
    invited(town)
    town("account", "invite", "chef@betreiber.example", "--operator", "--name", "Chef [bold]")
    shown = town("account", "list").out
    assert re.search(rf"1 +musterstadt +{EMAIL} +{EMAIL} +read_own +invited", shown)
    assert re.search(r"2 +operator .* Chef \[bold\] +correct, decide, read_own, subscribe,", shown)
    assert [account["state"] for account in listed(town)] == ["invited", "invited"]
    assert (
        json.loads(town("account", "list", "--city", "musterstadt", "--json").out)
        == (listed(town)[:1])
    )


def test_a_closed_account_is_closed_once_and_its_link_opens_nothing(
    town: Shell, engine: Engine
) -> None:
    link = LINK.fullmatch(invited(town).out)
    assert link is not None
    answer = town("account", "close", EMAIL.upper(), "--as", "Chefin")
    assert (answer.code, answer.err) == (0, f"Account 1, {EMAIL}, is closed.\n")
    assert listed(town)[0]["state"] == "closed"
    with pytest.raises(AccountRefusedError), reading(engine) as session:
        open_invitation(session, link[1], datetime.now(UTC))
    again = town("account", "close", EMAIL)
    assert (again.code, again.err) == (1, f"The account {EMAIL} is closed already.\n")
    (last, _) = json.loads(town("audit", "musterstadt", "--json").out)
    assert (last["actor"], last["deed"]) == ("Chefin", "account_closed")


WRONG = {
    ("invite", EMAIL): "Say for whom she acts: either --city or --operator.",
    ("invite", EMAIL, "--city", "musterstadt", "--operator"): "Say for whom she acts",
    ("invite", EMAIL, "--city", "mustrstadt"): "did you mean muster",
    ("invite", EMAIL, "--operator", "--can", "fly"): "--can: there is no 'fly'; there are read_own",
    ("invite", "Petra", "--operator"): "Petra is no e-mail address.",
    ("invite", EMAIL, "--operator", "--name", "x" * 101): "--name: String should have at most 100",
    ("close", "Petra"): "Petra is no e-mail address.",
    ("list", "--city", "nirgendwo"): "No city is called nirgendwo",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_cannot_be_meant_is_one_sentence(town: Shell, words: tuple[str, ...]) -> None:
    answer = town("account", *words)
    assert (answer.code, answer.out) == (2, "")
    assert WRONG[words] in answer.err
    assert answer.err.count("\n") == 1


def test_who_never_was_is_one_sentence(town: Shell) -> None:
    answer = town("account", "close", EMAIL)
    assert (answer.code, answer.err) == (1, f"There is no account {EMAIL}.\n")
