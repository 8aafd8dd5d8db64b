"""A process that has the lease until it is told to end, or dies."""

import sys
from dataclasses import replace
from datetime import timedelta

from stellenbund.commands.environment import load_settings
from stellenbund.commands.going_out import going_out, leaseholder
from stellenbund.commands.stopping import stopping_cleanly
from stellenbund.commands.surroundings import opened

if __name__ == "__main__":
    name, seconds = sys.argv[1:]
    with stopping_cleanly("gone."), opened(load_settings()) as engine:
        us = replace(leaseholder(engine, name), length=timedelta(seconds=float(seconds)))
        with going_out(us):
            print("out", flush=True)  # noqa: T201 - this is how the test learns of it
            sys.stdin.read()
