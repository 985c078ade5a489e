"""Two laws laid out for comparing: provisions in reading order, and which is the counterpart of which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .provision import Path, Provision


@dataclass(frozen=True, slots=True)
class Tree:
    """The standing provisions of a law in reading order; every list is indexed by their place in that order.

    What is removed, excluded or expired is left out with all that stands in it: it is no longer law.
    """

    nodes: list[Provision]
    parents: list[int]
    paths: list[Path]
    children: list[Sequence[int]]
    ends: list[int]
    """Place after the last provision of the subtree."""

    def name(self, index: int) -> str:
        """The id of a provision; in a tree without ids its path, like ``0.3.1``, and of the root its kind."""
        return self.nodes[index].id or ".".join(map(str, self.paths[index])) or self.nodes[index].kind


def flattened(root: Provision) -> Tree:
    """The tree of the standing provisions of a law; the root is there whatever its status."""
    tree = Tree([], [], [], [], [])
    nodes, parents, paths, lists, ends = tree.nodes, tree.parents, tree.paths, tree.children, tree.ends

    def add(provision: Provision, parent: int, path: Path) -> None:
        index = len(nodes)
        nodes.append(provision)
        parents.append(parent)
        paths.append(path)
        ends.append(index + 1)
        if not provision.children:
            lists.append(())
            return
        children: list[int] = []
        lists.append(children)
        for place, child in enumerate(provision.children):
            if child.status == "standing":
                children.append(len(nodes))
                add(child, index, (*path, place))
        ends[index] = len(nodes)

    add(root, -1, ())
    return tree


@dataclass(slots=True)
class Pairing:
    """Which provision of one tree is the counterpart of which in the other; -1 where there is none."""

    old: Tree
    new: Tree
    to_new: list[int] = field(default_factory=list)
    to_old: list[int] = field(default_factory=list)
    known: bool = False
    """Whether both trees carry the ids of one law, so that two different ids are two different provisions."""

    def __post_init__(self) -> None:
        self.to_new = [-1] * len(self.old.nodes)
        self.to_old = [-1] * len(self.new.nodes)

    def join(self, old: int, new: int) -> None:
        self.to_new[old], self.to_old[new] = new, old

    def fits(self, old: int, new: int) -> bool:
        """Whether both are still free and may be the same provision."""
        if self.to_new[old] >= 0 or self.to_old[new] >= 0:
            return False
        return not (self.known and self.old.nodes[old].id and self.new.nodes[new].id)

    def free(self) -> tuple[Sequence[int], Sequence[int]]:
        """The provisions of both trees that have no counterpart yet, without those whose id rules one out."""
        old = [index for index, other in enumerate(self.to_new) if other < 0]
        new = [index for index, other in enumerate(self.to_old) if other < 0]
        if not self.known:
            return old, new
        nameless = [not all(tree.nodes[i].id for i in free) for tree, free in ((self.old, old), (self.new, new))]
        return (old, new) if any(nameless) else ([], [])
