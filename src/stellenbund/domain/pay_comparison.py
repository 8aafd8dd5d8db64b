"""Pay comparison: whether one notice says of pay no more than another."""

from stellenbund.domain.statements import Pay


def is_contained(pay: Pay, fuller: Pay) -> bool:
    """Say whether *fuller* states all that *pay* does, and further amounts.

    An amount without a year is that of the first: whoever names a single one names it.

    >>> years = ({"year": 1, "amount": "1368.26"}, {"year": 2, "amount": "1418.20"})
    >>> one, other, both = (
    ...     Pay.model_validate({"amounts": amounts})
    ...     for amounts in ([{"amount": "1368.26"}], [{"amount": "1418.20"}], years)
    ... )
    >>> is_contained(one, both), is_contained(other, both)
    (True, False)
    """
    if not 0 < len(pay.amounts) < len(fuller.amounts) or pay.currency != fuller.currency:
        return False
    if pay.tariff not in (None, fuller.tariff) or pay.valid_from not in (None, fuller.valid_from):
        return False
    there = {(each.year, each.amount) for each in fuller.amounts}
    return all((each.year or 1, each.amount) in there for each in pay.amounts)
