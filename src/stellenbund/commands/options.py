"""Options that several commands share, with their one line of help each."""

from datetime import datetime
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

Cities = Annotated[
    list[str] | None, typer.Argument(metavar="[CITY]…", help="Which cities; without any, all.")
]

Every = Annotated[
    float | None,
    typer.Option(min=0.1, metavar="HOURS", help="Do it again every so many hours, for ever."),
]

Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day that settles a year which a text leaves out."),
]
