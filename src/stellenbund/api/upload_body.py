"""Upload body: a city's file as a request carries it, read within a bound."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from email.message import Message
from typing import Annotated, Any, NamedTuple

from fastapi import Depends, Query
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from stellenbund.api.errors import BodyError, FileTooLargeError, ParameterError
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.upload_parameters import UploadParameters
from stellenbund.api.validation import member_faults
from stellenbund.feeds.limits import MOST_BYTES
from stellenbund.flows.receive_upload import SentFile

_MULTIPART = "multipart/form-data"
_FILE = "file"
_AROUND = 100_000
"""Bytes that a form may have besides the file."""

_FIELDS = 250

FILE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The file: CSV, XLSX, XLS or ODS, as it is or as the part `file` of a form",
        "content": {
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            _MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [_FILE],
                    "properties": {
                        _FILE: {
                            "type": "string",
                            "format": "binary",
                            "description": "The file, whatever its name",
                            "examples": ["Titel;Beginn"],
                        }
                    },
                }
            },
        },
    }
}
"""What the contract says of an operation that takes a file; a form may hold the parameters, too."""


class Carried(NamedTuple):
    """A file with what is to be done with it, and a digest of all that was asked for."""

    sent: SentFile
    is_to_commit: bool
    digest: str


async def _carried(request: Request, parameters: Annotated[UploadParameters, Query()]) -> Carried:
    """Read the file that a request carries, and no byte more than a file may have."""
    refuse_repetitions(request)
    name = _name_in(request.headers.get("content-disposition"))
    if request.headers.get("content-type", "").startswith(_MULTIPART):
        body, name, parameters = await _of_form(request, parameters)
    else:
        body = b"".join([chunk async for chunk in _bounded(request, MOST_BYTES)])
    asked = parameters.model_dump_json()
    digest = hashlib.sha256(json.dumps([request.url.path, asked]).encode() + body).hexdigest()
    sent = SentFile(
        body=body,
        name=parameters.name or name,
        mode=parameters.mode,
        choices=parameters.choices,
    )
    return Carried(sent, parameters.commit, digest)


async def _bounded(request: Request, most: int) -> AsyncIterator[bytes]:
    """Yield what comes; who says or sends too much is stopped before it is all read."""
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most:
        raise FileTooLargeError
    received = 0
    async for chunk in request.stream():
        received += len(chunk)
        if received > most:
            raise FileTooLargeError
        yield chunk


async def _of_form(
    request: Request, parameters: UploadParameters
) -> tuple[bytes, str | None, UploadParameters]:
    """Return the file of a form with its name; its other fields are parameters, too."""
    form = await _form(request)
    try:
        file = form.get(_FILE)
        if not isinstance(file, UploadFile):
            raise BodyError(
                "The form has no part `file` with a file name.",
                "Das Formular hat keinen Teil `file` mit einem Dateinamen.",
            )
        return await file.read(), file.filename, _with_fields(parameters, form)
    finally:
        await form.close()


async def _form(request: Request) -> FormData:
    chunks = _bounded(request, MOST_BYTES + _AROUND)
    parser = MultiPartParser(request.headers, chunks, max_files=1, max_fields=_FIELDS)  # type: ignore[arg-type] # it only iterates
    try:
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeError) as error:
        english, german = "The form cannot be read.", "Das Formular lässt sich nicht lesen."
        raise BodyError(english, german) from error


def _with_fields(parameters: UploadParameters, form: FormData) -> UploadParameters:
    """Return *parameters* with those that the fields of a form state."""
    fields: dict[str, Any] = {name: value for name, value in form.multi_items() if name != _FILE}
    if "mapping" in fields:
        fields["mapping"] = form.getlist("mapping")
    try:
        stated = UploadParameters.model_validate(fields)
    except ValidationError as error:
        faults = member_faults(error.errors(), UploadParameters.model_fields)
        raise ParameterError(faults) from error
    return parameters.model_copy(update=_stated(stated))


def _stated(parameters: UploadParameters) -> Mapping[str, object]:
    return {name: getattr(parameters, name) for name in parameters.model_fields_set}


def _name_in(disposition: str | None) -> str | None:
    """Return the file name that a Content-Disposition header tells, in whatever encoding.

    >>> _name_in("attachment; filename*=UTF-8''Pl%C3%A4tze.csv"), _name_in("attachment")
    ('Plätze.csv', None)
    """
    header = Message()
    header["Content-Disposition"] = disposition or ""
    return header.get_filename()


CarriedDep = Annotated[Carried, Depends(_carried)]
