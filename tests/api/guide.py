"""The guide to copying: the programs that it shows, as files that Python runs."""

import re
import runpy
from pathlib import Path
from typing import Any

from tests.house.checkout import ROOT

GUIDE = ROOT / "docs" / "copying.md"


def programs() -> list[str]:
    """Return the Python that the guide shows: the copier, and the check of a signature."""
    return re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def run(folder: Path, number: int) -> dict[str, Any]:
    """Run one of the programs, as an import would, and return its functions by name."""
    file = folder / f"program_{number}.py"
    file.write_text(programs()[number], encoding="utf-8")
    return runpy.run_path(str(file), run_name="guide")
