"""Codes and rules: other names for the act and, in a code, for the clause; points of rules run through the act."""

import pytest

from articles.lawtext.references import Index, linked, printed, read_form, stored

from .standing_law import standing_law

CODE, IN_CODE = standing_law("""
L
  P1
    B1
      h1
        a1
          c1
            s1
            s2
          c2
            t2
        a2
  P2
    B2
      h2
        a3
""")
RULES, IN_RULES = standing_law("""
L
  h1
    c1
      s1
    c2
  h2
    g1
      c3
      c4
        t2
  x
    c1
""")
LAWS = {"code": (Index(CODE, "code"), IN_CODE), "rules": (Index(RULES, "rules"), IN_RULES)}

ROWS = [
    ("code", "ru", "L", "", "gen", "настоящего Кодекса"),
    ("code", "ru", "a1.c2", "", "ins+l", "частью 2 статьи 1 настоящего Кодекса"),
    ("code", "ru", "a1.c1 a1.c2", "a2", "prep", "частях 1 и 2 статьи 1"),
    ("code", "ru", "a1.c1.s2", "a1.c2", "ins+r", "подпунктом 2) части 1 настоящей статьи"),
    ("code", "ru", "a1.c1", "a1.c1.s1", "gen+r", "настоящей части"),
    ("code", "ru", "a1.c2.t2", "", "acc", "часть вторую части 2 статьи 1"),
    ("code", "ru", "P2", "", "gen+l", "части 2 настоящего Кодекса"),
    ("code", "ru", "a2", "", "ins+l", "статьей 2 настоящего Кодекса"),
    ("code", "kk", "L", "", "loc", "осы Кодексте"),
    ("code", "kk", "a1.c2", "", "loc+l", "осы Кодекстің 1-бабының 2-бөлігінде"),
    ("code", "kk", "a1.c1.s2", "a1.c2", "dat+r", "осы баптың 1-бөлігінің 2) тармақшасына"),
    ("code", "kk", "a1.c1", "a1.c1.s1", "gen+r", "осы бөліктің"),
    ("code", "kk", "P2", "", "nom+l", "осы Кодекстің 2-бөлігі"),
    ("code", "en", "a1.c2", "", "at+l", "part 2 of article 1 of this Code"),
    ("code", "en", "a1.c2.t2", "", "at", "part two of part 2 of article 1"),
    ("code", "en", "P2", "", "at+l", "part 2 of this Code"),
    ("rules", "ru", "L", "", "ins", "настоящими Правилами"),
    ("rules", "ru", "c3", "", "gen", "пункта 3"),
    ("rules", "ru", "c3", "", "ins+l", "пунктом 3 настоящих Правил"),
    ("rules", "ru", "c1.s1", "", "prep+l", "подпункте 1) пункта 1 настоящих Правил"),
    ("rules", "ru", "c1 c2", "c4", "prep+l", "пунктах 1 и 2 настоящих Правил"),
    ("rules", "ru", "c4.t2", "c3", "dat+l", "части второй пункта 4 настоящих Правил"),
    ("rules", "ru", "h2.g1", "", "nom+l", "параграф 1 главы 2 настоящих Правил"),
    ("rules", "ru", "x", "", "ins+l", "приложением к настоящим Правилам"),
    ("rules", "ru", "x.c1", "", "gen+l", "пункта 1 приложения к настоящим Правилам"),
    ("rules", "ru", "h2", "c3", "gen+r", "настоящей главы"),
    ("rules", "kk", "L", "", "gen", "осы Қағидалардың"),
    ("rules", "kk", "c3", "", "loc+l", "осы Қағидалардың 3-тармағында"),
    ("rules", "kk", "c1.s1", "", "loc", "1-тармақтың 1) тармақшасында"),
    ("rules", "kk", "x", "", "loc+l", "осы Қағидаларға қосымшада"),
    ("rules", "en", "c3", "", "at+l", "point 3 of these Rules"),
    ("rules", "en", "x", "", "at+l", "the annex to these Rules"),
]


@pytest.mark.parametrize(("profile", "language", "names", "where", "form", "words"), ROWS)
def test_a_form_prints_and_is_recognised_in_its_profile(profile, language, names, where, form, words):
    index, ids = LAWS[profile]
    at = ids[where] if where else ids["L"]
    targets = tuple(ids[name] for name in names.split())

    shown = printed(stored(targets, form), index, language, at)
    found = linked(words, index, language, at)

    assert shown.words == words
    assert [(one.targets, read_form(one.form).flags) for one in found.references] == [(targets, read_form(form).flags)]


@pytest.mark.parametrize(
    ("profile", "language", "words"),
    [
        ("law", "ru", "частью 2 статьи 1 настоящего Кодекса"),
        ("rules", "ru", "пунктом 3 настоящего Закона"),
        ("law", "kk", "осы Кодекстің 1-бабында"),
        ("rules", "en", "point 3 of this Law"),
    ],
)
def test_an_act_of_another_form_is_another_act(profile, language, words):
    root, ids = standing_law("L\n  a1\n    c2\n  a3") if profile == "law" else (RULES, IN_RULES)

    assert linked(words, Index(root, profile), language, ids["L"]).references == ()
