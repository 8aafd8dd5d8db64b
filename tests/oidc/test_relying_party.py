"""Relying party: what setting one up takes, and what goes without."""

import subprocess
import sys
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from stellenbund.oidc import relying_party
from stellenbund.oidc.errors import NotSetUpError
from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.settings import Settings

WITHOUT = """
import sys
sys.modules["authlib"] = sys.modules["joserfc"] = None
from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.settings import Settings
assert RelyingParty.of(Settings()) is None
"""


def settings(**changes: object) -> Settings:
    told: dict[str, Any] = {
        "oidc_issuer": "https://city.example/realms/stadt",
        "oidc_client": "we",
        "oidc_secret": SecretStr("ours"),
        "oidc_domains": "musterstadt.example",
    }
    return Settings.model_validate(told | changes)


def test_it_is_set_up_by_its_settings_and_tells_no_secret() -> None:
    party = RelyingParty.of(settings(oidc_domains="Musterstadt.example,amt.example"))
    assert party is not None
    assert party.domains == {"musterstadt.example", "amt.example"}
    assert party.back == "http://127.0.0.1:8000/hr/anmelden/oidc/zurueck"
    assert "ours" not in f"{party!r} {settings()!r}"


@pytest.mark.parametrize("missing", ["oidc_client", "oidc_secret", "oidc_domains"])
def test_half_a_setting_is_refused(missing: str) -> None:
    with pytest.raises(NotSetUpError, match="STELLENBUND_OIDC_ISSUER needs STELLENBUND_OIDC_CLI"):
        RelyingParty.of(settings(**{missing: None}))


@pytest.mark.parametrize(
    "issuer",
    [
        "http://city.example",
        "city.example",
        "https://",
        "https://we@city.example",
        "http://localhost@city.example",
        "http://localhost:80@city.example",
        "https://city.example/?realm=stadt",
        "https://city.example/#stadt",
    ],
)
def test_no_issuer_is_one_without_protection(issuer: str) -> None:
    with pytest.raises(ValidationError, match="oidc_issuer"):
        settings(oidc_issuer=issuer)


def test_everything_else_works_without_the_extra() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT], check=True, timeout=60)  # noqa: S603 - our own


def test_whoever_names_a_provider_without_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(relying_party, "find_spec", lambda _: None)
    with pytest.raises(NotSetUpError, match=r"pip install 'stellenbund\[oidc\]'"):
        RelyingParty.of(settings())
