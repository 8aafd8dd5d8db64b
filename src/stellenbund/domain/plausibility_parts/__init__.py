"""The parts of plausibility: each looks for one way in which a broken source shows."""
