"""Protocol: addresses, forms and tokens of OpenID Connect, as Authlib makes and checks them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet, import_key

from stellenbund.oidc.errors import NotVouchedError, refused

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""How a token may be signed: by a key that only the provider has; "none" is no signature."""

SORTS = ("RSA", "EC", "OKP")
"""Keys that sign so; with one of the sort "oct" whoever can check a token can make one."""

LEEWAY = 60
"""Seconds by which the clocks of provider and service may differ."""


def asking_address(
    endpoint: str, *, client: str, back: str, state: str, nonce: str, verifier: str
) -> str:
    """Return where a browser is sent, to come *back* with a code that *verifier* redeems."""
    address: str = prepare_grant_uri(
        endpoint,
        client_id=client,
        response_type="code",
        redirect_uri=back,
        scope="openid email",
        state=state,
        nonce=nonce,
        code_challenge=create_s256_code_challenge(verifier),
        code_challenge_method="S256",
    )
    return address


def token_form(code: str, *, back: str, verifier: str) -> str:
    """Return what redeems *code*."""
    form: str = prepare_token_request(
        "authorization_code", redirect_uri=back, code=code, code_verifier=verifier
    )
    return form


def vouched_email(
    answer: Mapping[str, Any],
    keys: Mapping[str, Any],
    *,
    issuer: str,
    client: str,
    nonce: str,
    now: datetime,
) -> str:
    """Return the e-mail address that the ID token of *answer* vouches for.

    Raises:
        NotVouchedError: it is not signed by one of *keys*, for somebody or something else, too
            old, or its address was never verified.
    """
    try:
        token = jwt.decode(
            str(answer.get("id_token")), KeySet(list(_keys(keys))), algorithms=ALGORITHMS
        )
        claims = CodeIDToken(
            token.claims,
            token.header,
            {
                "iss": {"essential": True, "value": issuer},
                "aud": {"essential": True, "value": client},
            },
            {"nonce": nonce, "client_id": client},
        )
        claims.validate(int(now.timestamp()), LEEWAY)
    except (JoseError, ValueError, TypeError) as error:
        raise refused(f"the ID token is not valid: {error}") from error
    return _verified(claims)


def _keys(document: Mapping[str, Any]) -> Iterator[Key]:
    """Yield the public keys of a provider, without those of a sort that nobody here knows."""
    listed = document.get("keys")
    for each in listed if isinstance(listed, list) else ():
        with suppress(JoseError, KeyError, TypeError, ValueError):
            if isinstance(each, dict) and each.get("kty") in SORTS:
                yield import_key(each)


def _verified(claims: Mapping[str, Any]) -> str:
    email = claims.get("email")
    # Beyond ASCII, letters fold into one another: "ſ" and "s" would be the same person.
    is_plain = isinstance(email, str) and email.isascii()
    if is_plain and claims.get("email_verified") is True:
        return str(email)
    raise NotVouchedError(
        "the ID token has no verified e-mail address",
        "Die Anmeldung Ihrer Stadt nennt uns keine bestätigte E-Mail-Adresse von Ihnen. Melden Sie "
        "sich bitte mit Ihrem Passwort an, oder sagen Sie Ihrer IT Bescheid.",
    )
