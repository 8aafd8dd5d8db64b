"""Copy responses: what the two resources from which everything is copied may answer."""

from typing import Any

from stellenbund.api.copy_forms import Form
from stellenbund.api.copy_problems import COPY_OUTDATED
from stellenbund.api.responses import Responses, kept, problem_of
from stellenbund.api.schemas.copying import CopiedOut, SnapshotEdgeOut

_SEQUENCE: dict[str, Any] = {
    "Stellenbund-Sequence": {
        "description": "The number as of which a copy is up to date that took this over",
        "schema": {"type": "integer", "examples": [412]},
    }
}
_FORMS: dict[str, Any] = {
    Form.NDJSON.media_type: {
        "schema": {
            "type": "string",
            "description": "One JSON object per line: the first and the last are a "
            f"{SnapshotEdgeOut.__name__}, all others a {CopiedOut.__name__}",
        }
    },
    Form.CSV.media_type: {
        "schema": {"type": "string", "description": "A line of names, then one line per opening"}
    },
}


def _with_sequence(responses: Responses) -> Responses:
    headers = responses[200]["headers"] | _SEQUENCE
    return responses | {200: {**responses[200], "headers": headers}}


SNAPSHOT: Responses = _with_sequence(kept(422, 503))
SNAPSHOT[200]["content"] = _FORMS

PORTION: Responses = _with_sequence(kept(422, 503)) | {410: problem_of(COPY_OUTDATED)}
