"""Single sign-on in a real browser, which keeps its cookie back when another site leads here."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pydantic import SecretStr

from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.settings import Settings
from stellenbund.site.app import create_site
from stellenbund.store.database import open_database
from tests.api.serving import served
from tests.browsers import PATIENCE
from tests.builders import NOW
from tests.flows.inviting import CHEAP, accepted
from tests.oidc.provider import CLIENT, SECRET, IdentityProvider, providing
from tests.stocking import open_store

pytestmark = pytest.mark.browser


def test_whoever_comes_back_from_another_site_is_in(
    browser: Browser, migrated_file: Path, tmp_path: Path
) -> None:
    shutil.copy(migrated_file, tmp_path / "stellenbund.db")
    engine = open_database(f"sqlite:///{tmp_path / 'stellenbund.db'}")
    open_store(engine)
    accepted(engine)
    plain = Settings(plain_http=True)
    app = create_site(plain, engine=engine, clock=lambda: NOW, passwords=CHEAP)
    with served(app) as root, providing(IdentityProvider()) as provider:
        assert "localhost" in provider.issuer
        assert "localhost" not in root
        told = {
            "oidc_issuer": provider.issuer,
            "oidc_client": CLIENT,
            "oidc_secret": SecretStr(SECRET),
            "oidc_domains": "musterstadt.example",
            "public_address": root,
        }
        app.state.relying_party = RelyingParty.of(plain.model_copy(update=told))
        context = browser.new_context(java_script_enabled=False)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{root}/hr/stadt/musterstadt/stellen")
        page.get_by_role("link", name="Mit dem Zugang Ihrer Stadt anmelden").click()
        page.wait_for_url(f"{root}/hr/stadt/musterstadt/stellen")
        assert page.get_by_role("button", name="Abmelden").is_visible()
        context.close()
    engine.dispose()
