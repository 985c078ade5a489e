"""Closing words of Kazakh lists: «… тәртібін айқындау жатады.» ends the sentence that stands before the list."""

import re
from collections.abc import Sequence
from typing import TypeVar

from ..provision import LISTED, Provision
from .labels import folded
from .opened import Open

Unit = TypeVar("Unit", Open, Provision)

PREDICATE_WORDS = ("тиіс", "құқылы", "міндетті", "мүмкін", "керек", "қажет", "бар", "жоқ", "емес", "ие")
PREDICATE_ENDINGS = ("ады", "еді", "йды", "йді")
"""With these words, or with a verb in the present («жатады», «реттемейді»), a Kazakh sentence ends."""

HELPERS = (
    ("жүзеге", ("асырады", "асырылады", "асырмайды")),
    ("қамтамасыз", ("етеді", "етіледі", "етпейді")),
    ("болып", ("табылады", "саналады", "есептеледі", "танылады")),
    ("жол", ("берілмейді", "беріледі")),
    ("тыйым", ("салынады",)),
    ("құқығы", ("бар", "жоқ")),
    ("құқықтары", ("бар",)),
    ("міндеті", ("бар",)),
    ("болуға", ("тиіс",)),
    ("бағытталуға", ("тиіс",)),
    ("болуы", ("мүмкін", "тиіс", "керек", "қажет")),
    ("күшіне", ("енеді",)),
    ("көмек", ("көрсетеді",)),
    ("шешім", ("қабылдайды",)),
)
"""Words that belong to the one after them."""

PREDICATE = re.compile(
    rf"(?<!\S)(?:{'|'.join(PREDICATE_WORDS)}|[^\W\d_]{{1,30}}(?:{'|'.join(PREDICATE_ENDINGS)}))$", re.IGNORECASE
)
HELPED = {helper: frozenset(verbs) for helper, verbs in HELPERS}
TAIL = 80
"""Characters from the end in which closing words are looked for."""


def closing_in(intro: str, items: Sequence[str], language: str) -> str:
    """The closing words at the end of the last item of a list, «жатады.», as printed; empty where there are none.

    Looked for only in Kazakh, after words that are no sentence («Кеңестің құзыретіне:»), and only if no other item
    ends as a sentence does.
    """
    if language != "kk" or len(items) < 2 or not is_incomplete(intro):
        return ""
    closing = _predicate(items[-1])
    if any(map(ends_with_predicate, items[:-1])) or len(closing) >= len(items[-1]):
        return ""
    return closing


def list_items(children: Sequence[Unit]) -> list[Unit]:
    """The items of the list that closing words end: those ahead of the first passage."""
    end = next((index for index, child in enumerate(children) if child.kind == "passage"), len(children))
    return [child for child in children[:end] if child.kind in LISTED]


def ends_with_predicate(words: str) -> bool:
    """Whether words end as a Kazakh sentence does."""
    return bool(PREDICATE.search(_unstopped(words)))


def is_incomplete(intro: str) -> bool:
    """Whether the words before a list are no sentence by themselves («Кеңестің құзыретіне:»)."""
    return intro.rstrip().endswith(":") and not ends_with_predicate(intro)


def _unstopped(words: str) -> str:
    """The end of the words, folded, without the punctuation that closes them."""
    return folded(words[-TAIL:]).rstrip(".;,: ")


def _predicate(item: str) -> str:
    """The predicate at the end of an item, with its helping word and the full stop."""
    tail = _unstopped(item)
    found = PREDICATE.search(tail)
    if not found:
        return ""
    before = tail[: found.start()].rstrip()
    helper = before.rpartition(" ")[2]
    helps = found[0].casefold() in HELPED.get(helper.casefold(), frozenset())
    start = len(before) - len(helper) if helps else found.start()
    return item[-TAIL:][start:]
