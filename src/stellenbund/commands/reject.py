"""reject: a doubted run is dropped for good."""

from stellenbund.commands.callers import As, caller
from stellenbund.commands.consents import Because, Run, consent
from stellenbund.commands.environment import load_settings
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.surroundings import now, opened
from stellenbund.flows.consent import reject as carry_out
from stellenbund.store.database import writing


def reject(run: Run, *, because: Because = "", name: As = None, as_json: AsJson = False) -> None:
    """Reject a doubted run: its harvest is dropped, and everything stays as it is.

    A reason must be given with --because; it is kept with your name. When the source shows the
    very same again, it is doubted again but no longer waits for anybody.
    """
    by = caller(name)
    said = consent(because, by)
    with opened(load_settings()) as engine, writing(engine) as session:
        decision = carry_out(session, run, said, by=by, clock=now)
    if as_json:
        print_json({"decision": decision})
    else:
        say(f"{decision.sentence} Nothing else was changed.")
