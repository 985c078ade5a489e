from collections import defaultdict
from functools import cached_property

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..lawtext.edition import Edition
from ..lawtext.provision import walk
from ..lawtext.validity import Terms
from .revisions import Revisions
from .stage import Stage
from .tree import law_as_provision


class LawQuerySet(models.QuerySet):
    def with_titles(self, language, as_frozen):
        """Adds ``title`` and ``title_language``: in this language where there is one, else in any that is there.

        ``as_frozen`` is a condition: where it holds, the title is that of the newest draft, if there is one.
        """
        from .wording import Wording

        of_law = {"provision__law": models.OuterRef("pk"), "provision__kind": "law"}
        wanted = models.Case(models.When(language=language, then=0), default=1)
        working = Wording.objects.filter(**of_law).exclude(heading="").order_by(wanted, "-language")
        past = Wording.history.model.objects.filter(**of_law, entry__sequence__lte=self._last_frozen())
        frozen = past.exclude(heading="").order_by(wanted, "-language", "-revision")
        named = {"title": "heading", "title_language": "language"}
        return self.annotate(**{name: _title(column, working, frozen, as_frozen) for name, column in named.items()})

    def _last_frozen(self):
        """The sequence of the entry that froze the newest draft of a law that is asked for two queries further out."""
        drafts = self.model._meta.get_field("drafts").related_model.objects
        newest = drafts.filter(law=models.OuterRef(models.OuterRef("pk"))).order_by("-number")
        return models.Subquery(newest.values("entry__sequence")[:1])

    def with_role(self, person):
        """Adds ``role``: that of the person on the law."""
        return self.annotate(
            role=models.Subquery(
                self.model._meta.get_field("memberships")
                .related_model.objects.filter(law=models.OuterRef("pk"), person=person)
                .values("role")[:1]
            )
        )

    def with_last_draft(self):
        """Adds ``last_draft``: the number of the newest draft."""
        return self.annotate(last_draft=models.Max("drafts__number"))


def _title(column, working, frozen, as_frozen):
    now, then = (models.Subquery(rows.values(column)[:1]) for rows in (working, frozen))
    return models.Case(models.When(as_frozen, then=Coalesce(then, now)), default=now)


class Law(models.Model):
    """A draft law or a law in force: one tree of provisions with wordings in its languages.

    ``languages`` is an ordered list of [code, authentic]. ``sequence`` is the number of the last entry: it is raised
    first in every act, which puts the acts on one law into one order. ``numbers_sequence`` is the last entry after
    which other numbers print.
    What is known of its validity, see ``lawtext.validity.Terms``; days may be expected ones.
    """

    class Profile(models.TextChoices):
        LAW = "law", _("Law")
        CODE = "code", _("Code")
        RULES = "rules", _("Rules")

    class Numbering(models.TextChoices):
        DRAFTING = "drafting", _("Drafting: numbered through continuously")
        AMENDING = "amending", _("Amending: numbers are frozen, insertions are 5-1")

    slug = models.SlugField(max_length=80, unique=True)
    languages = models.JSONField()
    profile = models.CharField(max_length=8, choices=Profile.choices, default=Profile.LAW)
    numbering = models.CharField(max_length=8, choices=Numbering.choices, default=Numbering.DRAFTING)
    stage = models.CharField(max_length=32, default=Stage.WORKING_GROUP.value)
    validity_basis = models.CharField(max_length=32, blank=True)
    validity_months = models.PositiveSmallIntegerField(null=True, blank=True)
    validity_date = models.DateField(null=True, blank=True)
    validity_scope = models.CharField(max_length=16, blank=True)
    published_on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    effect_rule = models.CharField(max_length=16, blank=True)
    effect_days = models.PositiveSmallIntegerField(null=True, blank=True)
    effect_months = models.PositiveSmallIntegerField(null=True, blank=True)
    effect_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    sequence = models.PositiveIntegerField(default=0)
    numbers_sequence = models.PositiveIntegerField(default=0)

    objects = LawQuerySet.as_manager()
    history = Revisions(excluded_fields=["sequence", "numbers_sequence"])

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("law", args=[self.slug])

    @cached_property
    def root_id(self):
        """The id of the provision that is the law as a whole."""
        return self.provisions.values_list("id", flat=True).get(parent=None)

    @property
    def has_text(self):
        """Whether anything stands in the law but its title."""
        first = self.provisions.filter(parent__isnull=False, parent__parent=None)
        return first.exclude(status="removed").exists()

    def as_provision(self, language, *, removed=False):
        """The working text in one language as a frozen tree, as printed: three queries, whatever its size."""
        return law_as_provision(self, language, removed)

    @cached_property
    def begun(self):
        """The day of the first entry."""
        return timezone.localdate(self.entries.order_by("sequence").values_list("moment", flat=True).first())

    def edition(self, language):
        """What names the working text: its last entry."""
        last = self.entries.order_by("-sequence").first()
        return Edition(
            slug=self.slug,
            language=language,
            date=timezone.localdate(last.moment),
            begun=self.begun,
            fingerprint=last.fingerprint,
            sequence=last.sequence,
            authentic=self.is_authentic(language),
        )

    def revisions(self, language):
        """The revision of each wording in the language, by the id of its provision."""
        from .wording import Wording

        found = Wording.objects.filter(provision__law=self, language=language)
        return {str(key): revision for key, revision in found.values_list("provision_id", "revision")}

    def notes(self, language, tree):
        """Editorial notes of a tree of the law as (path, text) pairs, in reading order."""
        from .wording import Provenance

        kept = defaultdict(list)
        for row in Provenance.objects.filter(provision__law=self, language=language).order_by("pk"):
            kept[str(row.provision_id)].append(row)
        return tuple((path, row.text) for path, provision in walk(tree) for row in kept.get(provision.id, ()))

    @property
    def terms(self):
        """What the card lays down of the validity."""
        return Terms(
            basis=self.validity_basis,
            months=self.validity_months or 0,
            last_day=self.validity_date,
            published=self.published_on,
            in_force=self.in_force_on,
            effect_rule=self.effect_rule,
            effect_days=self.effect_days or 0,
            effect_months=self.effect_months or 0,
            effect_date=self.effect_on,
        )

    @property
    def stage_name(self):
        """What the stage is called; one that is not listed any more stays as it is."""
        return str(Stage(self.stage).label) if self.stage in Stage.values else self.stage

    @property
    def language_codes(self):
        return [code for code, _authentic in self.languages]

    def is_authentic(self, language):
        """Whether the text in this language is a text of the law, not a translation."""
        return dict(self.languages).get(language, False)
