"""A law as an office keeps it in Word, before LawDraft knows it."""

import io

import docx

TITLE = "О сходе местного сообщества"
NOBODY_EXPECTED = "строка, которой никто не ждал"
BODY = f"""
Настоящий Закон определяет порядок проведения схода местного сообщества.
# Глава 1. Общие положения
## Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) сход – собрание жителей;
2) кенес – выборный орган.
## Статья 2. Созыв схода
1. Сход созывает аким не реже одного раза в квартал.
2. О созыве извещают за десять календарных дней.
3. Сход правомочен при участии пятидесяти жителей. Решение принимается большинством голосов.
{NOBODY_EXPECTED}
# Глава 2. Решения схода
## Статья 3. Вопросы схода
1. В сроки, установленные пунктом 1 статьи 2 настоящего Закона, сход решает вопросы:
1) благоустройства;
2) бюджета;
3) досуга.
2. Решение подписывает председатель схода.
## Статья 4. Доходы
1. Доходы распределяются в следующих долях:
""".strip()
AFTER_THE_TABLE = "2. Отчёт о доходах публикуется ежегодно."


def word_file():
    """The file as a browser is given it: chapters, articles, clauses, a list, a reference, a table, a stray line."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for line in BODY.splitlines():
        depth = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        if depth:
            document.add_heading(words, depth)
        else:
            document.add_paragraph(words)
    for cell, words in zip(document.add_table(2, 2)._cells, ("Вид", "Доля", "Земельный налог", "100"), strict=True):
        cell.text = words
    document.add_paragraph(AFTER_THE_TABLE)
    held = io.BytesIO()
    document.save(held)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "закон.docx", "mimeType": word, "buffer": held.getvalue()}
