"""Mailing: letters to people, by SMTP."""
