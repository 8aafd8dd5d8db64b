"""The catalogue: what is public, in memory; it knows no table and no request."""
