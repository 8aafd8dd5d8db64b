"""The parts of why: each tells one stretch of a record's way from its source to an opening."""
