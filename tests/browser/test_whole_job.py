"""The whole job, as somebody new does it: from an empty list of laws and a Word file to two drafts and a redline."""

import io
import re
from contextlib import contextmanager

import docx
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .conftest import NARROW, WIDE
from .office import NOBODY_EXPECTED, TITLE, word_file
from .site import NEWCOMER, NEWCOMER_WITH_A_PHONE, PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def newcomer(browser, address):
    with _page(browser, address, viewport=WIDE) as page:
        yield page


@pytest.fixture
def newcomer_with_a_phone(browser, address):
    with _page(browser, address, viewport=NARROW, has_touch=True, is_mobile=True) as page:
        yield page


@contextmanager
def _page(browser, address, **settings):
    """A page in a window of its own. No script may fail in it, and nothing that it asks for may be refused."""
    window = browser.new_context(base_url=address, locale="ru-KZ", reduced_motion="reduce", **settings)
    window.set_default_timeout(15_000)
    wrong = []
    window.on("console", lambda message: wrong.append(message.text))
    window.on("weberror", lambda failure: wrong.append(str(failure.error)))
    window.on("response", lambda response: response.status < 400 or wrong.append(f"{response.status} {response.url}"))
    yield window.new_page()
    window.close()
    assert wrong == []


def test_a_new_user_writes_a_law_from_a_word_file_to_the_second_draft(newcomer):
    signs_in(newcomer, NEWCOMER)
    begins_a_law_from(word_file(), newcomer)
    reads_the_law(newcomer)

    changes_the_words_of_a_clause(newcomer)
    changes_a_heading(newcomer)
    adds_a_clause_and_the_reference_follows(newcomer)
    splits_a_clause_at_the_cursor_and_joins_it_again(newcomer)
    lowers_and_raises_a_clause(newcomer)
    moves_a_clause_up_and_down(newcomer)
    moves_a_clause_to_another_article(newcomer)
    excludes_a_clause_and_puts_it_back(newcomer)
    undoes_and_redoes(newcomer)

    freezes(newcomer, 1, "Для рассмотрения рабочей группой")
    changes_once_more(newcomer)
    freezes(newcomer, 2, "После замечаний")
    compares_the_drafts(newcomer)
    sends_a_link_to_one_change(newcomer)
    takes_the_second_draft_away(newcomer)

    returns_to_an_earlier_revision(newcomer)
    looks_at_the_card(newcomer)
    verifies(newcomer)
    signs_out(newcomer)


def test_the_core_of_the_job_is_done_on_a_phone(newcomer_with_a_phone):
    phone = newcomer_with_a_phone
    signs_in(phone, NEWCOMER_WITH_A_PHONE)
    begins_a_law_from(word_file(), phone)
    reads_the_law(phone)
    finds_an_article_in_the_outline(phone)
    freezes(phone, 1, "Для рассмотрения рабочей группой")
    changes_a_clause_by_touch(phone)
    freezes(phone, 2, "После замечаний")
    compares_by_touch(phone)
    takes_the_working_text_away(phone)
    signs_out(phone)


def signs_in(page, email):
    page.goto("/")
    page.get_by_label("Электронная почта").fill(email)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()
    page.get_by_text("Вы пока не состоите ни в одной рабочей группе.").wait_for()


def begins_a_law_from(file, page):
    page.get_by_role("link", name="Новый закон").click()
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Прочитать файл").click()
    report = page.locator(".report")
    report.get_by_text("Пока ничего не сохранено.").wait_for()
    amounts = dict(zip(*(report.locator(f".amounts {tag}").all_inner_texts() for tag in ("dt", "dd")), strict=True))
    assert {"Главы": "2", "Статьи": "4", "Пункты": "7", "Подпункты": "5"}.items() <= amounts.items()
    assert NOBODY_EXPECTED in report.get_by_role("row").last.inner_text()
    assert report.get_by_label("Название закона").input_value() == TITLE
    report.get_by_role("button", name="Загрузить").click()
    page.get_by_text("Текст загружен.").wait_for()


