"""Own fields: what a customer of BITE has added to its openings, under names of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import each, inner, markup, word, words


@dataclass(frozen=True, slots=True)
class Choice:
    """A field whose values are chosen from a list: its name for people, and those of its codes."""

    label: str
    options: Mapping[str, str] = field(default_factory=dict)


Choices = Mapping[str, Choice]
"""The fields that the list explains, by their names."""

NO_CHOICE = Choice("")


class FieldNames(TypedDict, total=False):
    """Which of the customer's own fields stands for which of ours."""

    section: str
    kind: str
    org_unit: str
    description_html: str
    tasks_html: str
    profile_html: str
    benefits_html: str
    certificate: str
    positions: str
    start: str
    duration: str
    pay: str
    weekly_hours: str
    working_time: str


USUAL: Mapping[str, tuple[str, ...]] = {
    "section": ("zuordnung", "berufsgruppe"),
    "tasks_html": ("aufgaben",),
    "profile_html": ("profil",),
    "benefits_html": ("angebot", "wir_bieten"),
    "start": ("einstiegsdatum", "jobstartdate2", "jobstartdate"),
    "weekly_hours": ("job_workhours",),
}
"""Names that several customers have given; all of them are only a custom."""

_PLACEHOLDER = re.compile(r"\{\{[^{}]{0,200}\}\}")
"""What BITE fills in only when it renders a posting, such as ``{{=const.title_profile}}``."""

_SOON = {"-1": "so bald wie möglich"}
"""Values that are no code of any list, and mean something all the same."""


def read_choices(document: Node) -> Choices:
    """Return what a page of the list explains of its fields beside its openings."""
    told = next(inner(document, "fields"), {})
    return {name: _choice(name, about) for name in told for about in inner(told, name)}


def _choice(name: str, about: Node) -> Choice:
    """Return the field *name* as it is explained."""
    options = {
        code: label
        for option in inner(about, "options")
        if (code := words(option, "value")) and (label := words(option, "label"))
    }
    return Choice(words(about, "label") or name, options)


@dataclass(frozen=True, slots=True)
class OwnFields:
    """The fields of one customer: their declared names, and what is chosen in them."""

    names: FieldNames = field(default_factory=FieldNames)
    choices: Choices = field(default_factory=dict)

    def texts(self, item: Node) -> dict[str, str]:
        """Return what *item* says in the customer's fields, by the names of ours."""
        custom = next(inner(item, "custom"), {})
        found = {ours: self._told(custom, ours) for ours in {**USUAL, **self.names}}
        return {ours: text for ours, text in found.items() if text}

    def chosen(self, item: Node) -> Iterator[tuple[str, str]]:
        """Yield what else was chosen from a list; a free text may be anything, or name anybody."""
        custom = next(inner(item, "custom"), {})
        used = {name for ours in (*USUAL, *self.names) for name in self._named(ours)}
        for name in custom:
            choice = self._choice(name)
            codes = (word(value) or "" for value in each(custom, name))
            texts = dict.fromkeys(choice.options[code] for code in codes if code in choice.options)
            if texts and name not in used:
                yield choice.label, ", ".join(texts)

    def _named(self, ours: str) -> tuple[str, ...]:
        declared = self.names.get(ours)
        return (str(declared),) if declared else USUAL.get(ours, ())

    def _told(self, custom: Node, ours: str) -> str | None:
        """Return what stands under the names for our field: all markup, else the first text."""
        if ours.endswith("_html"):
            text = markup(custom, *self._named(ours)) or ""
            return _PLACEHOLDER.sub("", text).strip() or None
        texts = (", ".join(self._meanings(custom, name)) for name in self._named(ours))
        return next(filter(None, texts), None)

    def _choice(self, name: str) -> Choice:
        return self.choices.get(f"custom.{name}", NO_CHOICE)

    def _meanings(self, custom: Node, name: str) -> Iterator[str]:
        """Yield what is stored under *name*, its codes as the labels that people see."""
        known = _SOON | dict(self._choice(name).options)
        for value in each(custom, name):
            if text := word(value):
                yield known.get(text, text)
