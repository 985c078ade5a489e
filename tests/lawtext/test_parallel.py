"""A second language is laid onto the structure of the first; what does not match is listed with its words."""

from articles.lawtext.parallel import laid_onto
from articles.lawtext.provision import Provision as P
from articles.lawtext.provision import identified, provisions

RUSSIAN = identified(
    P(
        "law",
        heading="О пробе",
        children=(
            P("article", "1", "Понятия", children=(P("clause", "1", text="Раз."), P("clause", "2", text="Два."))),
            P("article", "2", "Срок", text="Три года.", children=(P("passage", text="Ещё."),)),
        ),
    )
)


def kazakh(*clauses):
    articles = (
        P("article", "1", "Ұғымдар", children=clauses),
        P("article", "2", "Мерзім", text="Үш жыл.", children=(P("passage", text="Тағы."),)),
    )
    return identified(P("law", heading="Сынама туралы", children=articles))


def test_the_same_structure_takes_the_words_under_the_same_ids():
    laid = laid_onto(RUSSIAN, kazakh(P("clause", "1", text="Бір."), P("clause", "2", text="Екі.")))
    assert laid.mismatches == ()
    assert [p.id for p in provisions(laid.root)] == [p.id for p in provisions(RUSSIAN)]
    assert [p.text for p in provisions(laid.root) if p.text] == ["Бір.", "Екі.", "Үш жыл.", "Тағы."]


def test_a_missing_provision_stays_without_words():
    laid = laid_onto(RUSSIAN, kazakh(P("clause", "1", text="Бір.")))
    assert [(m.kind, m.number, m.only_in) for m in laid.mismatches] == [("clause", "2", "base")]
    assert [c.text for c in laid.root.children[0].children] == ["Бір.", ""]


def test_an_extra_provision_is_left_out_and_named_with_its_words():
    extra = kazakh(P("clause", "1", text="Бір."), P("clause", "1-1", text="Жаңа."), P("clause", "2", text="Екі."))
    laid = laid_onto(RUSSIAN, extra)
    assert [(m.kind, m.number, m.words, m.only_in) for m in laid.mismatches] == [("clause", "1-1", "Жаңа.", "other")]
    assert [c.text for c in laid.root.children[0].children] == ["Бір.", "Екі."]


def test_ids_of_the_second_tree_lead_to_those_of_the_first():
    other = kazakh(P("clause", "1", text="Бір."), P("clause", "2", text="Екі."))
    laid = laid_onto(RUSSIAN, other)
    assert laid.ids[other.children[0].children[1].id] == RUSSIAN.children[0].children[1].id
