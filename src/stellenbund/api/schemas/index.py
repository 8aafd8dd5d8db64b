"""Index: the addresses of everything, relative to the API's root."""

from typing import Annotated

from pydantic import Field

from stellenbund.api.schemas.terms import Terms, TermsInGerman
from stellenbund.domain.value import Value


def _at(address: str, what: str) -> object:
    return Field(description=f"Address of {what}", examples=[address])


class IndexOut(Value):
    """Where everything is; addresses are relative to the API's root."""

    name: Annotated[str, Field(description="What this is", examples=["Stellenbund"])] = (
        "Stellenbund"
    )
    openings: Annotated[str, _at("/v1/openings", "the openings")] = "/v1/openings"
    snapshot: Annotated[str, _at("/v1/snapshot", "everything in one file")] = "/v1/snapshot"
    changes: Annotated[str, _at("/v1/changes?after=0", "what changed, for copies")] = (
        "/v1/changes?after=0"
    )
    cities: Annotated[str, _at("/v1/cities", "the cities")] = "/v1/cities"
    professions: Annotated[str, _at("/v1/professions", "the professions")] = "/v1/professions"
    intakes: Annotated[str, _at("/v1/intakes", "the intakes")] = "/v1/intakes"
    sources: Annotated[str, _at("/v1/sources", "the sources and their state")] = "/v1/sources"
    runs: Annotated[str, _at("/v1/runs", "the runs of all sources")] = "/v1/runs"
    feed_template: Annotated[str, _at("/v1/feed-template", "the template of a city's file")] = (
        "/v1/feed-template"
    )
    sandbox: Annotated[str, _at("/sandbox", "the same over invented openings")] = "/sandbox"
    docs: Annotated[str, _at("/docs", "a page to try the API")] = "/docs"
    reference: Annotated[str, _at("/redoc", "the API as one document")] = "/redoc"
    openapi: Annotated[str, _at("/openapi.json", "the contract in OpenAPI")] = "/openapi.json"
    problems: Annotated[str, _at("/problems", "the pages about problems")] = "/problems"
    health: Annotated[str, _at("/healthz", "the sign of life")] = "/healthz"
    readiness: Annotated[str, _at("/readyz", "the sign that all is ready")] = "/readyz"
    terms: Terms
    terms_de: TermsInGerman
