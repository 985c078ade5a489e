import gc

from django.apps import AppConfig

NEW_OBJECTS = 50_000
"""So many new objects call for a search for circles among them. A law of a thousand articles is read as hundreds of
thousands of them, and no circle: at Python's 700 the search takes longer than the reading."""


class ArticlesConfig(AppConfig):
    name = "articles"
    label = "articles"

    def ready(self):
        gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
