"""The law is written in its page: by mouse, keyboard and touch; nothing that was typed is ever lost."""

import os
import re
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import CHROMIUM

from .conftest import ARGUMENTS, NARROW, WIDE
from .edited import EDITED
from .site import PASSWORD, READERS

pytestmark = pytest.mark.browser

WORDS = "#desk textarea[name=text]"
REFUSED = re.compile(r"(status of|Response Status Error Code) (401|409|422)")
"""What the console says when the server refused, as the test wanted it to."""

OFFLINE = re.compile(r"ERR_INTERNET_DISCONNECTED|htmx:(sendError|afterRequest)|^undefined$")


FORGET = """() => new Promise((done) => {
  const opened = indexedDB.open("lawdraft", 1);
  opened.onsuccess = () => {
    const transaction = opened.result.transaction("unsent", "readwrite");
    transaction.objectStore("unsent").clear();
    transaction.oncomplete = () => { opened.result.close(); done(); };
  };
})"""
"""Clears what the browser keeps, so that the next test begins with nothing unsent."""


@pytest.fixture
def desks(browser, address, readers):
    """Opens the law at an article: ``desks(5, language="ru", expected=REFUSED)``.

    Other settings are those of a window of Playwright, which is then a new one; ``own=True`` for one as any other.
    Whatever else the console says fails the test: an error of a script, a violation of the policy.
    """
    pages, windows, said = [], [], []

    def window(language, own=False, **settings):
        if not (own or settings):
            return readers[language]
        state = readers[language].storage_state()
        windows.append(browser.new_context(base_url=address, reduced_motion="reduce", storage_state=state, **settings))
        return windows[-1]

    def open(article, language="ru", expected=REFUSED, **settings):
        page = window(language, **settings).new_page()
        pages.append(page)
        page.set_viewport_size(settings.get("viewport", WIDE))
        page.on("console", lambda message: expected.search(message.text) or said.append(message.text))
        page.on("pageerror", lambda error: expected.search(str(error)) or said.append(str(error)))
        page.goto(f"/laws/{EDITED}/?language=ru#art_{article}")
        return page

    yield open
    for page in pages:
        if page.context not in windows:
            page.evaluate(FORGET)
        page.close()
    for opened in windows:
        opened.close()
    assert said == []


def clause(page, article, number):
    return page.locator(f"#art_{article}__clause_{number}")


def write(page, unit, words=None, field="text"):
    """Opens the desk of a unit by double click and types instead of its words."""
    unit.locator("> p, > h1, > h2, > h3, > h4, > .table-scroll").first.dblclick(position={"x": 200, "y": 8})
    field = page.locator(f"#desk textarea[name={field}]")
    expect(field).to_be_focused()
    if words is not None:
        field.fill(words)
    page.keyboard.press("Control+End")
    return field


def done(page):
    page.keyboard.press("Control+Enter")
    expect(page.locator("#desk")).to_have_count(0)


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_words_are_changed_by_double_click_and_saved_by_ctrl_enter(desks):
    page = desks(1)
    write(page, clause(page, 1, 1), "Новые слова первого пункта.")
    page.fill("#why", "так точнее")
    page.locator(WORDS).focus()
    done(page)
    expect(clause(page, 1, 1)).to_contain_text("1. (изложено иначе) Новые слова первого пункта.")
    expect(page.locator("#notices")).to_contain_text("Изложено иначе: пункт 1 статьи 1")
    expect(page.locator("#margin")).to_contain_text("так точнее")
    assert focused(page) == "art_1__clause_1"


def test_enter_at_the_end_adds_a_clause_and_numbers_and_references_follow(desks):
    page = desks(2)
    write(page, clause(page, 2, 1))
    page.keyboard.press("Enter")
    expect(page.locator("#desk[data-is-new]")).to_be_visible()
    expect(page.locator(WORDS)).to_be_focused()
    page.keyboard.type("Вставленный пункт.")
    done(page)
    expect(clause(page, 2, 2)).to_contain_text("Вставленный пункт.")
    expect(clause(page, 2, 4)).to_contain_text("следует пункту 3 настоящей статьи")


