"""A law printed as plain text comes back as the same tree, whatever its words look like."""

import pytest
from hypothesis import HealthCheck, given, settings

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import text
from articles.lawtext.importers import plain

from .trees import laws

any_law = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def there_and_back(root, language):
    return plain.read(text.write(root, Edition(language=language)), language).root


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_any_tree_comes_back_the_same(language):
    @any_law
    @given(laws(language))
    def comes_back(root):
        assert there_and_back(root, language) == root

    comes_back()
