"""From German text to values: each module reads one kind of text and says by which rule."""
