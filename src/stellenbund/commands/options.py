"""Options that several commands share, with their one line of help each."""

from datetime import datetime
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day that settles a year which a text leaves out."),
]
