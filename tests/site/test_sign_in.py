"""Signing in and out, as a browser without scripts does it."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.flows.accounts import close_account
from stellenbund.flows.sign_in import sign_in_of
from stellenbund.settings import Settings
from stellenbund.site.app import create_site
from stellenbund.site.cookies import TicketCookie
from stellenbund.store.database import writing
from tests.flows.deciding import CHIEF
from tests.flows.inviting import PASSWORD, accepted, invited
from tests.site.person import EMAIL, Person, read, signed_in
from tests.stocking import open_store

COOKIE = "__Host-stellenbund"
CITY = "/hr/stadt/musterstadt"


@pytest.fixture
def town(engine: Engine) -> Engine:
    """A database with Petra's account."""
    open_store(engine)
    accepted(engine)
    return engine


def test_whoever_is_not_signed_in_comes_back_to_the_page_she_wanted(town: Engine) -> None:
    person = Person(town)
    answer = person.get(f"{CITY}/stellen?wort=koch")
    assert answer.status_code == 303
    assert answer.headers["location"] == (
        "/hr/anmelden?weiter=%2Fhr%2Fstadt%2Fmusterstadt%2Fstellen%3Fwort%3Dkoch"
    )
    page = person.get(answer.headers["location"])
    assert "Danach geht es weiter" in read(page)
    assert person.get(f"{CITY}").status_code == 303
    assert person.sign_in(onward=f"{CITY}/stellen?wort=koch").headers["location"] == (
        f"{CITY}/stellen?wort=koch"
    )
    assert person.get("/hr/anmelden").headers["location"] == "/hr/"


@pytest.mark.parametrize("foreign", ["https://foreign.example/hr/", "//foreign.example", "/v1"])
def test_nobody_is_led_to_another_site(town: Engine, foreign: str) -> None:
    assert Person(town).sign_in(onward=foreign).headers["location"] == "/hr/"


def test_the_cookie_is_strict_hidden_from_scripts_and_changes_at_sign_in(town: Engine) -> None:
    person = Person(town)
    page = person.get("/hr/anmelden")
    told = page.headers["set-cookie"]
    assert told.startswith(f"{COOKIE}=")
    for word in ("HttpOnly", "Path=/", "SameSite=strict", "Secure"):
        assert word in told
    assert "Domain" not in told
    assert "Max-Age" not in told
    before = person.client.cookies[COOKIE]
    entered = person.sign_in()
    assert entered.headers["set-cookie"].startswith(f"{COOKIE}=")
    assert person.client.cookies[COOKIE] != before
    assert sign_in_of(town, before, person.now) is None


def test_plain_http_is_for_development_only() -> None:
    assert TicketCookie.of(Settings()).is_secure
    plain = TicketCookie.of(Settings(plain_http=True))
    assert (plain.name, plain.is_secure) == ("stellenbund", False)


def test_signing_out_ends_it_on_the_server_too(town: Engine) -> None:
    person = signed_in(town)
    ticket = person.client.cookies[COOKIE]
    answer = person.post("/hr/abmelden")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/hr/anmelden?getan=abgemeldet",
    )
    assert sign_in_of(town, ticket, person.now) is None
    assert COOKIE not in person.client.cookies
    assert person.get("/hr/konto").status_code == 303


def test_a_wrong_password_says_what_to_do_and_too_many_when_to_go_on(town: Engine) -> None:
    person = Person(town)
    for _ in range(3):
        answer = person.sign_in(EMAIL, "falsch")
        assert answer.status_code == 403
        assert "passen nicht zusammen" in read(answer)
        assert f'value="{EMAIL}"' in answer.text
    assert "der nächste um 13:00:01 Uhr möglich" in read(person.sign_in())
    person.now += timedelta(seconds=2)
    assert person.sign_in().status_code == 303


