"""The parts of correcting by hand: texts as they are typed become values, or a refusal."""
