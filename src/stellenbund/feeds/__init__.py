"""Feeds: from the bytes of a city's file to raw records, and the file with its findings back."""
