"""Site: the HR pages at /hr/, where people of a city look after its openings."""
