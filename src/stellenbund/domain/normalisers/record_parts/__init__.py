"""The parts of a record that are read together: each makes values that bear the fields' names."""
