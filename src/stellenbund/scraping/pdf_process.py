"""PDF process: the program that reads one PDF and may die of it, alone in a process of its own."""

import json
import sys
from contextlib import suppress
from io import BytesIO

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError

Told = dict[str, str | list[str]]
"""What this program writes: the text of each page as ``pages``, or a ``refusal`` in one word."""

MOST_PAGES = 80
"""A brochure of all training places of a big city has about 60."""

MOST_CHARACTERS = 400_000
MOST_LINES = 8_000
_MOST_BYTES = 20_000_000
"""Of one stream, unpacked; texts have some thousand, pictures are not unpacked at all."""

_MOST_SECONDS = 20
_MOST_MEMORY = 1_000_000_000
_LIMITS = Configuration(
    maximum_declared_stream_length=_MOST_BYTES,
    array_based_stream_maximum_output_length=_MOST_BYTES,
    lzw_maximum_output_length=_MOST_BYTES,
    run_length_maximum_output_length=_MOST_BYTES,
    zlib_maximum_output_length=_MOST_BYTES,
    zlib_maximum_recovery_input_length=500_000,
    stream_filters_maximum_length=4,
    stream_decoding_work_maximum_length=2 * _MOST_BYTES,
    stream_parsing_work_maximum_count=500_000,
    page_tree_maximum_entries=10_000,
    xform_maximum_invocations_per_extraction=500,
    jbig2dec_binary=None,
)


def read(body: bytes) -> Told:
    """Return the text of each page of *body*, or in one word why there is none.

    Whatever else goes wrong ends the process; those who asked for it know what that means.
    """
    with apply_configuration(_LIMITS):
        try:
            reader = PdfReader(BytesIO(body))
            if reader.is_encrypted:
                return {"refusal": "encrypted"}
            count = len(reader.pages)
        except (DependencyError, FileNotDecryptedError):
            return {"refusal": "encrypted"}
        if count > MOST_PAGES:
            return {"refusal": "long"}
        pages = [page.extract_text() for page in reader.pages]
    is_long = sum(map(len, pages)) > MOST_CHARACTERS or "".join(pages).count("\n") > MOST_LINES
    return {"refusal": "long"} if is_long else {"pages": pages}


def limit_itself() -> None:
    """Give this process no more memory and time than it may have, where the system can do that."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def main() -> None:
    """Read a PDF from the standard input, and write what it says as JSON."""
    limit_itself()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
