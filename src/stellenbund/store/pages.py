"""Pages: what a source's site last sent, so that it can be asked whether that changed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from stellenbund.domain.kept_page import KeptPage
from stellenbund.store.tables.pages import PageRow


def find_page(session: Session, source: int, request: str) -> KeptPage | None:
    """Return the page that was kept for the digest *request*, if one was."""
    kept = select(PageRow).where(PageRow.source == source, PageRow.request == request)
    row = session.exec(kept).first()
    return None if row is None else KeptPage.model_validate(row.model_dump(exclude={"source"}))


def keep_pages(session: Session, source: int, pages: Mapping[str, KeptPage | None]) -> None:
    """Let *pages* be all that is kept of a source; ``None`` stands for one that is kept already."""
    gone = delete(PageRow).where(col(PageRow.source) == source)
    unchanged = [request for request, page in pages.items() if page is None]
    session.exec(gone.where(col(PageRow.request).not_in(unchanged)))
    session.add_all(
        PageRow(source=source, **page.model_dump()) for page in pages.values() if page is not None
    )
    session.flush()


def forget_pages_before(session: Session, at: datetime) -> None:
    """Let go of the pages of all sources that were sent before *at*."""
    session.exec(delete(PageRow).where(col(PageRow.fetched_at) < at))


def forget_pages(session: Session, source: int) -> None:
    """Let go of all pages of a source; next time each is sent whole."""
    session.exec(delete(PageRow).where(col(PageRow.source) == source))
