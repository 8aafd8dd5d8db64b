"""The parts of recognising a profession: the list, its words, where they stand, slips."""