def reads_the_law(page):
    assert page.locator("h1", has_text=TITLE).is_visible()
    assert page.get_by_role("link", name="пунктом 1 статьи 2 настоящего Закона").is_visible()
    assert page.get_by_role("table").get_by_role("cell", name="Земельный налог").is_visible()
    page.get_by_role("button", name="Понятно").click()
    page.get_by_text("Первые шаги").wait_for(state="hidden")


def unit(page, words):
    """The unit of the text in which these words stand."""
    return page.locator("#sheet .unit[data-provision]", has_text=words)


def says(page, place, words):
    """Waits until the text, no longer written at, says the words at this place, number included."""
    page.locator(f"#sheet [id='{place}']:not(.is-editing)", has_text=words).wait_for()


def done(page, words):
    """Waits until the page says that an act was done."""
    page.locator("#notices .plain", has_text=words).wait_for()


def writes(page, words):
    """Opens the unit with these words by a double click; returns the field that stands ready for typing."""
    unit(page, words).locator("p, h2, h3").first.dblclick()
    field = page.locator("#desk textarea:focus")
    field.wait_for()
    return field


def acts(page, words, name):
    """Chooses an act in the menu of the unit with these words."""
    unit(page, words).first.hover()
    unit(page, words).locator(".grip").first.click()
    page.locator("#unit-menu:popover-open").get_by_text(name, exact=True).click()


def changes_the_words_of_a_clause(page):
    field = writes(page, "О созыве извещают")
    field.fill("О созыве извещают за пять календарных дней.")
    page.get_by_label("Причина правки").fill("по предложению акимов")
    page.get_by_role("button", name="Готово").click()
    says(page, "art_2__clause_2", "2. О созыве извещают за пять календарных дней.")


def changes_a_heading(page):
    writes(page, "Созыв схода").fill("Созыв и открытие схода")
    page.keyboard.press("Enter")
    says(page, "art_2", "Созыв и открытие схода")


def adds_a_clause_and_the_reference_follows(page):
    acts(page, "Сход созывает аким", "Добавить после или внутрь")
    page.get_by_role("textbox", name="Текст").fill("Аким сообщает о созыве кенесу.")
    page.get_by_role("button", name="Готово").click()
    says(page, "art_2__clause_2", "2. Аким сообщает о созыве кенесу.")
    says(page, "art_2__clause_3", "3. О созыве извещают за пять календарных дней.")
    acts(page, "Аким сообщает", "Переместить выше")
    page.get_by_role("link", name="пунктом 2 статьи 2 настоящего Закона").wait_for()


def splits_a_clause_at_the_cursor_and_joins_it_again(page):
    field = writes(page, "Сход правомочен")
    field.evaluate("field => field.setSelectionRange(...Array(2).fill(field.value.indexOf('Решение')))")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Решение принимается большинством голосов.")
    says(page, "art_2__clause_4", "4. Сход правомочен при участии пятидесяти жителей.")
    page.keyboard.press("Home")
    page.keyboard.press("Backspace")
    expect(field).to_have_value(re.compile("^Сход правомочен .+ жителей. Решение принимается .+$"))
    page.keyboard.press("Escape")
    says(page, "art_2__clause_4", "жителей. Решение принимается большинством голосов.")


def lowers_and_raises_a_clause(page):
    acts(page, "О созыве извещают", "Понизить уровень")
    says(page, "art_2__clause_2__subclause_1", "О созыве извещают")
    acts(page, "О созыве извещают", "Повысить уровень")
    says(page, "art_2__clause_3", "3. О созыве извещают")


def moves_a_clause_up_and_down(page):
    acts(page, "благоустройства", "Переместить ниже")
    says(page, "art_3__clause_1__subclause_2", "2) благоустройства")
    writes(page, "благоустройства")
    page.keyboard.press("Alt+ArrowUp")
    done(page, "Перемещено: подпункт 1) пункта 1 статьи 3.")
    page.locator("#desk-text").wait_for()
    page.keyboard.press("Escape")
    says(page, "art_3__clause_1__subclause_1", "1) благоустройства")


