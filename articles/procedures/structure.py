"""All provisions of a law as rows in their order: loaded in one query, for acts that change places."""

import uuid
from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext as _

from ..lawtext import provision as lawtext
from ..lawtext.positions import between, spaced
from ..models import Provision
from .errors import ActRefused, ProvisionIsExcluded


def key_of(provision):
    """The id of a provision given as row, UUID or text; None if it is none of these."""
    key = getattr(provision, "pk", provision)
    try:
        return key if isinstance(key, uuid.UUID) else uuid.UUID(key)
    except (AttributeError, TypeError, ValueError):
        return None


class Before(NamedTuple):
    parent_id: uuid.UUID | None
    kind: str
    is_visible: bool
    number: str

    @classmethod
    def of(cls, row):
        return cls(row.parent_id, row.kind, row.status != Provision.Status.REMOVED, row.number)


class Structure:
    """The rows of a law by id, and the children of each in reading order, removed ones included.

    ``before`` says where each row stood, and with which number, when the act began. ``change`` is how the act changes
    a row; ``respaced`` are rows that only got another position for want of room.
    """

    def __init__(self, law, change=None):
        self.change = change
        self.respaced = set()
        self.rows = {row.id: row for row in Provision.objects.filter(law=law)}
        self.before = {key: Before.of(row) for key, row in self.rows.items()}
        self.arrange()

    def arrange(self):
        """Puts the rows in order by their parents and positions, after these were set from outside."""
        self.children = defaultdict(list)
        for row in sorted(self.rows.values(), key=lambda row: row.position):
            self.children[row.parent_id].append(row)

    @property
    def root(self):
        return self.children[None][0]

    def row(self, provision):
        """The row of a provision given as row or id; ActRefused if the law has none."""
        found = self.rows.get(key_of(provision))
        if found is None:
            raise ActRefused(_("This law has no such provision."))
        return found

    def standing(self, provision):
        """The same for a provision that must be in the text; ProvisionIsExcluded if it or its parent is not."""
        row = self.row(provision)
        if not self.stands(row):
            raise ProvisionIsExcluded(_("This provision is not in the text: restore it first."))
        return row

    def stands(self, row):
        """Whether the provision and all it stands in are in the text."""
        while row is not None:
            if row.status != Provision.Status.STANDING:
                return False
            row = self.rows.get(row.parent_id)
        return True

    def parent(self, row):
        return self.rows[row.parent_id]

    def prints(self, row):
        """Whether the row is visible and all it stands in is in the text."""
        return self.is_visible(row) and (row.parent_id is None or self.stands(self.parent(row)))

    def is_visible(self, row):
        """Whether the row itself prints: standing, or excluded with its number kept."""
        return row.status != Provision.Status.REMOVED

    def visible(self, row):
        """Children that print."""
        return [child for child in self.children[row.id] if self.is_visible(child)]

    def siblings(self, row):
        """Visible children of the parent, the row itself included; the law as a whole has none beside it."""
        return self.visible(self.parent(row)) if row.parent_id else [row]

    def previous(self, row):
        """The visible sibling before, or None."""
        siblings = self.siblings(row)
        place = siblings.index(row)
        return siblings[place - 1] if place else None

    def following(self, row):
        """All siblings after the row, removed ones included, in order."""
        siblings = self.children[row.parent_id]
        return siblings[siblings.index(row) + 1 :]

    def within(self, row):
        """The row and everything that stands in it."""
        rows = [row]
        for found in rows:
            rows.extend(self.children[found.id])
        return rows

    def add(self, row):
        """Takes a row into the order by its parent and position."""
        self.rows[row.id] = row
        self.children[row.parent_id].append(row)
        self.children[row.parent_id].sort(key=lambda sibling: sibling.position)

    def drop(self, row):
        self.children[row.parent_id].remove(row)

    def position(self, parent, after=None):
        """A position in ``parent`` right after the row ``after`` (None: ahead of all)."""
        siblings = self.children[parent.id]
        place = siblings.index(after) + 1 if after else 0
        neighbours = (
            siblings[place - 1].position if place else None,
            siblings[place].position if place < len(siblings) else None,
        )
        found = between(*neighbours)
        return self._respaced(siblings, place) if found is None else found

    def _respaced(self, siblings, place):
        """New gaps for all siblings. History keeps them too: an undo returns rows to positions that it finds there."""
        positions = spaced(len(siblings) + 1)
        for sibling, position in zip(siblings, positions[:place] + positions[place + 1 :], strict=True):
            self.change(sibling, position=position)
        self.respaced.update(siblings)
        return positions[place]

    def last(self, parent):
        """The last child of a parent, removed ones included, or None."""
        return self.children[parent.id][-1] if self.children[parent.id] else None

    def tree(self, row=None, removed=False):
        """The provisions as a value without words; all that stands in a removed one counts as removed."""
        row = row or self.root
        removed = removed or row.status == Provision.Status.REMOVED
        return lawtext.Provision(
            kind=row.kind,
            number=row.number,
            id=str(row.id),
            status="removed" if removed else row.status,
            children=tuple(self.tree(child, removed) for child in self.children[row.id]),
        )
