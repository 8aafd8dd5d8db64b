"""New password: typed twice, so that nobody is shut out by a slip of the finger."""

from starlette.datastructures import FormData

from stellenbund.domain.password import PasswordRefusedError
from stellenbund.site.forms import raw_of


def twice_the_same(form: FormData) -> str:
    """Return the password that a form holds in two fields.

    Raises:
        PasswordRefusedError: they differ.
    """
    chosen = raw_of(form, "passwort")
    if raw_of(form, "passwort_wiederholt") != chosen:
        raise PasswordRefusedError(
            "Die beiden Passwörter sind verschieden. Bitte geben Sie es zweimal gleich ein."
        )
    return chosen