def moves_a_clause_to_another_article(page):
    acts(page, "Решение подписывает", "Переместить в другую статью или главу")
    dialog = page.get_by_role("dialog", name="Переместить в другую статью или главу")
    dialog.get_by_label("Куда").select_option(label="Статья 2: Созыв и открытие схода")
    dialog.get_by_label("После").locator("option", has_text="Сход правомочен").wait_for(state="attached")
    dialog.get_by_role("button", name="Переместить").click()
    says(page, "art_2__clause_5", "5. Решение подписывает председатель схода.")
    page.locator("#margin h2", has_text="Статья 2, пункт 5").wait_for()


def excludes_a_clause_and_puts_it_back(page):
    acts(page, "Отчёт о доходах", "Исключить")
    unit(page, "Отчёт о доходах").wait_for(state="detached")
    page.get_by_role("link", name="Исключённое").click()
    page.get_by_role("listitem").filter(has_text="Отчёт о доходах").get_by_role(
        "button", name="Вернуть в текст"
    ).click()
    says(page, "art_4__clause_2", "2. Отчёт о доходах публикуется ежегодно.")


def undoes_and_redoes(page):
    acts(page, "Решение подписывает", "Исключить")
    unit(page, "Решение подписывает").wait_for(state="detached")
    bar = page.locator(".subhead")
    bar.get_by_role("button", name="Отменить правку").click()
    says(page, "art_2__clause_5", "5. Решение подписывает")
    bar.get_by_role("button", name="Вернуть правку").click()
    unit(page, "Решение подписывает").wait_for(state="detached")
    page.keyboard.press("Control+z")
    says(page, "art_2__clause_5", "5. Решение подписывает")


def freezes(page, number, title):
    page.get_by_role("link", name="Редакции").click()
    page.get_by_role("link", name="Закрепить редакцию").click()
    page.get_by_label("Название редакции").fill(title)
    page.get_by_role("button", name=f"Закрепить редакцию {number}").click()
    page.get_by_role("heading", name=f"Редакция {number}. {title}").wait_for()


def changes_once_more(page):
    page.get_by_role("link", name="Текст", exact=True).click()
    writes(page, "О созыве извещают").fill("О созыве извещают за семь календарных дней.")
    page.keyboard.press("Control+Enter")
    says(page, "art_2__clause_3", "за семь календарных дней")
    acts(page, "досуга", "Исключить")
    page.get_by_text(re.compile("после редакции 1 .+: 2")).wait_for()
    assert page.locator("#sheet .reference.broken").count() == 0


def compares_the_drafts(page):
    page.get_by_role("link", name="Сравнить с редакцией 1").click()
    for total in ("вставлено 0", "исключено 1", "изменено 1"):
        page.get_by_role("checkbox", name=total).wait_for()
    page.get_by_role("link", name="Следующее изменение").click()
    assert "досуга" in current_change(page).locator("del:visible").inner_text()
    assert page.locator("#steps").inner_text() == "2 из 2"
    page.get_by_role("link", name="Предыдущее изменение").click()
    assert "О созыве извещают" in current_change(page).inner_text()


def current_change(page):
    return page.locator("#main [aria-current]")


def sends_a_link_to_one_change(page):
    link = page.locator("#main [data-change=reworded] .order")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    other = opened.value
    change = current_change(other)
    change.wait_for()
    assert change.get_attribute("id") == link.get_attribute("href")[1:]
    assert "пять" in change.locator("del:visible").inner_text()
    assert "семь" in change.locator("ins:visible").inner_text()
    other.close()


def takes_the_second_draft_away(page):
    page.get_by_role("link", name="Редакции").click()
    word = docx.Document(io.BytesIO(taken_away(page, "DOCX (Word)")))
    words = " ".join(paragraph.text for paragraph in word.paragraphs)
    assert "за семь календарных дней" in words
    assert "пунктом 2 статьи 2 настоящего Закона" in words
    assert word.tables[0].cell(1, 0).text == "Земельный налог"
    pages = PdfReader(io.BytesIO(taken_away(page, "PDF"))).pages
    assert "за семь календарных дней" in " ".join(" ".join(one.extract_text() for one in pages).split())


