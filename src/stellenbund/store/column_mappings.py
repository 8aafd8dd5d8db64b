"""Column mappings: what the columns of a city's files mean, as persons said before."""

from collections.abc import Mapping

from sqlmodel import Session, select

from stellenbund.store.tables.uploads import ColumnMappingRow


def known_mapping(session: Session, city: str) -> dict[str, str]:
    """Return what the columns of a city's files mean, by their names in the files."""
    rows = select(ColumnMappingRow).where(ColumnMappingRow.city == city)
    return {row.name: row.meaning for row in session.exec(rows.order_by(ColumnMappingRow.name))}


def remember_mapping(session: Session, city: str, mapping: Mapping[str, str]) -> None:
    """Write down what columns mean; a newer word replaces an older one."""
    for name, meaning in mapping.items():
        session.merge(ColumnMappingRow(city=city, name=name, meaning=meaning))
    session.flush()
