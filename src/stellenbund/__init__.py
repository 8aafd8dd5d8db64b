"""Stellenbund: the apprenticeship openings of several cities in one schema and one REST API."""
