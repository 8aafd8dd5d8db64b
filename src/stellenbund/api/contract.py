"""Contract: the OpenAPI document, as generated clients and the docs pages read it."""

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from stellenbund.api.access import SECURITY_SCHEMES
from stellenbund.api.access_problems import TOO_MANY_REQUESTS
from stellenbund.api.asking import shapes
from stellenbund.api.limits import COUNTED
from stellenbund.api.opening_parameters import OpeningParameters
from stellenbund.api.part_names import name_parts
from stellenbund.api.responses import components, problem_of

TITLE = "Stellenbund"
SUMMARY = "Apprenticeship openings of cities in North Rhine-Westphalia, as one API."
DESCRIPTION = """\
Stellenbund reads the apprenticeship openings of several cities from their own career pages and
from public job boards, brings them into one form and serves them here. Reading is free: no token,
no registration, from any origin.

## Getting started

Ask for the openings of a city, newest first:

```sh
curl 'http://127.0.0.1:8000/v1/openings?city=bochum'
```

Combine filters. All of them must hold; a filter that is repeated takes any of its values:

```sh
curl 'http://127.0.0.1:8000/v1/openings?city=bochum&city=essen&kind=dual_study&training_year=2027'
```

Ask for what someone with a certain school-leaving certificate can apply for; openings that state
no requirement are among them:

```sh
curl 'http://127.0.0.1:8000/v1/openings?certificate=mittlerer&q=feuerwehr'
```

Follow `next.url` until it is null, and open an opening's `url` to read it in full. Each opening
belongs to the city that offers it: `terms` says how it may be used, its `licence` and its
`attribution` hold where they are stated.

## Good to know

- **Nothing is guessed.** What a source does not say is `null`, an empty list, `unknown` or
  `not_stated`. Each opening in full says which source each of its values comes from.
- **Deadlines are days** in Europe/Berlin and include their last day. All instants are in UTC.
- **Samples say so.** `sample` is true wherever something was read from saved sample pages
  instead of the live web.
- **Mistakes are named.** An unknown parameter, city or code is refused with status 422, never
  answered with an empty list. Every error is `application/problem+json` (RFC 9457) in English
  and in German and names what was meant, if it can; see [/problems](/problems).
- **Ask again cheaply.** Send the `ETag` of an answer as `If-None-Match`; if nothing has changed,
  the answer is an empty 304.
- **Copy it all.** `/v1/snapshot` holds everything in one file, `/v1/changes` what moved after it,
  and webhooks tell of it as it comes. All three stand on one number and end in the same rows.
- **There is a limit.** An address may send so many requests in a minute, a token more; the
  `RateLimit` header of each answer says how many are left, and the answer beyond them is 429 with
  `Retry-After`.
- **Each request has an id**, in `X-Request-Id` of its answer: the one you send (up to 64 letters,
  digits, dots, hyphens and underscores), else a new one. Name it when you report an error.
- **Try it in the sandbox.** Below `/sandbox` stands the same API over invented openings that never
  change. The header `X-Sandbox-Now` sets its clock, and `/sandbox/v1/openings/ID` answers with 404
  (`sandbox4o4`), 409 (`sandbox4o9`), 410 (`sandbox4lo`), 422 (`sandbox422`), 429 (`sandbox429`),
  503 (`sandbox5o3`) or after five seconds (`sandboxzzz`).
- **HEAD and OPTIONS** are answered at every address that can be read.
- **Acting needs a token.** A token is for one city, or for whoever operates the service, and for
  certain verbs, such as deciding about doubted runs. Send it as `Authorization: Bearer TOKEN`.
- **An address never dies.** An opening that was withdrawn answers 410 with what it was and where
  to look on.
"""

TAGS = [
    {"name": "Openings", "description": "Search the openings, and read one in full."},
    {"name": "Reference", "description": "The cities and professions to filter by."},
    {"name": "Copying", "description": "Everything at once, and what changes, for copies."},
    {"name": "Webhooks", "description": "Being told of changes as they come."},
    {"name": "Sources", "description": "Where openings come from, and how well that goes."},
    {"name": "Runs", "description": "What each delivery did, and deciding about doubted ones."},
    {
        "name": "Uploads",
        "description": "A city sends its own file: preview, commit, take back.",
    },
    {
        "name": "Corrections",
        "description": "What a city sets by hand, what it hides, and what it is asked.",
    },
    {"name": "Audit", "description": "Who did what, for the city it concerns and the operator."},
    {"name": "Service", "description": "Addresses and health of this service."},
]


INTRODUCTION: Mapping[str, Any] = {
    "title": TITLE,
    "version": version("stellenbund"),
    "summary": SUMMARY,
    "description": DESCRIPTION,
    "license_info": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    "openapi_tags": TAGS,
    "servers": [
        {"url": "/", "description": "This service"},
        {"url": "/sandbox", "description": "Its sandbox: invented openings that never change"},
    ],
}
"""What the contract says about the whole API, as FastAPI's arguments."""


def complete(contract: dict[str, Any], contact: str) -> None:
    """Add what FastAPI cannot say: what problems are like, and any kind of contact."""
    ours = components()
    contract["components"]["schemas"] |= shapes(OpeningParameters) | ours["schemas"]
    contract["components"]["examples"] = ours["examples"]
    contract["components"]["securitySchemes"] = SECURITY_SCHEMES
    contract["info"]["contact"] = _contact(contact)
    name_parts(contract)
    for path, item in contract["paths"].items():
        if path.startswith(COUNTED):
            for operation in item.values():
                told = operation["responses"] | {"429": problem_of(TOO_MANY_REQUESTS)}
                operation["responses"] = dict(sorted(told.items()))


def openapi_document(app: FastAPI) -> str:
    """Return the contract of *app* as the text that is kept in the repository."""
    return json.dumps(app.openapi(), ensure_ascii=False, indent=2) + "\n"


def _contact(address: str) -> dict[str, str]:
    if address.startswith(("http://", "https://")):
        return {"name": TITLE, "url": address}
    return {"name": TITLE, "email": address.removeprefix("mailto:")}
