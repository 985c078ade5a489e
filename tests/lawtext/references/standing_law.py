"""The law of the tables: every kind of unit, numbers and ordinals written by hand, each unit under the name that the
tables use.

A name is the path by which a unit is cited: ``a17.c1.s3`` is subclause 3) of clause 1 of article 17. Letters: P part,
B section, b subsection, h chapter, g paragraph, a article, c clause, s subclause, t passage, i indent, n note, x annex,
T table, R preamble, L the law. Units that are counted through the act or an annex are named without what groups them.
"""

import uuid
from dataclasses import replace

from articles.lawtext.provision import Provision

KINDS = {
    "P": "part",
    "B": "section",
    "b": "subsection",
    "h": "chapter",
    "g": "paragraph",
    "a": "article",
    "c": "clause",
    "s": "subclause",
    "t": "passage",
    "i": "indent",
    "n": "note",
    "x": "annex",
    "T": "table",
    "R": "preamble",
    "L": "law",
}

THROUGH = frozenset("PBhaxR")
"""Named without their groups, inside an annex with the annex."""

GROUPS = frozenset("PBbhg")
COUNTED = frozenset("tinTRL")

OUTLINE = """
L
  R
  P1
    B1
      h1
        a1
          c1
          c2
        a2
    B2
      b1
        h2
          a3
          a4
            s1
            s2
            s3
            s4
            s5
            s6
            s7
            t2
            t3
      b2
        h3
          g1
            a5
              c1
              c2
              c3
            a5-1
              c1
              c2
            a6
              n
          g2
            a7
            a8
          g3
            a9
              i2
              i3
              i4
              i5
              i6
  P2
    B3
      h4
        a10
        a11
        a12
          c1
          c2
          n1
          n2
        a13
    B4
      h5
        a14
        a15
        a16
    B5
      h6
        a17
          c1
            s1
            s2
            s3
            s4
            s5
            s6
            t2
            t3
              i2
              i3
          c2
            s1
            s2
              t2
              t3
            s3
              i2
              i3
              i4
              i5
            s4
            s5
          c3
          c3-1
          c4
          c5
          n
            s1
            s2
        a18
          c1
          c2
          c3
          c4
          c5
      h7
        a19
          c1
            T
          c2
        a20
          c1
            t2
            t3
            t4
            t5
            t6
            t7
            t8
            t9
            t10
            t11
            t12
            t13
            t14
            t15
            t16
            t17
            t18
            t19
            t20
            t21
            t22
            t23
            t24
            t25
          c2
  P3
    B6
      h8
        a21
  x1
    c1
      s1
      s2
      s3
    c2
    c3
  x2
    h1
      a1
        c1
        c2
      a2
  x3
    T1
    T2
"""


def _name(own: str, around: list[str]) -> str:
    """The path of a unit: groups are left out around units that are counted through them."""
    named = [one for one in around[1:] if one[0] not in GROUPS]
    if own[0] in THROUGH:
        named = [one for one in named if one[0] == "x"]
    if own[0] in "bg":
        named = [around[-1]]
    return ".".join([*named, own])


def _built(lines: list[tuple[int, str]], around: list[str], ids: dict[str, str]) -> Provision:
    """The first unit of the lines with all that stands deeper."""
    depth, own = lines[0]
    name = _name(own, around)
    ids[name] = str(uuid.uuid5(uuid.NAMESPACE_URL, name))
    starts = [place for place, (level, _) in enumerate(lines) if level == depth + 1]
    ends = [*starts[1:], len(lines)]
    children = tuple(_built(lines[start:end], [*around, own], ids) for start, end in zip(starts, ends, strict=False))
    kind = KINDS[own[0]]
    number = "" if own[0] in COUNTED else own[1:]
    text = "" if own[0] in GROUPS | {"L", "x"} else "Текст."
    return Provision(kind, number, text=text, children=children, id=ids[name])


def standing_law(outline: str = OUTLINE) -> tuple[Provision, dict[str, str]]:
    """The tree, and the id of each unit by its name."""
    lines = [((len(line) - len(line.lstrip())) // 2, line.strip()) for line in outline.splitlines() if line.strip()]
    ids: dict[str, str] = {}
    return _built(lines, [], ids), ids


def with_words(root: Provision, at: str, words: str) -> Provision:
    """The tree in which one provision has these words as its heading."""
    if root.id == at:
        return replace(root, heading=words)
    return replace(root, children=tuple(with_words(child, at, words) for child in root.children))
