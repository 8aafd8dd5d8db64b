"""Reading choices: what a form says about how a file is to be read."""

from starlette.datastructures import FormData

from stellenbund.domain.upload import Mode, UploadChoices
from stellenbund.feeds.columns import Key
from stellenbund.feeds.decoding import ENCODINGS
from stellenbund.feeds.delimited import DELIMITERS
from stellenbund.site.errors import FormRefusedError
from stellenbund.site.forms import text_of

ITSELF = ("", "von selbst erkennen")
ENCODING_CHOICES = (ITSELF, *((name, name) for name in ENCODINGS))
DELIMITER_CHOICES = (
    ITSELF,
    *(("tab" if sign == "\t" else sign, name) for sign, name in DELIMITERS.items()),
)
"""What a person can choose, with its name; a form cannot hold a tabulator."""

COLUMN = "spalte:"
"""What stands before the name of a column in the field that says what it means."""


def choices_of(form: FormData) -> UploadChoices:
    """Return what is settled; an empty field leaves it to the file.

    Raises:
        FormRefusedError: the number of the header row is none.
    """
    return UploadChoices(
        encoding=text_of(form, "kodierung") or None,
        delimiter={"tab": "\t"}.get(delimiter := text_of(form, "trennzeichen"), delimiter) or None,
        sheet=text_of(form, "blatt") or None,
        header_row=_header_row(text_of(form, "kopfzeile")),
        mapping=_mapping(form),
    )


def mode_of(form: FormData) -> Mode:
    """Return what the file says about openings that it does not name; all of it unless told."""
    return Mode.CHANGES_ONLY if text_of(form, "art") == Mode.CHANGES_ONLY else Mode.FULL_STOCK


def _header_row(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise FormRefusedError(
            f"„{text[:40]}“ ist keine Zeilennummer. Bitte geben Sie die Nummer der Zeile an, in "
            "der die Spaltennamen stehen, so wie Excel sie links anzeigt."
        )
    return int(text[:9])


def _mapping(form: FormData) -> dict[str, str]:
    """Return what columns mean, as far as a form says so."""
    known = {key.value for key in Key}
    return {
        name.removeprefix(COLUMN): value
        for name, value in form.multi_items()
        if name.startswith(COLUMN) and value in known and isinstance(value, str)
    }
