"""Protocol: whatever a token says, it vouches for nobody else than it should, or is refused."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt

from stellenbund.oidc.errors import NotVouchedError
from stellenbund.oidc.protocol import vouched_email
from tests.builders import NOW
from tests.oidc.provider import CLIENT, SECRET, key

ISSUER, EMAIL = "https://city.example", "petra@musterstadt.example"
KEYS = {"keys": [key("known").as_dict(private=False)]}
CLAIMS: Mapping[str, Any] = {
    "iss": ISSUER,
    "sub": "4711",
    "aud": CLIENT,
    "iat": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 300,
    "nonce": "once",
    "email": EMAIL,
    "email_verified": True,
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


def vouched(token: object, keys: Mapping[str, Any] = KEYS) -> str:
    """Return for whom *token* vouches."""
    return vouched_email(
        {"id_token": token}, keys, issuer=ISSUER, client=CLIENT, nonce="once", now=NOW
    )


def signed(claims: Mapping[str, Any], **header: str) -> str:
    return jwt.encode({"alg": "RS256", "kid": "known", **header}, dict(claims), key("known"))


def shared(secret: bytes) -> str:
    """Return a token that is signed with what is no secret of the provider alone."""
    parts = ({"alg": "HS256", "kid": "known"}, CLAIMS)
    text = ".".join(_coded(json.dumps(part).encode()) for part in parts)
    return f"{text}.{_coded(hmac.new(secret, text.encode(), hashlib.sha256).digest())}"


def _coded(part: bytes) -> str:
    return urlsafe_b64encode(part).decode().rstrip("=")


@given(name=st.sampled_from([*CLAIMS, "azp", "nbf", "amr", "auth_time"]), value=ANYTHING)
def test_a_claim_that_says_anything_lets_nobody_else_in(name: str, value: object) -> None:
    with suppress(NotVouchedError):
        email = vouched(signed({**CLAIMS, name: value}))
        assert email == (value if name == "email" else EMAIL)
        assert name not in {"iss", "aud", "nonce", "email_verified"} or value == CLAIMS[name]


@given(keys=st.dictionaries(st.just("keys"), ANYTHING) | st.fixed_dictionaries({"keys": ANYTHING}))
def test_keys_of_any_shape_are_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(NotVouchedError):
        vouched(signed(CLAIMS), keys)


@given(token=ANYTHING)
def test_what_is_no_token_is_refused(token: object) -> None:
    with pytest.raises(NotVouchedError):
        vouched(token)


@pytest.mark.parametrize("secret", [SECRET.encode(), key("known").as_pem(private=False)])
def test_what_others_know_signs_nothing(secret: bytes) -> None:
    assert vouched(signed(CLAIMS)) == EMAIL
    known = {"kty": "oct", "kid": "known", "k": _coded(secret)}
    for keys in (KEYS, {"keys": [known]}):
        with pytest.raises(NotVouchedError, match="not valid"):
            vouched(shared(secret), keys)


def test_a_letter_that_folds_into_another_is_not_the_same_person() -> None:
    with pytest.raises(NotVouchedError, match="no verified e-mail address"):
        vouched(signed({**CLAIMS, "email": "petra@mu\u017fterstadt.example"}))


def test_clocks_may_differ_by_a_minute() -> None:
    assert vouched(signed({**CLAIMS, "exp": CLAIMS["iat"] - 59})) == EMAIL
    assert vouched(signed({**CLAIMS, "iat": CLAIMS["iat"] + 59})) == EMAIL
    for change in ({"exp": CLAIMS["iat"] - 61}, {"iat": CLAIMS["iat"] + 61}):
        with pytest.raises(NotVouchedError, match="not valid"):
            vouched(signed({**CLAIMS, **change}))
