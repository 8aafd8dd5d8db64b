"""Methods: what the address of a request takes."""

from starlette.requests import Request
from starlette.routing import compile_path

_IN_ORDER = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def allowed_methods(request: Request, told: str) -> str:
    """Return the methods for the Allow header.

    The router has *told* those of the first route at the address; what the contract has there are
    the others. What can be read can be asked for its head, too, and anything for its OPTIONS.
    """
    path, contract = request.scope["path"], request.app.openapi()["paths"]
    taken = {method.strip() for method in told.split(",")}
    for template, operations in contract.items():
        if compile_path(template)[0].match(path):
            taken |= {method.upper() for method in operations}
    if "GET" in taken:
        taken.add("HEAD")
    return ", ".join([*(method for method in _IN_ORDER if method in taken), "OPTIONS"])
