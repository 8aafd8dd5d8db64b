"""The command line as ``python -m stellenbund``, for where no script is on the path."""

from stellenbund.cli import main

main()
