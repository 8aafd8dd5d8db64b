"""Direct routes: the function is given the request alone, and the contract tells of it."""

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from stellenbund.api.direct import DirectRoute

router = APIRouter(route_class=DirectRoute)


@router.get("/echo", response_model=int, operation_id="echo")
async def echo(request: Request) -> Response:
    """Answer with what was asked."""
    return Response(request.url.query, media_type="application/json")


def test_a_direct_route_answers_by_itself_and_stands_in_the_contract() -> None:
    app = FastAPI()
    app.include_router(router)
    answer = TestClient(app).get("/echo?17")
    assert (answer.text, answer.headers["content-type"]) == ("17", "application/json")
    told = app.openapi()["paths"]["/echo"]["get"]
    assert told["operationId"] == "echo"
    assert told["responses"]["200"]["content"]["application/json"]["schema"]["type"] == "integer"
