"""RawRecord: the text of one opening as it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPlace:
    """A work place as the source writes it: nothing is read, nothing is guessed."""

    name: str | None = None
    street: str | None = None
    postcode: str | None = None
    latitude: str | None = None
    longitude: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """Everything that a reader took from one opening, as text, plus where it stood.

    Fields whose name ends in ``_html`` may hold markup; all others are plain text. ``section``
    is the heading or category under which the opening stood, ``labelled`` any further
    "label: value" pairs that no field stands for. ``is_partial`` says that the record comes from
    a list whose detail page could not be read, so that an absent field proves nothing.
    """

    page: str
    reference: str | None = None
    url: str | None = None
    apply_url: str | None = None
    title: str | None = None
    section: str | None = None
    kind: str | None = None
    profession: str | None = None
    employer: str | None = None
    org_unit: str | None = None
    description_html: str | None = None
    tasks_html: str | None = None
    profile_html: str | None = None
    benefits_html: str | None = None
    requirements: str | None = None
    certificate: str | None = None
    places: tuple[RawPlace, ...] = ()
    positions: str | None = None
    start: str | None = None
    duration: str | None = None
    deadline: str | None = None
    opens: str | None = None
    posted: str | None = None
    pay: str | None = None
    weekly_hours: str | None = None
    working_time: str | None = None
    takeover: str | None = None
    partner_school: str | None = None
    contact: str | None = None
    language: str | None = None
    labelled: tuple[tuple[str, str], ...] = ()
    is_partial: bool = False
