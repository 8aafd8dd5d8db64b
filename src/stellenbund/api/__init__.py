"""The REST face of Stellenbund."""
