"""Addresses of the pages, one module for each part of the product."""

from itertools import chain

from . import drafts, law, people, session

urlpatterns = list(chain(session.urlpatterns, people.urlpatterns, law.urlpatterns, drafts.urlpatterns))
