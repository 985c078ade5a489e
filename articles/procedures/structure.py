"""All provisions of a law as rows in their order: loaded in one query, for acts that change places."""

import uuid
from collections import defaultdict

from ..lawtext import provision as lawtext
from ..lawtext.positions import between, spaced
from ..models import Provision
from .errors import ActRefused, ProvisionIsExcluded


def _key(provision):
    """The id of a provision given as row, UUID or text; None if it is none of these."""
    key = getattr(provision, "pk", provision)
    try:
        return key if isinstance(key, uuid.UUID) else uuid.UUID(key)
    except (AttributeError, TypeError, ValueError):
        return None


class Structure:
    """The rows of a law by id, and the children of each in reading order, removed ones included."""

    def __init__(self, law):
        self.rows = {row.id: row for row in Provision.objects.filter(law=law)}
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
        found = self.rows.get(_key(provision))
        if found is None:
            raise ActRefused("This law has no such provision.")
        return found

    def standing(self, provision):
        """The same for a provision that must be in the text; ProvisionIsExcluded if it or its parent is not."""
        row = self.row(provision)
        if not self.stands(row):
            raise ProvisionIsExcluded("This provision is not in the text: restore it first.")
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

    def visible(self, row):
        """Children that print: standing, or excluded with their number kept."""
        return [child for child in self.children[row.id] if child.status != Provision.Status.REMOVED]

    def siblings(self, row):
        """Visible children of the parent, the row itself included."""
        return self.visible(self.parent(row))

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
        """New gaps for all siblings, by a plain update without history: their order has not changed."""
        positions = spaced(len(siblings) + 1)
        for sibling, position in zip(siblings, positions[:place] + positions[place + 1 :], strict=True):
            sibling.position = position
        Provision.objects.bulk_update(siblings, ["position"], batch_size=500)
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
