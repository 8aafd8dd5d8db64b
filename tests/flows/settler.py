"""A process that settles one harvest after the other until it is killed.

For each line on its standard input, the address of a database, it becomes two: the child settles
and says the number of each harvest that was acknowledged, the parent says when the child is dead.
"""

import os
import sys
from itertools import count

from stellenbund.domain.harvest import Harvest
from stellenbund.store.database import open_database
from tests.builders import harvest, notice
from tests.stocking import JOBSUCHE, settled

SIZE = 12


def numbered(number: int) -> Harvest:
    """Return a harvest that says *number* in each notice; every second one lacks two of them."""
    lacking = number % 2 * 2
    return harvest(
        *(
            notice(f"n{place}", org_unit=f"Amt {place}", positions=number)
            for place in range(lacking, SIZE)
        )
    )


def settle_for_ever(url: str, first: int) -> None:
    """Settle harvests from number *first* on, and acknowledge each once it is kept."""
    engine = open_database(url)
    for number in count(first):
        settled(engine, numbered(number), of=JOBSUCHE)
        os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    for line in sys.stdin:
        first, url = line.split()
        child = os.fork()
        if child == 0:
            settle_for_ever(url, int(first))
        os.write(1, b"child %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")
