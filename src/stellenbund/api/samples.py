"""Samples: whether what we serve was read from saved pages."""

from sqlmodel import Session

from stellenbund.store.sources import list_sources


def holds_samples(session: Session) -> bool:
    """Say whether the last run of any source read saved sample pages."""
    return any(state.runs[0].sample for state in list_sources(session) if state.runs)
