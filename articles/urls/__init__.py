"""Addresses of the pages, one module for each part of the product."""

from itertools import chain

from . import drafts, law, session

urlpatterns = list(chain(session.urlpatterns, law.urlpatterns, drafts.urlpatterns))
