"""The parts of reading pay: amounts, what they are for, and the tables of the tariffs."""
