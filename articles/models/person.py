from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class People(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        """A person who signs in by this e-mail; without a password one must be set first."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save()
        return person

    def with_email(self, email):
        """The person who signs in by this e-mail, in any case, or None."""
        return self.filter(email__iexact=email).first()

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Someone who acts on laws. Deactivated when they leave, never deleted: their acts stay theirs."""

    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=200)
    post = models.CharField(_("Post"), max_length=200, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="people")
    language = models.CharField(_("Language of the interface"), max_length=2, default="ru")
    is_active = models.BooleanField(default=True)
    knows_the_way = models.BooleanField(default=False, help_text="Has read the first steps.")

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_any_case")]

    def __str__(self):
        return self.name

    @property
    def signature(self):
        """Name and e-mail as they are now: what an entry keeps, whatever becomes of them later."""
        return f"{self.name} <{self.email}>"

    @property
    def is_awaited(self):
        """Was invited and has not set a password yet."""
        return not self.has_usable_password()

    @property
    def initials(self):
        """Two letters for the ring that stands for the person."""
        return "".join(word[0] for word in self.name.split()[:2]).upper()
