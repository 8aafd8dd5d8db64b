"""The parts of reading a certificate: its names, and what a sentence says about it."""
