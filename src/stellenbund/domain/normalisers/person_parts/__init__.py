"""Person parts: what tells a person from an office."""
