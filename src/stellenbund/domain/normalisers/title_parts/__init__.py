"""The parts of reading a title: the phrases around what is learnt, and the start it names."""
