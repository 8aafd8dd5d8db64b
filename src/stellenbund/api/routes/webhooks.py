"""Webhooks: who is told of changes, set up by a city or by the operator."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED, CallerDep, demand
from stellenbund.api.bodies import REPLAY_BODY, WEBHOOK_BODY, ReplayDep, WebhookDep
from stellenbund.api.conditional import respond_once
from stellenbund.api.copy_faults import beyond, flawed
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.errors import NoWebhooksError, ParameterError
from stellenbund.api.parameters import RunNumber
from stellenbund.api.responses import problems
from stellenbund.api.schemas.webhooks import CreatedWebhookOut, WebhookListOut, WebhookOut
from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.webhook import WebhookTerms
from stellenbund.domain.webhook_address import WebhookAddressError, check_address
from stellenbund.domain.webhook_message import secret_of, write_secret
from stellenbund.flows import webhooks as flow
from stellenbund.flows.chance import new_salt
from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import reading, writing
from stellenbund.store.webhooks import find_webhook, list_webhooks

router = APIRouter(
    prefix="/v1/webhooks", tags=["Webhooks"], dependencies=[KNOWN_CALLER, NO_PARAMETERS]
)

WebhookPath = Annotated[RunNumber, Path(description="Number of the webhook", examples=[3])]


async def _subscriber(caller: CallerDep) -> Caller:
    """Return who may have webhooks at all; it is known before anything of the body is read."""
    return demand(caller, Verb.SUBSCRIBE, caller.grant.city)


SubscriberDep = Annotated[Caller, Depends(_subscriber)]


def _owner(number: WebhookPath, caller: SubscriberDep, engine: EngineDep) -> Caller:
    """Return who may deal with that webhook."""
    with reading(engine) as session:
        city = find_webhook(session, number).city
    return demand(caller, Verb.SUBSCRIBE, city)


OwnerDep = Annotated[Caller, Depends(_owner)]


@router.post(
    "",
    operation_id="createWebhook",
    summary="Be told of changes",
    response_model=CreatedWebhookOut,
    status_code=201,
    responses=problems(400, 401, 403, 404, 409, 410, 422, 503),
    openapi_extra=SECURED | WEBHOOK_BODY,
)
def create(
    request: Request, caller: SubscriberDep, said: WebhookDep, engine: EngineDep, now: NowDep
) -> Response:
    """Set up a webhook. Its secret is shown this once; the first message to it is a ping.

    Each message is signed as the Standard Webhooks have it, sent again until it is taken, and
    carries the same items as /v1/changes.
    """
    by = demand(caller, Verb.SUBSCRIBE, said.city)
    key = request.app.state.webhook_key
    if key is None:
        raise NoWebhooksError
    try:
        check_address(said.url, may_be_here=request.app.state.webhooks_here)
    except WebhookAddressError as error:
        raise ParameterError([flawed(said.url, error.flaw)]) from error
    with writing(engine) as session:
        latest = latest_sequence(session)
        after = latest if said.after is None else said.after
        if after > latest:
            raise ParameterError([beyond(after, latest)])
        terms = WebhookTerms(
            url=said.url, city=said.city, position=after, created_at=now, created_by=by.actor
        )
        webhook = flow.create_webhook(session, terms, by=by, new_salt=new_salt)
    secret = write_secret(secret_of(webhook, key.get_secret_value()))
    answer = respond_once(CreatedWebhookOut.with_secret(webhook, secret))
    answer.status_code = 201
    return answer


@router.get(
    "",
    operation_id="listWebhooks",
    summary="List the webhooks",
    response_model=WebhookListOut,
    responses=problems(401, 403, 422, 503),
    openapi_extra=SECURED,
)
def webhooks(caller: SubscriberDep, engine: EngineDep) -> Response:
    """The webhooks of the token's city, or all of them for the operator, and how each is doing."""
    with reading(engine) as session:
        found = list_webhooks(session, caller.grant.city)
    return respond_once(WebhookListOut(items=tuple(map(WebhookOut.of, found))))


@router.get(
    "/{number}",
    operation_id="getWebhook",
    summary="Look at a webhook",
    response_model=WebhookOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[Depends(_owner)],
    openapi_extra=SECURED,
)
def webhook(number: WebhookPath, engine: EngineDep) -> Response:
    """How far it was told, whether it takes what it is sent, and why not."""
    with reading(engine) as session:
        return respond_once(WebhookOut.of(find_webhook(session, number)))


@router.delete(
    "/{number}",
    operation_id="deleteWebhook",
    summary="Be told no longer",
    response_model=WebhookOut,
    responses=problems(401, 403, 404, 422, 503),
    openapi_extra=SECURED,
)
def delete(number: WebhookPath, caller: OwnerDep, engine: EngineDep, now: NowDep) -> Response:
    """Delete a webhook, and answer with what it was."""
    with writing(engine) as session:
        return respond_once(WebhookOut.of(flow.end_webhook(session, number, by=caller, at=now)))


@router.post(
    "/{number}/replay",
    operation_id="replayWebhook",
    summary="Be told anew",
    response_model=WebhookOut,
    responses=problems(400, 401, 403, 404, 410, 422, 503),
    openapi_extra=SECURED | REPLAY_BODY,
)
def replay(
    number: WebhookPath, caller: OwnerDep, said: ReplayDep, engine: EngineDep, now: NowDep
) -> Response:
    """Tell everything anew that moved after a number; a disabled webhook works again with it."""
    with writing(engine) as session:
        latest = latest_sequence(session)
        if said.after > latest:
            raise ParameterError([beyond(said.after, latest)])
        replayed = flow.replay_webhook(session, number, said.after, by=caller, at=now)
    return respond_once(WebhookOut.of(replayed))


@router.post(
    "/{number}/ping",
    operation_id="pingWebhook",
    summary="Try a webhook out",
    response_model=WebhookOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[Depends(_owner)],
    openapi_extra=SECURED,
)
def ping(number: WebhookPath, engine: EngineDep) -> Response:
    """Send a ping with the next delivery, which is within seconds where deliveries go on."""
    with writing(engine) as session:
        return respond_once(WebhookOut.of(flow.ping_webhook(session, number)))
