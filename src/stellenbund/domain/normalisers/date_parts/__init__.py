"""The parts of reading a date: words, forms, years, and which date of a text counts."""
