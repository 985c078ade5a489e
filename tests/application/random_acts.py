"""A drafter who performs acts of every verb at random on a law; the same acts for the same seed."""

from collections import Counter
from uuid import UUID

from django.db.models import Count, Sum

from articles import procedures
from articles.lawtext.provision import provisions
from articles.models import Entry, Law, Provision, Wording
from articles.procedures.errors import ActRefused

from .random_law import LANGUAGES, Writer

RECENT = 12
"""So many of the last entries are looked at for one to undo."""


class NothingToDo(Exception):
    """The law has no provision that the act could be tried on."""


class Drafter:
    """Performs acts on a law.

    ``performed`` counts them by verb, ``refused`` what was refused by the name of the reason; ``last`` says which act
    was the last one.
    """

    def __init__(self, law, by, random):
        self.law, self.by, self.random = law, by, random
        self.writer = Writer(random)
        self.performed = Counter()
        self.refused = Counter()
        self.last = None
        self.look()

    def look(self):
        """Reads the working text anew."""
        self.law = Law.objects.get(pk=self.law.pk)
        self.trees = {}
        self.nodes = {node.id: node for node in provisions(self.tree("ru"))}
        self.parents = {child.id: node for node in self.nodes.values() for child in node.children}

    def tree(self, language):
        """The working text in one language, read once after each act."""
        if language not in self.trees:
            self.trees[language] = self.law.as_provision(language)
        return self.trees[language]

    def perform(self, count, after_each=lambda drafter: None):
        """Performs so many acts; what is refused on the way must leave nothing behind."""
        wanted = self.performed.total() + count
        while self.performed.total() < wanted:
            verb = self.random.choices([*ACTS], WEIGHTS)[0]
            self._try(verb)
            after_each(self)

    def _try(self, verb):
        before = traces(self.law)
        try:
            entry = ACTS[verb][1](self)
        except NothingToDo:
            return
        except ActRefused as refusal:
            self.refused[type(refusal).__name__] += 1
            assert traces(self.law) == before, f"a refused “{verb}” has left something behind"
            return
        assert verb not in REFUSED, f"“{verb}” should have been refused"
        assert entry.sequence == before["sequence"] + 1
        self.performed[verb] += 1
        self.last = f"{entry.sequence}: {verb} {entry.subject}"
        self.look()

    # What to act on

    def units(self, *kinds):
        """Standing provisions of these kinds, in reading order."""
        return [node for node in self.nodes.values() if node.kind in kinds and node.status == "standing"]

    def one(self, found):
        found = list(found)
        if not found:
            raise NothingToDo
        return self.random.choice(found)

    def unit(self, *kinds):
        return self.one(self.units(*kinds))

    def text(self, node, language):
        return next(other.text for other in provisions(self.tree(language)) if other.id == node.id)

    def parent(self, node):
        return self.parents[node.id]

    def place_in(self, parent):
        """The id of a child after which to put something; None for the first place."""
        return self.one([None, *(child.id for child in parent.children if child.status == "standing")])

    def new_id(self):
        return UUID(int=self.random.getrandbits(128), version=4)

    # Words

    def reword(self):
        node, language = self.unit("clause", "subclause", "passage", "article"), self.one(LANGUAGES)
        text = self.text(node, language)
        return procedures.reword(self.law, node.id, language, text=self._edited(text), by=self.by)

    def _edited(self, text):
        """The text with up to three words replaced, put in or taken out, or a sentence more; its end stays."""
        words = text.split()
        if len(words) < 4:
            raise NothingToDo
        for _ in range(self.random.randint(1, min(3, len(words) - 3))):
            place = self.random.randrange(1, len(words) - 1)
            words[place : place + self.random.randint(0, 1)] = self.one([["особо"], ["жаңа"], []])
        if text.endswith(".") and self.random.random() < 0.2:
            words.append(self.one([self.writer.sentence().ru, self.writer.sentence().kk]))
        return " ".join(words)

    def change_heading(self):
        node, language = self.unit("article", "chapter", "law"), self.one(LANGUAGES)
        heading = getattr(self.writer.heading(), language)
        return procedures.change_heading(self.law, node.id, language, heading, by=self.by)

    # Places

    def insert(self):
        parent, kind = self.one([*self._places_for("clause"), *self._places_for("subclause")])
        return self._insert(parent, kind)

    def insert_article(self):
        return self._insert(self.unit("chapter"), "article")

    def insert_elsewhere(self):
        """Passages, indents, chapters."""
        return self._insert(*self.one([(self.unit("clause"), "passage"), (self.tree("ru"), "chapter")]))

    def _places_for(self, kind):
        """Where a unit of this kind stands already."""
        return [
            (node, kind)
            for node in self.units("article", "clause")
            if any(child.kind == kind for child in node.children)
        ]

    def _insert(self, parent, kind):
        words = self._words_for(kind)
        if self.random.random() < 0.1:
            words.pop(self.one(LANGUAGES))
        place, id = self.place_in(parent), self.new_id()
        return procedures.insert(self.law, parent.id, kind, words, after=place, id=id, by=self.by)

    def _words_for(self, kind):
        if kind in ("article", "chapter"):
            words = self.writer.heading().fields("heading")
            if kind == "article":
                for language, fields in self.writer.sentence().fields().items():
                    words[language] |= fields
            return words
        return (self.writer.item() if kind == "subclause" else self.writer.sentence()).fields()

    def move_within(self):
        node = self.unit("clause", "subclause", "passage", "article")
        return self._move(node, self.parent(node))

    def move_elsewhere(self):
        """A clause to another article, a subclause to another list."""
        node = self.unit("clause", "subclause")
        holders = [parent for parent, _ in self._places_for(node.kind) if parent is not self.parent(node)]
        return self._move(node, self.one(holders))

    def move_article(self):
        node = self.unit("article")
        return self._move(node, self.one(one for one in self.units("chapter") if one is not self.parent(node)))

    def _move(self, node, parent):
        return procedures.move(self.law, node.id, parent.id, after=self.place_in(parent), by=self.by)

    def split(self):
        node = self.unit("clause", "subclause", "passage")
        halves = {language: self._halves(self.text(node, language)) for language in LANGUAGES}
        return procedures.split(self.law, node.id, halves, id=self.new_id(), by=self.by)

    def _halves(self, text):
        words = text.split()
        if len(words) < 6:
            raise NothingToDo
        place = self.random.randint(2, len(words) - 3)
        return " ".join(words[:place]), " ".join(words[place:])

    def join(self):
        return procedures.join(self.law, self.unit("clause", "subclause", "passage", "article").id, by=self.by)

    def indent(self):
        return procedures.indent(self.law, self.unit("clause", "subclause").id, by=self.by)

    def outdent(self):
        return procedures.outdent(self.law, self.unit("subclause", "indent").id, by=self.by)

    def exclude(self):
        kinds = self.one([("clause", "subclause", "passage")] * 9 + [("article",)])
        return procedures.exclude(self.law, self.unit(*kinds).id, by=self.by)

    def restore(self):
        gone = self.law.provisions.exclude(status=Provision.Status.STANDING).order_by("id")
        return procedures.restore(self.law, self.one(gone), by=self.by)

    def renumber(self):
        """Locks a number a little higher, or frees one that was locked."""
        node = self.unit("article", "clause", "subclause")
        figure = int(node.number.split("-")[0]) + self.random.randint(1, 3)
        return procedures.renumber(self.law, node.id, str(figure), by=self.by)

    def free_number(self):
        locked = self.law.provisions.exclude(fixed_number="").order_by("id")
        if self.law.numbering == Law.Numbering.AMENDING:
            raise NothingToDo
        return procedures.renumber(self.law, self.one(locked), "", by=self.by)

    # Undoing

    def undo(self):
        entries = self.law.entries.exclude(act=Entry.Act.FREEZE).order_by("-sequence")
        return procedures.undo(self.law, self.one(entries[:RECENT]), by=self.by)

    def redo(self):
        entries = self.law.entries.filter(act=Entry.Act.UNDO).order_by("-sequence")
        return procedures.redo(self.law, self.one(entries[:3]), by=self.by)

    # What must be refused

    def reword_to_the_same(self):
        node = self.unit("clause")
        return procedures.reword(self.law, node.id, "ru", text=node.text, by=self.by)

    def reword_from_an_old_revision(self):
        wording = Wording.objects.filter(provision__law=self.law, revision__gt=1).order_by("pk").first()
        if wording is None or wording.provision_id not in {UUID(node.id) for node in self.units("clause", "subclause")}:
            raise NothingToDo
        return procedures.reword(self.law, wording.provision_id, wording.language, text="Иначе.", base=1, by=self.by)

    def reword_with_a_forbidden_character(self):
        return procedures.reword(self.law, self.unit("clause").id, "kk", text="Не\x00льзя.", by=self.by)

    def insert_an_article_into_a_clause(self):
        return self._insert(self.unit("clause"), "article")

    def move_into_itself(self):
        return self._move(self.unit("article"), self.unit("subclause"))

    def restore_what_stands(self):
        return procedures.restore(self.law, self.unit("clause").id, by=self.by)

    def undo_the_loading(self):
        return procedures.undo(self.law, self.law.entries.get(sequence=1), by=self.by)

    def exclude_the_law(self):
        return procedures.exclude(self.law, self.tree("ru").id, by=self.by)

    def split_without_words(self):
        return procedures.split(self.law, self.unit("clause").id, {"ru": ("", "Вторая.")}, by=self.by)


