"""Single sign-on: who comes in by a provider's word, and all who do not."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine

from stellenbund.flows.accounts import close_account
from stellenbund.flows.sign_in import sign_in_of
from stellenbund.oidc.relying_party import BACK, RelyingParty
from stellenbund.settings import Settings
from stellenbund.store.database import open_database, writing
from tests.flows.deciding import CHIEF
from tests.flows.inviting import accepted, invited
from tests.oidc.provider import CLIENT, SECRET, IdentityProvider, providing
from tests.site.person import EMAIL, ROOT, Person, read, signed_in
from tests.stocking import open_store

COOKIE = "__Host-stellenbund"
BEGIN = "/hr/anmelden/oidc"


@pytest.fixture
def town(sqlite_url: str) -> Iterator[Engine]:
    """A database with Petra's account, and one of another city."""
    engine = open_database(sqlite_url)
    open_store(engine)
    accepted(engine)
    accepted(engine, "neustadt", email="lena@neustadt.example")
    yield engine
    engine.dispose()


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with providing(IdentityProvider()) as found:
        yield found


def settings(issuer: str, **more: Any) -> Settings:  # noqa: ANN401 - whatever a setting takes
    told = {
        "oidc_client": CLIENT,
        "oidc_secret": SecretStr(SECRET),
        "oidc_domains": "Musterstadt.example,amt.example",
        "public_address": ROOT,
    }
    return Settings.model_validate({"oidc_issuer": issuer, **told, **more})


def visitor(town: Engine, provider: IdentityProvider) -> Person:
    """Return somebody at pages that know the provider."""
    person = Person(town)
    site: Any = person.client.app
    site.state.relying_party = RelyingParty.of(settings(provider.issuer))
    return person


def begun(person: Person, onward: str = "/hr/") -> str:
    """Return where the button on the sign-in page leads to."""
    person.get("/hr/anmelden")
    answer = person.get(f"{BEGIN}?weiter={onward}", **{"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303
    return answer.headers["location"]


def test_who_is_vouched_for_comes_in_at_the_page_she_wanted(
    town: Engine, provider: IdentityProvider
) -> None:
    provider.email = "Petra@Musterstadt.example"
    person = visitor(town, provider)
    assert "Mit dem Zugang Ihrer Stadt anmelden" in read(person.get("/hr/anmelden"))
    query = provider.sign_in(begun(person, "/hr/stadt/musterstadt/stellen"))
    before = person.client.cookies[COOKIE]
    answer = person.get(f"{BACK}?{query}")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/hr/stadt/musterstadt/stellen",
    )
    assert person.client.cookies[COOKIE] != before
    assert sign_in_of(town, person.client.cookies[COOKIE], person.now) is not None
    assert "Petra Muster" in person.get("/hr/konto").text
    assert person.get(BEGIN).headers["location"] == "/hr/"


def test_coming_from_the_provider_the_cookie_is_kept_back_for_one_page(
    town: Engine, provider: IdentityProvider
) -> None:
    person = visitor(town, provider)
    query = provider.sign_in(begun(person))
    ticket = person.client.cookies.pop(COOKIE)
    landed = person.get(f"{BACK}?{query}", **{"Sec-Fetch-Site": "cross-site"})
    assert '<meta http-equiv="refresh" content="0">' in landed.text
    assert "set-cookie" not in landed.headers
    person.client.cookies.set(COOKIE, ticket, domain="stellen.example", path="/")
    assert person.get(f"{BACK}?{query}").status_code == 303


LATE = {"exp": 1_000_000_000, "iat": 999_999_000}
LIES: dict[str, tuple[dict[str, Any], str]] = {
    "nonce of another attempt": ({"claims": {"nonce": "a" * 64}}, "gilt nicht"),
    "no nonce": ({"claims": {"nonce": None}}, "gilt nicht"),
    "another audience": ({"claims": {"aud": "else"}}, "gilt nicht"),
    "many audiences, of another party": (
        {"claims": {"aud": [CLIENT, "else"], "azp": "else"}},
        "gilt nicht",
    ),
    "another issuer": ({"claims": {"iss": "https://else.example"}}, "gilt nicht"),
    "expired": ({"claims": LATE}, "gilt nicht"),
    "no end": ({"claims": {"exp": None}}, "gilt nicht"),
    "no signature": ({"header": {"alg": "none"}}, "gilt nicht"),
    "a key of its own": ({"signs_with": "foreign"}, "gilt nicht"),
    "no key that is known here": (
        {"keys": [7, {"kty": "AKP"}, {"kty": "EC", "crv": "P-999", "x": "AA", "y": "AA"}]},
        "gilt nicht",
    ),
    "an unknown key": ({"header": {"kid": "foreign"}, "signs_with": "foreign"}, "gilt nicht"),
    "an address that nobody verified": (
        {"claims": {"email_verified": False}},
        "keine bestätigte E-Mail-Adresse",
    ),
    "the word true": ({"claims": {"email_verified": "true"}}, "keine bestätigte"),
    "no address": ({"claims": {"email": None}}, "keine bestätigte"),
    "somebody unknown": ({"email": "n@amt.example"}, "hier kein offenes Konto"),
    "no address at all": ({"email": "musterstadt.example"}, "hier kein offenes Konto"),
    "somebody of another city": (
        {"email": "lena@neustadt.example"},
        "nicht für Ihre E-Mail-Adresse",
    ),
    "another name": ({"document": {"issuer": "https://else.example"}}, "antwortet gerade nicht"),
    "keys in the open": ({"document": {"jwks_uri": "http://else.example/"}}, "antwortet gerade"),
}


@pytest.mark.parametrize("lie", LIES)
def test_whoever_is_not_vouched_for_stays_outside_and_begins_anew(
    town: Engine, provider: IdentityProvider, lie: str, caplog: pytest.LogCaptureFixture
) -> None:
    person = visitor(town, provider)
    query = provider.sign_in(begun(person))
    before = person.client.cookies[COOKIE]
    changes, why = LIES[lie]
    for name, value in changes.items():
        setattr(provider, name, value)
    answer = person.get(f"{BACK}?{query}")
    assert (answer.status_code, why in read(answer)) == (403, True)
    assert person.client.cookies[COOKIE] != before
    assert person.get("/hr/konto").status_code == 303
    assert all("id_token" not in each.getMessage() for each in caplog.records)


def test_neither_code_nor_state_is_good_twice_or_for_another_browser(
    town: Engine, provider: IdentityProvider, caplog: pytest.LogCaptureFixture
) -> None:
    person, thief = visitor(town, provider), visitor(town, provider)
    query = provider.sign_in(begun(person))
    begun(thief)
    with caplog.at_level(logging.WARNING):
        assert thief.get(f"{BACK}?{query}").status_code == 403
    assert "belongs to no attempt of this browser" in caplog.text
    ticket = person.client.cookies[COOKIE]
    assert person.get(f"{BACK}?{query}").status_code == 303
    asked = len(provider.asked)
    assert person.get(f"{BACK}?{query}").headers["location"] == "/hr/"
    assert person.get(f"{BACK}?code=a&state=b").headers["location"] == "/hr/"
    assert person.get("/hr/konto").status_code == 200
    assert len(provider.asked) == asked
    person.client.cookies.set(COOKIE, ticket, domain="stellen.example", path="/")
    assert "antwortet gerade nicht" in read(person.get(f"{BACK}?{query}"))
    assert "/token answered with status 400" in caplog.text


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("iss=http%3A%2F%2Felse.example&code=a&", "gilt nicht"),
        ("error=access_denied&", "nicht hereingelassen"),
    ],
)
def test_what_another_provider_says_and_what_is_not_granted_lets_nobody_in(
    town: Engine, provider: IdentityProvider, change: str, why: str
) -> None:
    person = visitor(town, provider)
    state = provider.sign_in(begun(person)).partition("state=")[2].partition("&")[0]
    asked = len(provider.asked)
    assert why in read(person.get(f"{BACK}?{change}state={state}"))
    assert len(provider.asked) == asked


