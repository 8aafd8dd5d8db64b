"""Whose: for which city an account acts, by its name."""

from sqlmodel import Session

from stellenbund.domain.account import Account
from stellenbund.store.cities import find_city


def city_name(session: Session, account: Account) -> str:
    """Return the name of an account's city, or nothing for the operator's."""
    slug = account.grant.city
    return "" if slug is None else find_city(session, slug).name
