"""The errors that callers of the domain may meet."""


class StellenbundError(Exception):
    """Anything that this project raises on purpose."""


class UnreadableTextError(StellenbundError, ValueError):
    """A text that a normaliser cannot read; *rule* says why, *text* is what was found."""

    def __init__(self, text: str, rule: str, message: str) -> None:
        """Keep the text, the rule and the German sentence apart so that a finding can show them."""
        super().__init__(message)
        self.text = text
        self.rule = rule
        self.message = message


class NotFoundError(StellenbundError, LookupError):
    """Something was asked for by a name that nothing has."""

    def __init__(self, what: str, name: str) -> None:
        """Say which kind of thing is missing, and the name that was asked for."""
        super().__init__(f"{what}: {name}")
        self.what = what
        self.name = name
