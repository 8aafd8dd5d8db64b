"""What all tests share: the hypothesis profiles and the databases."""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.browsers", "tests.databases"]

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("mutation", settings.get_profile("house"), max_examples=25)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
