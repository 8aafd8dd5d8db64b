"""Confirm: whoever looks after a city is written to when a file was published or taken back."""

from collections.abc import Iterator

from sqlmodel import Session

from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.account import AccountState
from stellenbund.domain.confirmation import confirmation
from stellenbund.domain.letter import Letter
from stellenbund.domain.upload import Upload
from stellenbund.flows.acting import Acting
from stellenbund.store.accounts import list_accounts
from stellenbund.store.cities import find_city
from stellenbund.store.letters import save_letter
from stellenbund.store.runs import LoggedRun

MOST = 20
"""To how many people one letter goes."""


def confirm(session: Session, upload: Upload, run: LoggedRun, acting: Acting) -> None:
    """Write down what to tell about *upload*, in the transaction in which it happens.

    It is sent later: no mail server can hold up a commit, and no letter is lost with a process.
    Where no letters go out, nothing is written.
    """
    if acting.letterhead is None:
        return
    said = confirmation(
        upload,
        run,
        city=find_city(session, upload.city).name,
        actor=acting.by.actor,
        page=f"{acting.letterhead}/hr/stadt/{upload.city}/verlauf/{upload.id}",
    )
    for address in tuple(_addresses(session, acting.by, upload.city))[:MOST]:
        letter = Letter(
            id=acting.new_id(),
            address=address,
            subject=said.subject,
            text=said.text,
            written_at=run.finished_at,
            next_at=run.finished_at,
        )
        save_letter(session, letter)


def _addresses(session: Session, by: Caller, city: str) -> Iterator[str]:
    """Yield to whom it is told: the person who did it.

    Where a program did it, or somebody at the command line, those of the city who might have.
    """
    for account in list_accounts(session, None if by.account else city):
        might = account.state is AccountState.ACTIVE and Verb.UPLOAD in account.grant.verbs
        if account.id == by.account or (by.account is None and might):
            yield account.email
