"""Webhook message: signed as the Standard Webhooks say, by a secret that no database holds."""

import base64
from datetime import timedelta

from stellenbund.domain.webhook_message import secret_of, sign, signed, write_secret
from tests.builders import NOW
from tests.domain.test_webhook import webhook

KEY = "k" * 40


def test_the_signature_is_that_of_the_reference_implementations() -> None:
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    said = b'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}'
    assert sign(said, secret) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_needs_both_the_key_and_the_salt() -> None:
    secrets = {
        secret_of(webhook(salt=salt), key)
        for salt in ("0" * 32, "1" * 32)
        for key in (KEY, KEY[:-1] + "l")
    }
    assert len(secrets) == 4
    assert {len(secret) for secret in secrets} == {32}
    assert write_secret(secret_of(webhook(), KEY)).startswith("whsec_")


def test_a_message_keeps_its_id_when_it_is_repeated_and_only_then() -> None:
    hook, secret = webhook(), secret_of(webhook(), KEY)
    once = signed(hook, b"{}", secret=secret, at=NOW)
    later = signed(
        hook.model_copy(update={"failures": 1}), b"{}", secret=secret, at=NOW + timedelta(1)
    )
    assert once.headers["webhook-id"] == later.headers["webhook-id"]
    assert once.headers["webhook-signature"] != later.headers["webhook-signature"]
    others = (
        signed(hook, b"[]", secret=secret, at=NOW),
        signed(hook.replayed(7), b"{}", secret=secret, at=NOW),
        signed(webhook(id=4), b"{}", secret=secret, at=NOW),
    )
    assert once.headers["webhook-id"] not in {each.headers["webhook-id"] for each in others}
