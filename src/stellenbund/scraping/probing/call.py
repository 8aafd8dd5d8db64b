"""Call: a declaration as a value, which can be written into a city's file or made at once."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

WIDTH = 100
_STEP = 4


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function or class of ours; its arguments may be calls themselves."""

    function: Callable[..., Any]
    args: tuple[object, ...] = ()
    keywords: Mapping[str, object] = field(default_factory=dict)

    def made(self) -> Any:  # noqa: ANN401 - it is whatever the function returns
        """Return what the call returns."""
        keywords = {name: _made(value) for name, value in self.keywords.items()}
        return self.function(*(_made(value) for value in self.args), **keywords)

    def source(self, column: int = 0, before: int = 0) -> str:
        """Return the call as Python text, broken as the formatter breaks it.

        Args:
            column: where the line begins in which the text will stand.
            before: how many characters stand before it in that line.
        """
        name = self.function.__name__
        return _broken(f"{name}(", list(self._parts()), ")", column=column, before=before)

    def _parts(self) -> Iterator[tuple[str, object]]:
        """Yield each argument with what stands before it."""
        yield from (("", value) for value in self.args)
        yield from ((f"{name}=", value) for name, value in self.keywords.items())

    def imports(self) -> Mapping[str, str]:
        """Return the names that the text uses, each with the module that it comes from."""
        names = {self.function.__name__: self.function.__module__}
        for value in (*self.args, *self.keywords.values()):
            names |= _imports(value)
        return names


def _made(value: object) -> object:
    match value:
        case Call():
            return value.made()
        case tuple():
            return tuple(_made(each) for each in value)
    return value


def _imports(value: object) -> Mapping[str, str]:
    match value:
        case Call():
            return value.imports()
        case Enum():
            return {type(value).__name__: type(value).__module__}
        case tuple():
            return {name: module for each in value for name, module in _imports(each).items()}
    return {}


def _written(value: object, column: int, before: int) -> str:
    match value:
        case Call():
            return value.source(column, before)
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case str():
            return text_literal(value)
        case tuple():
            end = ",)" if len(value) == 1 else ")"
            parts = [("", each) for each in value]
            return _broken("(", parts, end, column=column, before=before)
    return repr(value)


def _broken(
    opening: str, parts: list[tuple[str, object]], end: str, *, column: int, before: int
) -> str:
    """Return *parts* in brackets: on one line if they fit, else each on a line of its own."""
    one = ", ".join(name + _written(value, 0, 0) for name, value in parts)
    if "\n" not in one and column + before + len(opening) + len(one) + len(end) < WIDTH:
        return f"{opening}{one}{end}"
    inner = column + _STEP
    lines = "".join(
        f"{' ' * inner}{name}{_written(value, inner, len(name))},\n" for name, value in parts
    )
    return f"{opening}\n{lines}{' ' * column})"


def text_literal(text: str) -> str:
    r"""Return *text* as Python writes it, in double quotes; a regular expression stays readable.

    >>> print(text_literal(r"/stellen/\d+"), text_literal('a[href="x"]'))
    r"/stellen/\d+" 'a[href="x"]'
    """
    if not text.isprintable():
        return repr(text)
    if "\\" in text and '"' not in text and not text.endswith("\\"):
        return f'r"{text}"'
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)
