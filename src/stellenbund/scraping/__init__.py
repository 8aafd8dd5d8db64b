"""From a city's site to raw records."""
