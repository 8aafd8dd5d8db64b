"""Environment: the settings of a command, as they stand around it."""

from pydantic import ValidationError

from stellenbund.commands.errors import WrongUseError
from stellenbund.settings import Settings


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        WrongUseError: one of them cannot be meant.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "STELLENBUND_" + "_".join(str(part) for part in first["loc"]).upper()
        raise WrongUseError(f"{name}: {first['msg']}.") from error
