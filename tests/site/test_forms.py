"""Forms: only our own pages, shown in this very browser, can do anything."""

import re

import pytest
from sqlalchemy import Engine

from tests.flows.inviting import PASSWORD, accepted
from tests.flows.issuing import audited
from tests.site.person import EMAIL, Person, read, signed_in
from tests.stocking import open_store


@pytest.fixture(scope="module")
def town(shared_engine: Engine) -> Engine:
    """A database with Petra's and Otto's accounts."""
    open_store(shared_engine)
    accepted(shared_engine)
    accepted(shared_engine, email="otto@musterstadt.example")
    return shared_engine


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://foreign.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_a_form_of_another_site_does_nothing(town: Engine, headers: dict[str, str]) -> None:
    person = signed_in(town)
    answer = person.post("/hr/abmelden", headers=headers)
    assert answer.status_code == 403
    assert "nicht von einer unserer Seiten" in read(answer)
    assert person.get("/hr/konto").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "https://stellen.example"}, {}],
    ids=str,
)
def test_our_own_form_does(town: Engine, headers: dict[str, str]) -> None:
    assert signed_in(town).post("/hr/abmelden", headers=headers).status_code == 303


def test_a_form_that_was_shown_to_another_browser_does_nothing(town: Engine) -> None:
    petra, otto = signed_in(town), signed_in(town, "otto@musterstadt.example")
    for key in ("", "0" * 64, petra.key + "0", petra.key):
        otto.key = key
        assert otto.post("/hr/abmelden").status_code == 403
    otto.get("/hr/konto")
    assert otto.post("/hr/abmelden").status_code == 303


def test_the_key_of_before_signing_in_is_good_for_nothing_after(town: Engine) -> None:
    person = Person(town)
    person.get("/hr/anmelden")
    before = person.key
    person.sign_in()
    person.key = before
    assert person.post("/hr/abmelden").status_code == 403


def test_signing_in_needs_a_form_of_ours_too(town: Engine) -> None:
    person = Person(town)
    person.get("/hr/anmelden")
    person.key = "0" * 64
    answer = person.post("/hr/anmelden", {"email": EMAIL, "passwort": PASSWORD})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_every_form_that_is_sent_carries_the_key(town: Engine) -> None:
    person = signed_in(town)
    for address in ("/hr/konto", "/hr/stadt/musterstadt/hochladen", "/hr/stadt/musterstadt"):
        text = person.get(address).text
        forms = re.findall(r'<form[^>]*method="post"[^>]*>.*?</form>', text, re.DOTALL)
        assert forms
        assert all('name="formular"' in form for form in forms)


def test_nothing_of_this_is_in_the_audit(town: Engine) -> None:
    assert {entry.deed for entry in audited(town)} == {"account_invited", "account_accepted"}


def test_what_no_database_keeps_is_no_mistake_of_ours(town: Engine) -> None:
    person = signed_in(town)
    told = {"antwort": "weg", "grund": "a\x00b\nc"}
    assert person.post("/hr/stadt/musterstadt/fragen/lauf/1", told).status_code == 404
    stranger = Person(town)
    assert stranger.sign_in("nie\x00mand@musterstadt.example").status_code == 403
