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


@pytest.mark.parametrize(("name", "value"), [("PORT", "0"), ("PORT", "x"), ("CONTACT", "a\nb: c")])
def test_what_cannot_be_meant_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"STELLENBUND_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_we_say_who_we_are_and_how_to_reach_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STELLENBUND_CONTACT", "mailto:crawler@stadt.example")
    assert Settings().user_agent.startswith("Stellenbund/")
    assert Settings().user_agent.endswith("(+mailto:crawler@stadt.example)")
