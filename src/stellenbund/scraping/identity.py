"""Identity: an element as itself, so that what was found in it can be kept for a while."""

from dataclasses import dataclass

from bs4 import Tag


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """An element that equals only itself; a tag compares by its whole text, which costs much."""

    tag: Tag

    def __eq__(self, other: object) -> bool:
        """Compare by identity."""
        return isinstance(other, Itself) and other.tag is self.tag

    def __hash__(self) -> int:
        """Hash by identity."""
        return id(self.tag)
