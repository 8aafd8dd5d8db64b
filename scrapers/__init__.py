"""One declaration per city: where its openings stand and how each place is read."""
