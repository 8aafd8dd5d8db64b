"""Doors: every page of a city lies behind one, which opens to whoever may do its verb there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path
from starlette.requests import Request

from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.city import City
from stellenbund.site.browsing import SignInDep
from stellenbund.site.errors import NotAllowedError
from stellenbund.site.means import MeansDep
from stellenbund.store.cities import find_city
from stellenbund.store.database import reading

SLUG, ID = r"^[a-z0-9-]{1,60}$", r"^[a-z2-9]{10}$"
"""What the addresses of cities, of openings and of uploads are made of; all else is nowhere."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Whoever has come in: which city's matters these are, and who looks after them."""

    city: City
    caller: Caller

    def may(self, verb: str) -> bool:
        """Say whether *verb* can be done here; pages offer nothing else."""
        return self.caller.grant.allows(Verb(verb), self.city.slug)


def _door(verb: Verb) -> Callable[..., Inside]:
    def enter(
        request: Request,
        city: Annotated[str, Path(pattern=SLUG)],
        sign_in: SignInDep,
        means: MeansDep,
    ) -> Inside:
        """Let somebody in.

        Raises:
            NotAllowedError: they may not do this there; whether the city exists is not said.
            NotFoundError: there is no such city.
        """
        caller = sign_in.account.caller
        lack = caller.grant.lack(verb, city)
        if lack is not None:
            raise NotAllowedError(lack)
        with reading(means.engine) as session:
            inside = Inside(find_city(session, city), caller)
        request.state.inside = inside
        return inside

    return enter


ReaderDep = Annotated[Inside, Depends(_door(Verb.READ_OWN))]
UploaderDep = Annotated[Inside, Depends(_door(Verb.UPLOAD))]
DeciderDep = Annotated[Inside, Depends(_door(Verb.DECIDE))]
CorrectorDep = Annotated[Inside, Depends(_door(Verb.CORRECT))]
