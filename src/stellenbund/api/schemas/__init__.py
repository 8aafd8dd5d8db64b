"""The shapes of what the API answers, derived from the domain."""