def test_enter_after_a_new_clause_adds_one_more(desks):
    page = desks(3)
    write(page, clause(page, 3, 3))
    page.keyboard.press("Enter")
    for words in ("Четвертый.", "Пятый."):
        expect(page.locator("#desk[data-is-new] textarea[name=text]")).to_be_focused()
        expect(page.locator(WORDS)).to_have_value("")
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(page.locator("#notices")).to_contain_text("Вставлено")
        expect(page.locator(WORDS)).to_have_value("")
    expect(page.locator(WORDS)).to_be_focused()
    page.keyboard.press("Escape")
    expect(clause(page, 3, 4)).to_contain_text("Четвертый.")
    expect(clause(page, 3, 5)).to_contain_text("Пятый.")


def test_enter_within_the_words_splits_and_asks_where_the_other_language_parts(desks):
    page = desks(4)
    write(page, clause(page, 4, 2))
    for _letter in range(len(" В нем два предложения.")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    asked = page.locator("#desk .parting")
    expect(asked).to_contain_text("Онда екі сөйлем бар.")
    expect(asked.locator("input:checked")).to_have_count(1)
    asked.locator("button").click()
    expect(page.locator(WORDS)).to_have_value("В нем два предложения.")
    page.keyboard.press("Escape")
    expect(clause(page, 4, 2)).to_contain_text("Второй пункт по вопросу 4.")
    expect(clause(page, 4, 3)).to_contain_text("В нем два предложения.")
    expect(clause(page, 4, 4)).to_contain_text("Третий пункт")


def test_by_keyboard_alone_it_is_chosen_where_the_other_language_parts(desks):
    page = desks(4)
    write(page, clause(page, 4, 1), "Начало. Конец.")
    for _letter in range(len(" Конец.")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    asked = page.locator("#desk .parting")
    proposed = asked.locator("input:checked")
    proposed.focus()
    value = proposed.input_value()
    page.keyboard.press("ArrowDown")
    expect(asked.locator("input:checked")).not_to_have_value(value)
    expect(asked.locator("input:checked")).to_be_focused()
    page.keyboard.press("h")
    page.keyboard.press("Tab")
    expect(asked.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_value("Конец.")
    page.keyboard.press("Escape")
    expect(clause(page, 4, 1)).to_contain_text("Начало.")


def test_who_thinks_better_of_a_split_finds_the_typed_words_again(desks):
    page = desks(5)
    write(page, clause(page, 5, 2), "Начало. Конец.")
    for _letter in range(len(" Конец.")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("#desk .parting")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Начало. Конец.")
    done(page)
    expect(clause(page, 5, 2)).to_contain_text("Начало. Конец.")


def test_backspace_at_the_start_joins_with_the_clause_before(desks):
    page = desks(6)
    write(page, clause(page, 6, 2))
    page.keyboard.press("Control+Home")
    page.keyboard.press("Backspace")
    joined = "Первый пункт по вопросу 6. Второй пункт по вопросу 6. В нем два предложения."
    expect(page.locator(WORDS)).to_have_value(joined)
    expect(page.locator(WORDS)).to_be_focused()
    assert page.locator(WORDS).evaluate("field => field.value.slice(field.selectionStart)").startswith("Второй")
    page.keyboard.press("Escape")
    expect(clause(page, 6, 2)).to_contain_text("Третий пункт")


def test_tab_and_shift_tab_change_the_level_and_save_what_was_typed(desks):
    page = desks(7)
    write(page, clause(page, 7, 3), "Уровень меняется.")
    page.keyboard.press("Tab")
    item = page.locator("#art_7__clause_2__subclause_1")
    expect(item.locator(WORDS)).to_be_focused()
    expect(page.locator("#desk .label")).to_have_text("1)")
    page.keyboard.press("Shift+Tab")
    expect(clause(page, 7, 3).locator(WORDS)).to_be_focused()
    page.keyboard.press("Escape")
    expect(clause(page, 7, 3)).to_contain_text("Уровень меняется.")


def test_alt_with_arrows_moves_a_clause_among_its_neighbours(desks):
    page = desks(8)
    write(page, clause(page, 8, 1))
    page.keyboard.press("Alt+ArrowDown")
    expect(clause(page, 8, 2).locator(WORDS)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(clause(page, 8, 3).locator(WORDS)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#notices .refused")).to_contain_text("последняя")
    page.keyboard.press("Alt+ArrowUp")
    expect(clause(page, 8, 2).locator(WORDS)).to_have_value("Первый пункт по вопросу 8.")


def test_f6_leads_out_of_the_words_to_the_tools(desks):
    page = desks(8)
    write(page, page.locator("#art_8"), field="heading")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.closest('.desk-tools') !== null")


def test_the_keyboard_alone_opens_the_menu_and_goes_on_at_the_unit_afterwards(desks):
    page = desks(9)
    clause(page, 9, 1).locator(".grip").focus()
    page.keyboard.press("Enter")
    menu = page.locator("#unit-menu:popover-open")
    expect(menu.locator(".writes")).to_be_focused()
    while "Переместить ниже" not in page.evaluate("document.activeElement.textContent"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(clause(page, 9, 2)).to_contain_text("Первый пункт по вопросу 9.")
    expect(menu).to_have_count(0)
    expect(clause(page, 9, 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_have_value("Первый пункт по вопросу 9.")


def test_arrows_choose_a_clause_in_the_text_and_nowhere_else(desks):
    page = desks(25)
    page.locator("#undo").focus()
    page.keyboard.press("ArrowDown")
    assert focused(page) == "undo"
    clause(page, 25, 1).locator(".grip").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#art_25__clause_1")).to_be_focused()


def test_a_menu_opens_beside_its_grip_not_under_the_pointer(desks):
    page = desks(23)
    for grip in (clause(page, 23, 1).locator(".grip"), page.locator(".unit.has-table .grip")):
        grip.scroll_into_view_if_needed()
        grip.click()
        menu, opener = page.locator("#unit-menu:popover-open").bounding_box(), grip.bounding_box()
        assert menu["x"] >= opener["x"] + opener["width"]
        assert menu["y"] + menu["height"] <= WIDE["height"]
        page.keyboard.press("Escape")


def test_of_two_texts_beside_each_other_a_double_click_opens_one_for_writing(desks):
    page = desks(24)
    page.goto(f"/laws/{EDITED}/?language=ru&beside=kk#art_24")
    half = page.locator(".pair", has_text="Второй пункт по вопросу 24.").locator("> .unit").nth(1)
    half.dblclick(position={"x": 60, "y": 8})
    expect(page.locator(WORDS)).to_have_value("24-мәселе бойынша екінші тармақ. Онда екі сөйлем бар.")
    expect(page.locator(WORDS)).to_be_focused()
    assert page.url.endswith(f"/laws/{EDITED}/?language=kk")


def test_a_clause_is_moved_to_another_article_by_dialog(desks):
    page = desks(10)
    clause(page, 10, 3).locator(".grip").click()
    page.locator("#unit-menu .moves").click()
    page.select_option("#into", label="Статья 11: Вопрос 11")
    expect(page.locator("#behind option")).to_have_count(4)
    page.select_option("#behind", index=1)
    page.locator("#dialog .primary").click()
    expect(clause(page, 11, 2)).to_contain_text("Третий пункт следует пункту 2 статьи 10")
    expect(clause(page, 10, 3)).to_have_count(0)
    expect(page.locator("#dialog")).to_be_hidden()


def test_what_was_excluded_comes_back_by_the_button_that_tells_of_it(desks):
    page = desks(12)
    clause(page, 12, 2).locator(".grip").click()
    page.locator("#unit-menu button", has_text="Исключить").click()
    expect(clause(page, 12, 3)).to_have_count(0)
    expect(clause(page, 12, 1)).to_be_focused()
    page.locator("#notices form button:not(.dismisses)").click()
    expect(clause(page, 12, 3)).to_contain_text("Третий пункт")


def test_ctrl_z_and_ctrl_y_outside_of_a_field_undo_and_redo(desks):
    page = desks(13)
    write(page, clause(page, 13, 1), "Сначала так.")
    done(page)
    page.keyboard.press("Control+z")
    expect(clause(page, 13, 1)).to_contain_text("Первый пункт по вопросу 13.")
    expect(clause(page, 13, 1)).to_be_focused()
    page.keyboard.press("Control+y")
    expect(clause(page, 13, 1)).to_contain_text("Сначала так.")


def test_on_a_desk_ctrl_z_takes_back_typing_first_and_then_the_last_act(desks):
    page = desks(31)
    write(page, clause(page, 31, 1), "Сохранено.")
    done(page)
    field = write(page, clause(page, 31, 2))
    words = field.input_value()
    page.keyboard.type("!")
    page.keyboard.press("Control+z")
    expect(field).to_have_value(words)
    expect(clause(page, 31, 1)).to_contain_text("Сохранено.")
    page.keyboard.press("Control+z")
    expect(clause(page, 31, 1)).to_contain_text("Первый пункт по вопросу 31.")


def test_an_undo_while_other_words_are_being_typed_saves_them_first(desks):
    page = desks(14)
    write(page, clause(page, 14, 1), "Сохранено.")
    done(page)
    write(page, clause(page, 14, 2), "Сохранится само.")
    page.locator("#notices form button:not(.dismisses)").click()
    expect(clause(page, 14, 1)).to_contain_text("Первый пункт по вопросу 14.")
    expect(clause(page, 14, 2)).to_contain_text("Сохранится само.")
    expect(page.locator(".unsent")).to_have_count(0)


def test_an_act_on_another_clause_saves_what_is_being_typed(desks):
    page = desks(21)
    write(page, clause(page, 21, 1), "Сохранится и это.")
    clause(page, 21, 3).locator(".grip").click()
    page.locator("#unit-menu button", has_text="Исключить").click()
    expect(clause(page, 21, 3)).to_have_count(0)
    expect(clause(page, 21, 1)).to_contain_text("Сохранится и это.")
    expect(page.locator("#desk, .unsent")).to_have_count(0)


def test_keys_pressed_faster_than_the_server_answers_act_all(desks):
    page = desks(22)
    write(page, clause(page, 22, 1), "Спешит вниз.")
    page.route("**/down/", lambda route: (page.wait_for_timeout(300), route.continue_()))
    for _press in range(2):
        page.keyboard.press("Alt+ArrowDown")
    expect(clause(page, 22, 3).locator(WORDS)).to_be_focused()
    expect(page.locator(WORDS)).to_have_value("Спешит вниз.")
    page.keyboard.press("Escape")
    for _press in range(3):
        page.keyboard.press("Control+z")
    expect(clause(page, 22, 1)).to_contain_text("Первый пункт по вопросу 22.")


@pytest.mark.parametrize(
    ("selector", "words", "shown"),
    [
        ("#art_15", "Другой вопрос", "Статья 15. (изложено иначе) Другой вопрос"),
        ("#chp_2", "Последние положения", "Глава 2. (изложено иначе) Последние положения"),
        ("#b-head .unit:has(h1)", "О порядке работы кенеса", "О порядке работы кенеса"),
    ],
)
def test_headings_and_the_title_are_written_as_clauses_are(desks, selector, words, shown):
    page = desks(15)
    unit = page.locator(selector)
    write(page, unit, words, field="heading")
    page.keyboard.press("Enter")
    expect(page.locator("#desk")).to_have_count(0)
    expect(unit).to_contain_text(shown, ignore_case=True)


def test_in_a_table_enter_and_tab_make_rows_and_cells(desks):
    page = desks(15)
    write(page, page.locator(".unit.has-table"))
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("Приказ")
    page.keyboard.press("Tab")
    page.keyboard.type("три дня")
    done(page)
    expect(page.locator(".unit.has-table tr")).to_have_count(3)
    expect(page.locator(".unit.has-table tr").last.locator("td")).to_have_text(["Приказ", "три дня"])


def test_enter_that_chooses_a_word_of_an_input_method_does_not_split(desks):
    page = desks(15)
    field = write(page, clause(page, 15, 1))
    press = "new KeyboardEvent('keydown', {key: 'Enter', isComposing, bubbles: true, cancelable: true})"
    is_left_alone = f"(field, isComposing) => field.dispatchEvent({press})"
    assert field.evaluate(is_left_alone, True)
    assert not field.evaluate(is_left_alone, False)


def test_a_choice_of_another_kind_takes_along_what_was_typed(desks):
    page = desks(15)
    write(page, page.locator("#art_15"), field="heading")
    page.locator("#desk .adds").click()
    expect(page.locator("#desk[data-is-new]")).to_be_visible()
    page.locator("#desk textarea").last.fill("Слова нового.")
    page.locator("#desk .chooses", has_text="пункт").first.click()
    expect(page.locator("#desk .chooses[aria-current]")).to_contain_text("пункт")
    expect(page.locator(WORDS)).to_have_value("Слова нового.")


def test_escape_closes_the_desk_and_offers_what_was_typed(desks):
    page = desks(16)
    write(page, clause(page, 16, 1), "Не отправлено.")
    page.keyboard.press("Escape")
    expect(clause(page, 16, 1)).to_contain_text("Первый пункт по вопросу 16.")
    expect(page.locator(".unsent")).to_contain_text("пункт 1 статьи 16")
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Не отправлено.")
    page.keyboard.press("Escape")
    page.locator(".unsent .discards").click()
    expect(page.locator(".unsent")).to_have_count(0)
    write(page, clause(page, 16, 1))
    expect(page.locator(WORDS)).to_have_value("Первый пункт по вопросу 16.")


def test_a_reload_keeps_what_was_typed(desks):
    page = desks(17)
    write(page, clause(page, 17, 1), "Набрано до перезагрузки.")
    expect(page.locator("#kept")).to_contain_text("Сохранено в браузере")
    page.reload()
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Набрано до перезагрузки.")
    done(page)
    expect(clause(page, 17, 1)).to_contain_text("Набрано до перезагрузки.")
    expect(page.locator(".unsent")).to_have_count(0)


def test_a_reload_keeps_the_words_of_a_unit_that_is_not_there_yet(desks):
    page = desks(30)
    write(page, clause(page, 30, 3))
    page.keyboard.press("Enter")
    expect(page.locator("#desk[data-is-new]")).to_be_visible()
    page.fill(WORDS, "Пункта еще нет.")
    expect(page.locator("#kept")).to_contain_text("Сохранено в браузере")
    page.reload()
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Пункта еще нет.")
    done(page)
    expect(clause(page, 30, 4)).to_contain_text("Пункта еще нет.")
    expect(page.locator(".unsent")).to_have_count(0)


REFUSALS = {
    1: "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
    2: """const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (record) {
          const asked = put.call(this, record);
          asked.onsuccess = () => this.transaction.abort();
          return asked;
        }""",
}


@pytest.mark.parametrize("number", REFUSALS, ids=["a browser that refuses", "a full disk"])
def test_where_the_browser_keeps_nothing_one_is_told_and_can_write_all_the_same(desks, number):
    page = desks(30, own=True)
    page.add_init_script(REFUSALS[number])
    page.reload()
    write(page, clause(page, 30, number), "Без хранилища.")
    expect(page.locator("#kept")).to_contain_text("ничего не хранит")
    page.keyboard.press("Escape")
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Без хранилища.")
    done(page)
    expect(clause(page, 30, number)).to_contain_text("Без хранилища.")
    expect(page.locator(".unsent")).to_have_count(0)


def sign_in(page):
    page.fill("#id_login", READERS["ru"])
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def test_words_outlive_a_lost_session(desks):
    page = desks(18, own=True)
    write(page, clause(page, 18, 1), "Сеанс истек посреди работы.")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notices")).to_contain_text("Войдите снова")
    expect(page.locator(WORDS)).to_have_value("Сеанс истек посреди работы.")
    page.locator("#notices a").click()
    sign_in(page)
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Сеанс истек посреди работы.")
    done(page)
    expect(clause(page, 18, 1)).to_contain_text("Сеанс истек посреди работы.")


def test_signing_in_again_in_another_window_is_enough(desks):
    page = desks(19, own=True)
    write(page, clause(page, 19, 1), "Вошла в соседнем окне.")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notices")).to_contain_text("Войдите снова")
    other = page.context.new_page()
    other.goto("/sign-in/")
    sign_in(other)
    other.wait_for_selector(".laws")
    page.locator(WORDS).focus()
    done(page)
    expect(clause(page, 19, 1)).to_contain_text("Вошла в соседнем окне.")


@pytest.fixture
def own_browser(browser, address, tmp_path):
    """Starts a browser whose profile stays on disk; returns its window."""
    windows = []

    def start():
        arguments = {"executable_path": CHROMIUM, "args": ARGUMENTS, "base_url": address}
        windows.append(browser.browser_type.launch_persistent_context(tmp_path, **arguments))
        return windows[-1]

    yield start
    windows[-1].close()


def kill(folder):
    """Ends at once the browser that was started with this profile, with all its processes."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if f"--user-data-dir={folder}".encode() in words and not any(word.startswith(b"--type=") for word in words):
                os.killpg(int(process.name), signal.SIGKILL)


def test_a_killed_browser_gives_the_words_back_after_signing_in(own_browser, tmp_path):
    window = own_browser()
    page = window.pages[0]
    page.goto(f"/laws/{EDITED}/?language=ru#art_20")
    sign_in(page)
    write(page, clause(page, 20, 1), "Набрано перед самым концом.")
    expect(page.locator("#kept")).to_contain_text("Сохранено в браузере")
    with window.expect_event("close"):
        kill(tmp_path)
    window = own_browser()
    window.clear_cookies()
    page = window.pages[0]
    page.goto(f"/laws/{EDITED}/?language=ru#art_20")
    sign_in(page)
    page.locator(".unsent .goes-on").click()
    expect(page.locator(WORDS)).to_have_value("Набрано перед самым концом.")
    done(page)
    expect(clause(page, 20, 1)).to_contain_text("Набрано перед самым концом.")


def test_without_a_network_one_goes_on_typing_and_the_words_are_saved_once(desks):
    page = desks(21, own=True, expected=OFFLINE)
    write(page, clause(page, 21, 1), "Набрано без сети.")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notices")).to_contain_text("Нет сети")
    page.locator(WORDS).press("End")
    page.keyboard.type(" И дальше.")
    page.context.set_offline(False)
    expect(page.locator("#desk")).to_have_count(0)
    expect(clause(page, 21, 1)).to_contain_text("Набрано без сети. И дальше.")
    expect(page.locator("#margin li", has_text="Изменён текст")).to_have_count(1)


def collide(desks, article):
    """Both open a clause, the other saves first; then mine is sent."""
    mine, theirs = desks(article), desks(article, language="kk")
    write(mine, clause(mine, article, 1), "Мои слова.")
    write(theirs, clause(theirs, article, 1), "Слова другого.")
    done(theirs)
    mine.keyboard.press("Control+Enter")
    both = mine.locator("#desk .collision")
    expect(both).to_contain_text("Слова другого.")
    expect(both).to_contain_text("Мои слова.")
    expect(both).to_contain_text("Гүлнар Әбенова")
    return mine


def test_of_two_drafters_the_second_may_take_the_words_of_the_first(desks):
    mine = collide(desks, 22)
    mine.locator(".takes-theirs").click()
    expect(mine.locator(".collision")).to_have_count(0)
    expect(mine.locator(WORDS)).to_have_value("Слова другого.")
    mine.keyboard.press("Escape")
    expect(mine.locator(".unsent")).to_have_count(0)


@pytest.mark.parametrize(("article", "third"), [(23, None), (24, "Третьи слова.")])
def test_of_two_drafters_the_second_may_save_own_or_third_words_and_history_has_both(desks, article, third):
    mine = collide(desks, article)
    if third:
        mine.fill(WORDS, third)
        mine.keyboard.press("Control+Enter")
    else:
        mine.locator(".collision button").click()
    expect(mine.locator("#desk")).to_have_count(0)
    expect(clause(mine, article, 1)).to_contain_text(third or "Мои слова.")
    clause(mine, article, 1).locator("a.number").click()
    expect(mine.locator("main .revisions tbody tr", has_text="Изменён текст")).to_have_count(2)
    expect(mine.locator("main .revisions tbody")).to_contain_text("Гүлнар Әбенова")


def test_a_collision_that_is_left_undecided_loses_nothing(desks):
    mine = collide(desks, 25)
    mine.keyboard.press("Escape")
    mine.reload()
    mine.locator(".unsent .goes-on").click()
    expect(mine.locator(WORDS)).to_have_value("Мои слова.")
    mine.keyboard.press("Control+Enter")
    expect(mine.locator("#desk .collision")).to_contain_text("Слова другого.")


def test_a_save_by_another_in_the_same_article_loses_nothing_of_what_i_type(desks):
    mine, theirs = desks(26), desks(26, language="kk")
    write(mine, clause(mine, 26, 1), "Мой первый пункт.")
    write(theirs, clause(theirs, 26, 2), "Чужой второй пункт.")
    done(theirs)
    mine.locator(WORDS).focus()
    done(mine)
    expect(clause(mine, 26, 1)).to_contain_text("Мой первый пункт.")
    expect(clause(mine, 26, 2)).to_contain_text("Чужой второй пункт.")


def test_words_for_a_unit_that_another_has_taken_out_are_shown_to_be_kept(desks):
    mine, theirs = desks(27), desks(27, language="kk")
    write(mine, clause(mine, 27, 2), "Слова для пункта, которого не станет.")
    clause(theirs, 27, 2).locator(".grip").click()
    theirs.locator("#unit-menu button", has_text="Алып тастау").click()
    expect(clause(theirs, 27, 3)).to_have_count(0)
    mine.keyboard.press("Control+Enter")
    expect(mine.locator("#notices .refused")).to_be_visible()
    mine.reload()
    mine.locator(".unsent .goes-on").click()
    expect(mine.locator(".unsent .words")).to_have_text("Слова для пункта, которого не станет.")


def test_another_clause_is_opened_only_when_the_words_of_the_first_are_saved(desks):
    page = desks(28)
    write(page, clause(page, 28, 1), "Сохранится само.")
    field = write(page, clause(page, 28, 2))
    expect(field).to_have_value("Второй пункт по вопросу 28. В нем два предложения.")
    expect(clause(page, 28, 1)).to_contain_text("Сохранится само.")


def test_a_narrow_screen_is_enough_to_write_by_touch(desks):
    page = desks(29, viewport=NARROW, has_touch=True)
    unit = clause(page, 29, 1)
    unit.tap()
    unit.locator(".grip").tap()
    page.locator("#unit-menu .writes").tap()
    expect(page.locator(WORDS)).to_be_focused()
    page.locator(WORDS).fill("Набрано пальцем.")
    box = page.locator("#desk .saves").bounding_box()
    assert box["height"] >= 44
    assert box["x"] + box["width"] <= NARROW["width"]
    page.locator("#desk .saves").tap()
    expect(unit).to_contain_text("Набрано пальцем.")