def test_a_form_that_comes_after_the_end_of_the_sign_in_is_not_lost(town: Engine) -> None:
    person = signed_in(town)
    person.now += timedelta(hours=9)
    late = person.post(f"{CITY}/fragen/lauf/7", {"grund": "Sind „besetzt“", "antwort": "weg"})
    assert late.status_code == 403
    assert "was Sie eingetragen haben, bleibt erhalten" in read(late)
    carried = {
        "offen:grund": "Sind „besetzt“",
        "offen:antwort": "weg",
        "weiter": f"{CITY}/fragen/lauf/7",
    }
    for name, value in carried.items():
        assert f'name="{name}" value="{value}"' in late.text
    wrong = person.post("/hr/anmelden", {"email": EMAIL, "passwort": "falsch", **carried})
    assert 'name="offen:grund" value="Sind „besetzt“"' in wrong.text
    again = person.post("/hr/anmelden", {"email": EMAIL, "passwort": PASSWORD, **carried})
    assert again.status_code == 200
    assert f'action="{CITY}/fragen/lauf/7"' in again.text
    assert 'name="grund" value="Sind „besetzt“"' in again.text
    sent = person.post(f"{CITY}/fragen/lauf/7", {"grund": "x", "antwort": "weg"})
    assert sent.status_code == 404


def test_a_link_on_another_site_does_not_sign_anybody_out(town: Engine) -> None:
    person = signed_in(town)
    ticket = person.client.cookies.pop(COOKIE)
    landed = person.get(f"{CITY}/verlauf", **{"Sec-Fetch-Site": "cross-site"})
    assert landed.status_code == 200
    assert '<meta http-equiv="refresh" content="0">' in landed.text
    assert "set-cookie" not in landed.headers
    person.client.cookies.set(COOKIE, ticket, domain="stellen.example", path="/")
    assert person.get(f"{CITY}/verlauf", **{"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_an_invitation_leads_in_and_only_once(town: Engine) -> None:
    invitation = invited(town, email="otto@musterstadt.example")
    person, address = Person(town), f"/hr/einladung/{invitation.ticket}"
    assert "Willkommen, Petra Muster" in read(person.get(address))
    for chosen, again, why in (
        ("kurz", "kurz", "mindestens 12"),
        (PASSWORD, PASSWORD + "!", "verschieden"),
    ):
        answer = person.post(address, {"passwort": chosen, "passwort_wiederholt": again})
        assert answer.status_code == 422
        assert why in read(answer)
    answer = person.post(address, {"passwort": PASSWORD, "passwort_wiederholt": PASSWORD})
    assert answer.headers["location"] == "/hr/"
    assert person.get("/hr/").headers["location"] == CITY
    spent = Person(town).get(address)
    assert spent.status_code == 410
    assert "gilt nicht (mehr)" in read(spent)


def test_a_new_password_signs_out_here_too(town: Engine) -> None:
    person = signed_in(town)
    new = "noch vier kleine Rehe"
    told = {"passwort": new, "passwort_wiederholt": new}
    assert "stimmt nicht" in read(person.post("/hr/konto", {**told, "passwort_alt": "falsch"}))
    answer = person.post("/hr/konto", {**told, "passwort_alt": PASSWORD})
    assert answer.headers["location"] == "/hr/anmelden?getan=passwort"
    assert "Passwort geändert" in read(person.get(answer.headers["location"]))
    assert person.get("/hr/konto").status_code == 303
    assert person.sign_in(password=new).status_code == 303


def test_a_closed_account_is_out_with_the_next_page(town: Engine) -> None:
    person = signed_in(town)
    with writing(town) as session:
        close_account(session, EMAIL, by=CHIEF, at=person.now)
    assert person.get("/hr/konto").status_code == 303


def test_the_operator_chooses_a_city(town: Engine) -> None:
    accepted(town, None, email="chef@betreiber.example")
    person = signed_in(town, "chef@betreiber.example")
    assert person.get("/hr/").headers["location"] == "/hr/staedte"
    assert "Musterstadt" in read(person.get("/hr/staedte"))
    assert person.get("/hr/stadt/neustadt").status_code == 200
    assert signed_in(town).get("/hr/staedte").status_code == 403


def test_the_application_makes_its_own_tickets() -> None:
    tickets = {create_site(Settings()).state.new_ticket() for _ in range(3)}
    assert len(tickets) == 3
    assert {len(ticket) for ticket in tickets} == {43}
