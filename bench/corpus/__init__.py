"""Texts that people labelled, and what the normalisers read from them."""
