"""upload: a city's own file read, shown, and on demand published."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from stellenbund.commands.callers import caller
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.letters import tell_by_letter
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.surroundings import (
    declared_cities,
    known,
    make_known,
    now,
    opened,
)
from stellenbund.commands.upload_report import print_preview, told
from stellenbund.domain.upload import Mode, UploadChoices, UploadState
from stellenbund.domain.upload_errors import TwinError
from stellenbund.flows.acting import Acting
from stellenbund.flows.chance import new_id
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import Preview, preview
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.store.database import Database

File = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, readable=True, help="CSV, XLSX, XLS or ODS."),
]
City = Annotated[str, typer.Option(help="Slug of the city whose file it is.")]
ChangesOnly = Annotated[
    bool, typer.Option("--changes-only", help="What the file does not name stays as it is.")
]
Publish = Annotated[
    bool | None,
    typer.Option("--commit/--sure", help="Publish it; with --sure even if much vanishes."),
]
Read = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=VALUE",
        help="How to read it: encoding, delimiter, sheet or header_row; any other NAME is a column "
        "of the file, and VALUE what it means. Repeat for several.",
    ),
]

_CHOICES = frozenset({"encoding", "delimiter", "sheet", "header_row"})


def upload(
    file: File,
    *,
    city: City,
    changes_only: ChangesOnly = False,
    publish: Publish = None,
    read: Read = None,
    as_json: AsJson = False,
) -> None:
    """Read a city's file and show what it would change; without --commit nothing is published.

    The exit code is 0 if all is well, and 1 if rows are left out, if the file is refused, or if
    nothing was published because so much would vanish that --sure is needed.
    """
    sent = SentFile(
        body=file.read_bytes(),
        name=file.name,
        mode=Mode.CHANGES_ONLY if changes_only else Mode.FULL_STOCK,
        choices=_choices(read or ()),
    )
    settings = load_settings()
    declared = declared_cities(settings)
    slug = known(declared, city).city.slug
    with opened(settings) as engine:
        make_known(engine, declared)
        shown = _carried_out(engine, slug, sent, publish=publish, letterhead=settings.letterhead)
        is_published = shown.upload.state is UploadState.COMMITTED
        if is_published:
            tell_by_letter(engine, settings)
    _report(shown, as_json=as_json)
    is_held_up = publish is not None and not is_published
    if is_held_up or shown.upload.counts.left_out:
        raise typer.Exit(1)


def _carried_out(
    engine: Database, city: str, sent: SentFile, *, publish: bool | None, letterhead: str | None
) -> Preview:
    """Keep the file, publish it if that is wanted and nothing must be asked, and show it."""
    acting = Acting(by=caller(None), clock=now, new_id=new_id, letterhead=letterhead)
    name = _kept(engine, city, sent, acting)
    shown = preview(engine, city, name)
    is_sure = publish is False
    if publish is None or (shown.needs_second_consent and not is_sure):
        return shown
    commit(engine, city, name, acting, fingerprint=shown.fingerprint, is_sure=is_sure)
    return preview(engine, city, name)


def _kept(engine: Database, city: str, sent: SentFile, acting: Acting) -> str:
    """Return the id of the upload; the very same file that waits already is as good."""
    try:
        return receive(engine, city, sent, acting).id
    except TwinError as error:
        return error.twin.id


def _choices(pairs: Sequence[str]) -> UploadChoices:
    """Return how the file is to be read.

    Raises:
        WrongUseError: a pair is none, or a number is none.
    """
    said: dict[str, Any] = {"mapping": {}}
    for name, is_there, value in (pair.rpartition("=") for pair in pairs):
        if not (name and is_there):
            raise WrongUseError(f"--read: {value} must be NAME=VALUE.")
        (said if name in _CHOICES else said["mapping"])[name] = value
    try:
        return UploadChoices.model_validate(said)
    except ValidationError as error:
        raise WrongUseError("--read: header_row must be a number, from 1.") from error


def _report(shown: Preview, *, as_json: bool) -> None:
    if as_json:
        print_json(told(shown))
        return
    print_preview(shown)
    upload = shown.upload
    if upload.state is UploadState.COMMITTED:
        undo = f"stellenbund uploads {upload.city} --undo {upload.id}"
        say(f"Upload {upload.id} is published, as run {upload.run}. Take it back with: {undo}")
    elif shown.empties:
        say("Nothing can be published: the file names no opening, so all would vanish.")
    elif shown.needs_second_consent:
        say("Nothing was published: so much would vanish that it needs --sure.")
    else:
        say("Nothing was published; --commit does it.")