def test_an_account_that_is_closed_or_only_invited_opens_nothing(
    town: Engine, provider: IdentityProvider
) -> None:
    invited(town, email="otto@musterstadt.example")
    with writing(town) as session:
        close_account(session, EMAIL, by=CHIEF, at=Person(town).now)
    for email in (EMAIL, "otto@musterstadt.example"):
        provider.email = email
        person = visitor(town, provider)
        answer = person.get(f"{BACK}?{provider.sign_in(begun(person))}")
        assert (answer.status_code, "kein offenes Konto" in read(answer)) == (403, True)


def test_a_provider_that_is_away_leaves_the_password(
    town: Engine, provider: IdentityProvider
) -> None:
    person = visitor(town, provider)
    provider.document["token_endpoint"] = 7
    answer = person.get(BEGIN)
    assert (answer.status_code, "antwortet gerade nicht" in read(answer)) == (403, True)
    site: Any = person.client.app
    site.state.relying_party = RelyingParty.of(settings("http://127.0.0.1:9"))
    assert person.get(BEGIN).status_code == 403
    assert person.sign_in().status_code == 303


def test_few_ask_the_provider_at_once(town: Engine, provider: IdentityProvider) -> None:
    person = visitor(town, provider)
    site: Any = person.client.app
    while site.state.relying_party.turns.acquire(blocking=False):
        pass
    assert person.get(BEGIN).status_code == 503
    assert provider.asked == []


def test_without_a_provider_there_is_neither_button_nor_page(town: Engine) -> None:
    person = Person(town)
    assert "Zugang Ihrer Stadt" not in read(person.get("/hr/anmelden"))
    assert person.get(BEGIN).status_code == person.get(BACK).status_code == 404
    assert RelyingParty.of(Settings()) is None
    assert signed_in(town).get(BEGIN).status_code == 404
