"""References in a law without ids, as a file brings it: their targets are places in its own tree."""

from dataclasses import replace

from ..provision import Path, Provision
from .linking import link


def linked_by_place(root: Provision, language: str, profile: str = "law") -> Provision:
    """The tree with its references recognised; targets are paths like ``0.3.1``, which is how a comparison names
    provisions without ids. A tree that has ids or references already comes back as it is.
    """
    if root.id or root.references:
        return root
    return _bare(link(_named(root, ()), language, profile)[0])


def _named(provision: Provision, path: Path) -> Provision:
    children = tuple(_named(child, (*path, index)) for index, child in enumerate(provision.children))
    return replace(provision, id=".".join(map(str, path)) or provision.kind, children=children)


def _bare(provision: Provision) -> Provision:
    return replace(provision, id="", children=tuple(_bare(child) for child in provision.children))
