"""The licence: the whole text, and the same name everywhere."""

import tomllib

from tests.house.checkout import ROOT


def test_the_whole_licence_is_there() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    for article in range(1, 16):
        assert f"\n{article}." in text
    assert "Appendix" in text


def test_the_package_names_the_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "EUPL-1.2"
    assert "[EUPL 1.2](LICENSE)" in (ROOT / "README.md").read_text(encoding="utf-8")
