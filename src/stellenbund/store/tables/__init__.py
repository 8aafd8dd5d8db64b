"""The tables: what the database itself refuses, it need not be trusted to be given right."""
