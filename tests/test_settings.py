"""Settings come from the environment and are checked there."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from stellenbund.settings import Settings


def test_the_defaults_serve_a_fresh_clone() -> None:
    settings = Settings()
    assert settings.database_url == "sqlite:///var/stellenbund.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_the_environment_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STELLENBUND_PORT", "9000")
    monkeypatch.setenv("STELLENBUND_SAVED_PAGES", "/srv/pages")
    settings = Settings()
    assert (settings.port, settings.saved_pages) == (9000, Path("/srv/pages"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "x"),
        ("CONTACT", "a\nb: c"),
        ("PROJECT", "a"),
        ("PROJECT", "http://a\nb"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"STELLENBUND_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_we_say_who_we_are_and_how_to_reach_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STELLENBUND_PROJECT", "https://ausbildung.stadt.example/technik")
    monkeypatch.setenv("STELLENBUND_CONTACT", "mailto:crawler@stadt.example")
    assert Settings().user_agent.startswith("Stellenbund/")
    assert Settings().user_agent.endswith(
        " (+https://ausbildung.stadt.example/technik; mailto:crawler@stadt.example)"
    )


@pytest.mark.parametrize("key", ["x" * 31, "x" * 201, "x" * 31 + " ", "ü" * 40])
def test_a_key_that_is_easily_guessed_is_refused_without_being_shown(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("STELLENBUND_OPERATOR_KEY", key)
    with pytest.raises(ValidationError, match="32 to 200 printable") as refused:
        Settings()
    assert key not in refused.value.errors()[0]["msg"]


def test_a_key_is_kept_secret_and_an_empty_one_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STELLENBUND_OPERATOR_KEY", "")
    assert Settings().operator_key is None
    monkeypatch.setenv("STELLENBUND_OPERATOR_KEY", "k" * 32)
    assert "kkk" not in repr(Settings())


@pytest.mark.parametrize(
    "url",
    [
        "smtps://stellen:ge%40heim@mail.example",
        "starttls://mail.example:2587",
        "smtp://[::1]:25/",
        "smtp://relay",
    ],
)
def test_a_mail_server_is_one_address(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("STELLENBUND_SMTP_URL", url)
    monkeypatch.setenv("STELLENBUND_MAIL_SENDER", "stellen@betreiber.example")
    settings = Settings()
    assert settings.smtp_url is not None
    assert settings.smtp_url.get_secret_value() == url
    assert "mail.example" not in repr(settings)
    assert settings.letterhead == settings.public_address
    monkeypatch.setenv("STELLENBUND_MAIL_SENDER", "")
    assert Settings().letterhead is None


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "smtp://a:b@mail.example",
        "https://mail.example",
        "smtps://a@mail.example",
        "smtps://a:7#b@mail.example",
        "smtp://mail.example:0",
    ],
)
def test_no_password_goes_to_a_mail_server_unprotected(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("STELLENBUND_SMTP_URL", url)
    with pytest.raises(ValidationError, match="without a password") as refused:
        Settings()
    assert url not in refused.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    "address", ["betreiber.example", "a..b@x.example", "grün@x.example", "a@x y"]
)
def test_letters_come_from_an_address_that_every_mail_server_knows(address: str) -> None:
    with pytest.raises(ValidationError, match="mail_sender"):
        Settings(mail_sender=address)
