"""Copy faults: what can be wrong with a number or an address that a copier gives."""

from collections.abc import Mapping

from stellenbund.api.complaints import BrokenRule, broken
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.domain.webhook_address import Flaw


def beyond(after: int, latest: int) -> ParameterFault:
    """Complain about a number that nobody has given out yet, or that went with a lost database."""
    rule = BrokenRule(
        code="range",
        allowed=f"0 to {latest}",
        english=f"is beyond the last change, {latest}; if it came from here, take a snapshot anew",
        german=f"liegt hinter der letzten Änderung, {latest}; wenn die Zahl von hier stammt, bitte "
        "einen neuen Abzug holen",
    )
    return broken("after", str(after), rule)


def flawed(url: str, flaw: Flaw) -> ParameterFault:
    """Complain about an address to which no webhook may lead."""
    english, german = _FLAWS[flaw]
    rule = BrokenRule(code="address", allowed=_ALLOWED, english=english, german=german)
    return broken("url", url, rule)


_ALLOWED = "https, a public name, port 443"

_FLAWS: Mapping[Flaw, tuple[str, str]] = {
    Flaw.UNREADABLE: (
        "must be an address in printable ASCII",
        "muss eine Adresse aus druckbarem ASCII sein",
    ),
    Flaw.NOT_SECURE: ("must begin with https://", "muss mit https:// beginnen"),
    Flaw.USER: (
        "must have neither a user nor a fragment",
        "darf weder einen Benutzer noch ein Fragment enthalten",
    ),
    Flaw.PORT: ("must use port 443", "muss Port 443 verwenden"),
    Flaw.HOST: (
        "must lead to a public name such as agentur.example, not to an address",
        "muss zu einem öffentlichen Namen wie agentur.example führen, nicht zu einer IP-Adresse",
    ),
}