ACTS = {
    "reword": (30, Drafter.reword),
    "change_heading": (6, Drafter.change_heading),
    "insert": (24, Drafter.insert),
    "insert_article": (5, Drafter.insert_article),
    "insert_elsewhere": (4, Drafter.insert_elsewhere),
    "move_within": (12, Drafter.move_within),
    "move_elsewhere": (14, Drafter.move_elsewhere),
    "move_article": (5, Drafter.move_article),
    "split": (10, Drafter.split),
    "join": (8, Drafter.join),
    "indent": (6, Drafter.indent),
    "outdent": (6, Drafter.outdent),
    "exclude": (16, Drafter.exclude),
    "restore": (8, Drafter.restore),
    "renumber": (4, Drafter.renumber),
    "free_number": (2, Drafter.free_number),
    "undo": (14, Drafter.undo),
    "redo": (6, Drafter.redo),
    "reword_to_the_same": (2, Drafter.reword_to_the_same),
    "reword_from_an_old_revision": (2, Drafter.reword_from_an_old_revision),
    "reword_with_a_forbidden_character": (2, Drafter.reword_with_a_forbidden_character),
    "insert_an_article_into_a_clause": (2, Drafter.insert_an_article_into_a_clause),
    "move_into_itself": (2, Drafter.move_into_itself),
    "restore_what_stands": (2, Drafter.restore_what_stands),
    "undo_the_loading": (2, Drafter.undo_the_loading),
    "exclude_the_law": (2, Drafter.exclude_the_law),
    "split_without_words": (2, Drafter.split_without_words),
}
"""How often each act is tried, and how."""
WEIGHTS = [weight for weight, _ in ACTS.values()]
REFUSED = frozenset([*ACTS][[*ACTS].index("reword_to_the_same") :])


def traces(law):
    """What any act would leave behind: entries, history, revisions, places."""
    rows = {"rows": Count("pk"), "revisions": Sum("revision")}
    return {
        "sequence": Law.objects.values_list("sequence", flat=True).get(pk=law.pk),
        "entries": Entry.objects.filter(law=law).count(),
        "provisions": law.provisions.aggregate(**rows, places=Sum("position")),
        "wordings": Wording.objects.filter(provision__law=law).aggregate(**rows),
        "history": [model.history.count() for model in (Law, Provision, Wording)],
    }
