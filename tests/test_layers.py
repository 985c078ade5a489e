"""Arrows point one way: lawdraft → urls → views → … → procedures → models → lawtext → libraries of text."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = {"lxml", "diff_match_patch", "rapidfuzz", "markdown_it", "typst", "fontpkg", "fontpkg_noto_serif"}

LAYERS = ["lawtext", "words", "models", "procedures", "texts", "chronicle", "access", "arriving", "views", "urls"]
"""From the lowest to the highest; a module imports only from layers below its own, or from its own."""


def imports_of(path):
    """Absolute names of the modules that a file imports, relative imports resolved."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if node.level and not node.module)


def modules_of(layer):
    place = ROOT / "articles" / layer
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


@pytest.mark.parametrize("path", modules_of("lawtext"), ids=lambda path: str(path.relative_to(ROOT)))
def test_lawtext_imports_only_itself_and_libraries_of_text(path):
    foreign = {
        name
        for name in imports_of(path)
        if not name.startswith("articles.lawtext")
        and name.split(".")[0] not in LIBRARIES | set(sys.stdlib_module_names)
    }
    assert not foreign


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_imports_from_one_above_it(layer):
    above = {f"articles.{name}" for name in LAYERS[LAYERS.index(layer) + 1 :]}
    wrong = {
        (str(path.relative_to(ROOT)), name)
        for path in modules_of(layer)
        for name in imports_of(path)
        if ".".join(name.split(".")[:2]) in above
    }
    assert not wrong
