"""The parts of reading a place: taking its line apart, its point, and what is odd about it."""
