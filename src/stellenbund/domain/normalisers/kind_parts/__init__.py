"""The parts of reading a kind: words, labels, running text, and what speaks against them."""
