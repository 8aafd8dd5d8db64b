"""Probing: which reader fits a career site that no city's file declares yet."""
