"""Limits: how large a feed and its parts may be."""

MOST_BYTES = 20_000_000
"""Bytes of a file."""

MOST_ROWS = 100_000
"""Rows of a table below its header."""

MOST_COLUMNS = 200
"""Columns of a table."""

MOST_CHARACTERS = 32_767
"""Characters of a cell; Excel itself keeps no more."""

MOST_ROWS_WITH_EMPTY_ONES = 1_048_576
"""Rows of a table with the empty ones below it, which are as many as a sheet of Excel has."""

LOOKED_AT = 20
"""Rows among which the header is looked for."""

MOST_ENTRIES = 1_000
"""Parts of a packed workbook."""

MOST_UNPACKED = 400_000_000
"""Bytes of a packed workbook once it is unpacked."""

SECONDS = 60
"""How long a workbook may be read by the clock."""

CPU_SECONDS = 20
"""How long a workbook may be read by the processor."""

MEMORY = 1_500_000_000
"""Bytes of address space in which a workbook is read."""

MOST_COPIED = 200_000
"""Cells of a table that goes back as a copy of its workbook; a larger one is written anew."""
