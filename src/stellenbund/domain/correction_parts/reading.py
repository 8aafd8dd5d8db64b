"""Reading: what was typed by hand becomes values of an opening, or is refused with all faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stellenbund.domain.correctable import CORRECTABLE, LONGEST, MOST, SETTER_OF, Correctable
from stellenbund.domain.correction import Said
from stellenbund.domain.correction_parts.fault import Fault, UncorrectableError
from stellenbund.domain.correction_parts.readers import READERS, Ground
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.merge import states
from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.normalisers.contacts import without_contact_persons
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.normalisers.record_parts.notebook import Notebook
from stellenbund.domain.opening import Fields

_CONTACT = "contact"

Typed = Mapping[str, str | None]
"""What was typed, by the key of what it is to set; ``None`` clears it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one typed *text* says, without persons; *text* is ``None`` where it clears."""

    text: str | None
    stated: Said
    findings: tuple[Finding, ...] = ()


def read_typed(typed: Typed, ground: Ground) -> dict[str, Reading]:
    """Return what each text of *typed* says, by its key.

    Raises:
        UncorrectableError: one of them says nothing that could be shown, or cannot be set at all.
    """
    if not 1 <= len(typed) <= MOST:
        raise UncorrectableError([_wrong_number(len(typed))])
    read = {key: _read(key, text, ground) for key, text in typed.items()}
    faults = [each for each in read.values() if isinstance(each, Fault)]
    if faults:
        raise UncorrectableError(faults)
    return {key: each for key, each in read.items() if isinstance(each, Reading)}


def _read(key: str, text: str | None, ground: Ground) -> Reading | Fault:
    correctable = CORRECTABLE.get(key)
    if correctable is None:
        return _unknown(key, text)
    if text is None:
        if not correctable.is_clearable:
            return _needed(correctable)
        return Reading(text=None, stated=correctable.nothing)
    if len(text) > LONGEST:
        return _too_long(correctable)
    return _read_text(correctable, stripped(text).strip(), ground)


def _read_text(correctable: Correctable, text: str, ground: Ground) -> Reading | Fault:
    """Read *text* as a source's; what a source would only be told about is refused here."""
    notebook = Notebook()
    read = READERS[correctable.key]
    found = notebook.read(correctable.key, lambda each: read(each, ground, notebook), text) or {}
    said: dict[str, Any] = {
        name: _public(found[name]) for name in correctable.fields if name in found
    }
    fields = Fields.model_construct(**said)
    telling = [name for name in said if states(fields, name)]
    is_doubtful = any(each.severity is not Severity.HINT for each in notebook.findings)
    must_lead = is_doubtful or correctable.is_strict
    if not telling or (must_lead and correctable.fields[0] not in telling):
        return _unread(correctable, text, next(iter(notebook.findings), None))
    stated = fields.model_dump(mode="json", include=set(said))
    kept = (without_contact_persons if correctable.key == _CONTACT else without_persons)(text)
    return Reading(text=kept, stated=stated, findings=tuple(notebook.findings))


def _public(value: object) -> object:
    return without_persons(value) if isinstance(value, str) else value


def _unread(correctable: Correctable, text: str, why: Finding | None) -> Fault:
    """Complain about a text that says nothing to set, by the finding that says why."""
    message = why.message if why else "Daraus lässt sich nichts lesen."
    return Fault(
        field=correctable.key,
        text=text,
        rule=why.rule if why else "correction.unread",
        detail=f"{correctable.key} cannot be read from this text. Type it like the example: "
        f"{correctable.example}",
        detail_de=f"{correctable.label}: {message} Bitte so eintragen wie im Beispiel: "
        f"{correctable.example}",
        allowed=correctable.choices or (correctable.example,),
    )


def _unknown(key: str, text: str | None) -> Fault:
    setter = SETTER_OF.get(key)
    english = f" It is set by “{setter}”." if setter else " Use one of those that are allowed."
    german = f" Sie wird mit „{setter}“ gesetzt." if setter else " Bitte eine erlaubte verwenden."
    return Fault(
        field=key,
        text=text,
        rule="unknown-value",
        detail=f"“{key}” is nothing that can be set.{english}",
        detail_de=f"Die Angabe „{key}“ lässt sich nicht setzen.{german}",
        allowed=tuple(CORRECTABLE),
    )


def _needed(correctable: Correctable) -> Fault:
    return Fault(
        field=correctable.key,
        text=None,
        rule="required",
        detail=f"{correctable.key} cannot be cleared, because no opening is shown without. Set "
        "another value, or hide the opening.",
        detail_de=f"{correctable.label}: Ohne diese Angabe können wir keine Stelle zeigen. Bitte "
        "etwas anderes eintragen oder die Stelle verbergen.",
    )


def _too_long(correctable: Correctable) -> Fault:
    return Fault(
        field=correctable.key,
        text=None,
        rule="length",
        detail=f"{correctable.key} has more than {LONGEST} characters. Shorten it.",
        detail_de=f"{correctable.label}: Der Text ist länger als {LONGEST} Zeichen. Bitte kürzen.",
    )


def _wrong_number(count: int) -> Fault:
    return Fault(
        field="values",
        text=str(count),
        rule="count",
        detail=f"1 to {MOST} values are set at once, not {count}. Set the others afterwards.",
        detail_de=f"Auf einmal lassen sich 1 bis {MOST} Angaben setzen, nicht {count}. Bitte die "
        "übrigen danach eintragen.",
    )
