"""Reading choices: what a form says about how a file is to be read."""

from starlette.datastructures import FormData

from stellenbund.domain.upload import Mode, Upload, UploadChoices
from stellenbund.feeds.columns import OFFERED, Key
from stellenbund.feeds.decoding import ENCODINGS
from stellenbund.feeds.delimited import DELIMITERS
from stellenbund.feeds.headings import Heading
from stellenbund.site.errors import FormRefusedError
from stellenbund.site.forms import text_of

ITSELF = ("", "von selbst erkennen")
ENCODING_CHOICES = (ITSELF, *((name, name) for name in ENCODINGS))
DELIMITER_CHOICES = (
    ITSELF,
    *(("tab" if sign == "\t" else sign, name) for sign, name in DELIMITERS.items()),
)
"""What a person can choose, with its name; a form cannot hold a tabulator."""

COLUMN_CHOICES = (
    (Key.ADDITIONAL.value, "als zusätzliche Angaben lesen"),
    (Key.IGNORED.value, "nicht beachten"),
    *((each.key.value, each.header) for each in OFFERED if each.key is not Key.ADDITIONAL),
)
"""What a column can mean."""

COLUMN = "spalte:"
"""What stands before the name of a column in the field that says what it means."""


def is_unknown(heading: Heading) -> bool:
    """Say whether nobody knows what a named column means, so that a person should."""
    return heading.is_named and heading.key is None and heading.first is None


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


def more_exactly(before: Upload, form: FormData) -> tuple[Mode, UploadChoices]:
    """Return how a file is to be read that was read *before*: as then, but for what a button says.

    That is what one column means, or that the file holds only changes.
    """
    mode = mode_of(form) if "art" in form else before.mode
    column, key = text_of(form, "spalte"), text_of(form, "bedeutung")
    settled = {column: key} if column and key in list(Key) else {}
    mapping = {**before.choices.mapping, **settled}
    return mode, before.choices.model_copy(update={"mapping": mapping})


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
