"""One file for each claim: the wordings that say yes, and those that say no."""
