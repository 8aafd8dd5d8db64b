"""serve: the REST API with the HR pages on this machine."""

import gc
import socket
from typing import Annotated

import typer
import uvicorn
from starlette.types import ASGIApp

from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.screen import say
from stellenbund.oidc.relying_party import RelyingParty

Host = Annotated[str | None, typer.Option(help="Address to listen on; else the setting.")]
Port = Annotated[int | None, typer.Option(help="Port; else the setting.", min=1, max=65_535)]
Workers = Annotated[int, typer.Option(help="How many processes answer.", min=1, max=64)]

HERE = ("127.0.0.1", "::1", "localhost")
"""Where nobody else can listen in."""

GRACE = 10
"""Seconds that running answers get when the server is told to stop."""


def serve(*, host: Host = None, port: Port = None, workers: Workers = 1) -> None:
    """Serve the REST API and the HR pages from the database as it is; Ctrl-C stops it."""
    settings = load_settings()
    host, port = host or settings.host, port or settings.port
    if settings.plain_http and host not in HERE:
        raise WrongUseError(
            "STELLENBUND_PLAIN_HTTP lets passwords pass unprotected, so it is for this machine "
            f"only: listen on 127.0.0.1 instead of {host}, or unset it."
        )
    RelyingParty.of(settings)  # complains once and here, not in each worker
    _ask_for(host, port)
    _ask_for_tables(settings.database_url)
    say(_addresses(host, port))
    # No access log: the addresses of those who read are nobody's business.
    uvicorn.run(
        f"{served.__module__}:{served.__name__}",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        access_log=False,
        # Who asks behind a proxy is read where requests are counted; nobody else may say it.
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )


def served() -> ASGIApp:
    """Return the application as each worker makes it for itself.

    Until it answers, next to nothing becomes garbage, and looking for it would take a sixth of the
    time; the picture, once it is there, lets the search begin.
    """
    gc.disable()
    from stellenbund.service import create_service

    return create_service(load_settings())


def _addresses(host: str, port: int) -> str:
    root = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    return (
        "Stellenbund is served; Ctrl-C stops it.\n"
        f"  to read     {root}/docs\n"
        f"  openings    {root}/v1/openings\n"
        f"  sources     {root}/v1/sources\n"
        f"  HR pages    {root}/hr/"
    )


def _ask_for_tables(database_url: str) -> None:
    """Load what asks a database only here, and not with each worker."""
    from stellenbund.commands.tables import ask_for_tables

    ask_for_tables(database_url)


def _ask_for(host: str, port: int) -> None:
    """Say in one sentence why nothing can listen there, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            asked.bind((host, port))
    except OSError as error:
        say(f"Nothing can listen on {host}:{port} ({error.strerror}); --port takes another one.")
        raise typer.Exit(1) from error
