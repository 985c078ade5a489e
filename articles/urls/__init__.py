"""Addresses of the pages, one module for each part of the product."""

from itertools import chain

from . import card, compare, drafts, editing, imports, law, people, provision, session

urlpatterns = list(
    chain(
        session.urlpatterns,
        imports.urlpatterns,
        people.urlpatterns,
        card.urlpatterns,
        law.urlpatterns,
        editing.urlpatterns,
        drafts.urlpatterns,
        compare.urlpatterns,
        provision.urlpatterns,
    )
)
