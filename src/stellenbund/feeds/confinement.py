"""Confinement: how much a process may use that opens a foreign workbook."""

from contextlib import suppress

from stellenbund.feeds.limits import CPU_SECONDS, MEMORY


def limit_itself() -> None:
    """Give this process no more memory and time than it may have, where the system can do that."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
