"""OpenID Connect: a city's own sign-in service says whose browser this is."""
