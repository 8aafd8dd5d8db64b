"""Routes: the pages, by what they are about."""
