"""Signatures are no words of the law, wherever its last norm stands."""

import pytest

from articles.lawtext.importers import plain

LAW = (
    "О пчелах\n\nСтатья 1. Мед\n1. Мед сладкий.\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2027 года.\n"
)
BLOCKS = (
    "Президент\nРеспублики Казахстан К. Токаев",
    "Президент Республики Казахстан\tК. ТОКАЕВ",
    "Президент\tК. Токаев\nРеспублики Казахстан\t",
    "Қазақстан Республикасының Президенті Қ. Тоқаев",
    "Қазақстан Республикасының\nПрезиденті Қ.К. Тоқаев",
    "Министр финансов ____________ И. Иванов",
    "Министр финансов\nРеспублики Казахстан\nИванов И.И.",
    "Согласовано: Министерство юстиции",
    "Министр финансов ______ И. Иванов\nСогласовано:\nМинистерство юстиции",
    "Премьер-Министр Республики Казахстан А. Маминов\nАстана, Үкімет Үйі\n№ 12",
)
ENDS = (
    LAW,
    f"{LAW}Примечание. Мед – продукт пчел.\n",
    f"{LAW}1. Пчелы летают;\n",
    LAW.replace("2027 года.", "2027 года"),
)


@pytest.mark.parametrize("annex", ["", "\nПриложение 1\nк Закону\nСтавки\n1. Ставка один."])
@pytest.mark.parametrize("law", ENDS)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_signatures_is_skipped_and_reported(block, law, annex):
    signed = plain.read(f"{law}\n{block}\n{annex}".encode(), "ru")
    unsigned = plain.read(f"{law}\n{annex}".encode(), "ru")
    assert signed.root == unsigned.root
    assert " ".join(one.text for one in signed.skipped if not one.read_as).split() == block.split()


@pytest.mark.parametrize(
    "ending",
    [
        "Председатель кенеса подписывает решения",
        "В комиссию входят:\nМинистр финансов И. Иванов\nМинистр юстиции П. Петров",
        "Согласованные решения печатаются.",
        "Аким вправе\nсозвать сход.",
        "Председатель А. Иванов созывает сход.",
    ],
)
def test_a_norm_that_starts_like_a_signature_stays_a_norm(ending):
    imported = plain.read(f"О селе\nСтатья 1. Кенес\n1. Кенес решает.\n{ending}\n".encode(), "ru")
    assert not imported.skipped
