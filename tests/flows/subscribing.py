"""Webhooks set up for tests."""

from sqlalchemy import Engine

from stellenbund.domain.access import EVERYTHING, Caller
from stellenbund.domain.webhook import WebhookTerms
from stellenbund.flows.chance import new_salt
from stellenbund.flows.webhooks import create_webhook
from stellenbund.store.database import writing
from tests.builders import NOW

AGENCY = Caller(name="Agentur", grant=EVERYTHING, token=3)
URL = "https://agentur.example/hooks"


def subscribed(engine: Engine, *, city: str | None = None, after: int = 0, url: str = URL) -> int:
    """Set a webhook up in a transaction of its own and return its number."""
    terms = WebhookTerms(url=url, city=city, position=after, created_at=NOW, created_by="Agentur")
    with writing(engine) as session:
        return create_webhook(session, terms, by=AGENCY, new_salt=new_salt).id
