"""One reader per publishing system: page in, raw records and further pages out."""