def taken_away(page, format):
    draft = page.locator("#draft-2")
    draft.get_by_role("button", name="Выгрузить").click()
    form = draft.get_by_role("form", name="Выгрузить")
    form.get_by_label("Формат").select_option(label=format)
    with page.expect_download() as download:
        form.get_by_role("button", name="Выгрузить").click()
    page.keyboard.press("Escape")
    return download.value.path().read_bytes()


def returns_to_an_earlier_revision(page):
    page.get_by_role("link", name="Текст", exact=True).click()
    unit(page, "О созыве извещают").click()
    page.locator("#margin").get_by_role("link", name="Подробнее").click()
    page.get_by_role("heading", name="Версия 2 → версия 3").wait_for()
    page.get_by_label("От версии 1").check()
    page.get_by_role("heading", name="Версия 1 → версия 3").wait_for()
    assert "десять" in page.locator("#redline del").inner_text()
    page.get_by_role("button", name="Вернуть версию 1").click()
    page.get_by_role("heading", name="Версия 3 → версия 4").wait_for()
    assert "десять" in page.locator("#redline ins").inner_text()


def looks_at_the_card(page):
    page.get_by_role("link", name="Карточка").click()
    page.get_by_role("row").filter(has_text="Рабочий текст").get_by_text("1", exact=True).wait_for()
    page.get_by_role("row").filter(has_text="2. После замечаний").get_by_text("2", exact=True).wait_for()
    assert page.locator(".stages [aria-current]").inner_text() == "Рабочая группа"


def verifies(page):
    page.get_by_role("link", name="Редакции").click()
    page.get_by_role("link", name="Проверить контрольные суммы").click()
    page.get_by_text("Всё цело").wait_for()


def signs_out(page):
    page.get_by_role("button", name="Дана Ахметова: меню").click()
    page.get_by_role("button", name="Выйти").click()
    page.wait_for_url("**/sign-in/")
    page.goto("/")
    page.wait_for_url("**/sign-in/**")


def finds_an_article_in_the_outline(page):
    page.get_by_role("button", name="Оглавление закона").tap()
    outline = page.get_by_role("navigation", name="Оглавление закона")
    outline.get_by_placeholder("Найти статью").fill("4")
    outline.get_by_role("link", name="4 Доходы").tap()
    expect(outline).to_be_hidden()
    expect(page.locator("#art_4")).to_be_in_viewport()


def changes_a_clause_by_touch(page):
    page.get_by_role("link", name="Текст", exact=True).tap()
    clause = unit(page, "О созыве извещают")
    clause.tap()
    clause.locator(".grip").tap()
    page.locator("#unit-menu").get_by_text("Изменить слова").tap()
    page.get_by_role("textbox", name="Текст").fill("О созыве извещают за семь календарных дней.")
    page.get_by_role("button", name="Готово").tap()
    says(page, "art_2__clause_2", "за семь календарных дней")
    expect(clause.locator(".grip")).to_be_visible()


def compares_by_touch(page):
    page.get_by_role("link", name="Сравнить с редакцией 1").tap()
    page.get_by_role("button", name="Список изменений").tap()
    page.get_by_role("link", name="Ст. 2, п. 2").tap()
    assert "семь" in current_change(page).locator("ins:visible").inner_text()


def takes_the_working_text_away(page):
    page.get_by_role("link", name="Текст", exact=True).tap()
    page.get_by_role("button", name="Языки и выгрузка").tap()
    with page.expect_download() as download:
        page.get_by_role("link", name="DOCX (Word)").tap()
    word = docx.Document(download.value.path())
    assert "за семь календарных дней" in " ".join(paragraph.text for paragraph in word.paragraphs)
    page.keyboard.press("Escape")
