# SPDX-License-Identifier: Apache-2.0
"""What the survey says of passages before any detector looks: short cuts must never hide what is there."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docforge.context import Context
from docforge.detect.author_names.lists import parse_names
from docforge.detect.author_names.prose import reads_on
from docforge.detect.dateline import _runs_on, parse_dateline
from docforge.detect.look import ANY_SIGN, FIGURES, has_numbers
from docforge.detect.survey import Survey, survey
from docforge.detect.text_vocabulary import Vocabulary
from docforge.diagnostics import Report
from docforge.patterns import is_latin
from docforge.reading import read_source

LETTERS = st.text("abcdefgh ABC\n.,-'“”’éßÅ…0123456789:/|=@()[]<>#©·—жиЩ، ٣०：／（ⓒ中かกա՝", min_size=1, max_size=200)


def _survey(text: str, language: str = "en") -> Survey:
    return survey(read_source(text, context=Context.fixed(), report=Report()), language)


@given(LETTERS)
def test_no_sign_of_a_passage_is_left_out(text: str) -> None:
    seen = _survey(f"a{text}")
    for look in seen.looks:
        for sign in "0123456789:/|=@()[]<>#©":
            assert sign not in look.text or ord(sign) in look.signs or (sign == "©" and 0xA9 in look.signs)
        # Where something is like a sign or figure in another script all is asked.
        if any(sign in look.text for sign in "：／（ⓒ՝٣०"):
            assert look.signs is ANY_SIGN
        assert not any(map(str.isdecimal, look.text)) or not FIGURES.isdisjoint(look.signs)


def test_signs_are_those_of_the_passage_alone() -> None:
    looks = _survey("Foto: Ann Lee / dpa\n\nThe bridge – “closed” – opens again.\n\n(4 May 2020)\n").looks
    assert [look.signs for look in looks] == [b":/", b"", b"(42020)"]


@pytest.mark.parametrize("sign", ["🚢", "▶️", "👨‍👩‍👧", "\ufffd", "1️⃣"])
def test_an_emoji_makes_no_east_asian_text_and_hides_no_sign(sign: str) -> None:
    plain = _survey("Share this\n\nFoto: Ann Lee / dpa\n\nThe café – “closed” – opens again.\n\n(4 May 2020)\n")
    marked = _survey(
        f"{sign} Share this\n\nFoto: Ann Lee / dpa\n\nThe café – “closed” – opens again.\n\n(4 May 2020)\n"
    )
    assert (marked.latin, marked.unspaced, marked.east_asian) == (True, False, False)
    assert [look.signs for look in marked.looks[1:]] == [look.signs for look in plain.looks[1:]]


@pytest.mark.parametrize("text", ["🚢 港湾が再開", "🚢 ท่าเรือเปิดอีกครั้ง", "Harbour 港 🚢", "（🚢）"])
def test_an_emoji_hides_no_script(text: str) -> None:
    assert _survey(text).unspaced
    assert not _survey(text).latin


@given(LETTERS)
def test_text_called_latin_has_no_letter_of_another_script(text: str) -> None:
    if is_latin(text):
        assert not any(letter.isalpha() and letter > "\u024f" for letter in text)


@pytest.mark.parametrize("text", ["“Ça va”, dit-il à l’école.", "Straße – naïve…", "plain", ""])
def test_latin_text_is_called_latin(text: str) -> None:
    assert is_latin(text)


@pytest.mark.parametrize("text", ["Москва", "Αθήνα", "北京", "Ⰰⰱ", "ⲁⲃ"])
def test_other_scripts_are_not_latin(text: str) -> None:
    assert not is_latin(text)


@given(LETTERS, st.lists(st.text("abcdefghé", min_size=3, max_size=6), max_size=8))
def test_words_are_found_alike_one_by_one_and_taken_down(text: str, words: list[str]) -> None:
    text = text.casefold() + " " + " ".join(words[::2])
    one_by_one, taken_down = Vocabulary(text), Vocabulary(text, of_letters=False)
    for word in [*words, *(chunk for chunk in text.split() if chunk.isalpha() and len(chunk) >= 3)]:
        assert (word in one_by_one) == (word in taken_down), word


def test_a_word_counts_whole_and_a_compound_as_written() -> None:
    words = Vocabulary("the council said the state-of-the-art bridge, “closed” in may, reopens")
    assert words.count(["council", "closed", "bridge", "state-of-the-art", "art"]) == 5
    assert words.count(["coun", "open", "opens", "bridges"]) == 0


def test_passages_that_hold_a_word_are_found_in_any_case() -> None:
    seen = _survey("The headline\n\nPHOTO by Ann Lee\n\nNothing here\n\nphotographs\n")
    assert seen.holding((b"photo", b"video"), 80, 20) == {1, 3}
    assert seen.holding((b"video",), 80, 20) == frozenset()


def test_of_wide_passages_the_end_is_looked_at_alone() -> None:
    seen = _survey(f"A photo {'of the mole ' * 9}\n\n{'The mole of old ' * 9}photo: Lee\n\nA photo\n")
    assert seen.holding((b"photo",), 80, 20) == {1, 2}


def test_two_numbers_make_a_row() -> None:
    looks = _survey("Turnout 61.3 per cent in 2019\n\nTurnout 61 per cent\n\nNo number\n").looks
    assert [has_numbers(look) for look in looks] == [True, False, False]


def test_lines_that_differ_in_a_number_only_are_counted_together() -> None:
    looks = _survey("Advertisement 1\n\nA line\n\nAdvertisement 2\n").looks
    assert [look.times for look in looks] == [2, 1, 2]


NAMES = (
    "Ann Lee Ortiz Müller McGhee DEA AFP Reuters Georgia’s Jean-Luc X The A van de and with y plans quietly "
    "step-by-step • | , – - (Berlin) via news „Nullo“ bank. Иван пришёл и"
)


@given(st.lists(st.sampled_from(NAMES.split()), min_size=1, max_size=9).map(" ".join))
@example("The via news")
def test_no_name_is_passed_by_for_the_words_around_it(text: str) -> None:
    common = Vocabulary("plans quietly via news")
    if reads_on(text, common):
        names = parse_names(text, 0, len(text), common)
        assert names.strange or not (names.authors or names.agency)


HEADS = (
    "BERLIN Paris Oslo, Rio de Janeiro le la the said plans l’école d'Or, – -- (AP) (Reuters) AFP 5 May 2021 Kyiv: = / "
    "Montag . St. N.Y. en i 40-åra"
)


@settings(deadline=None)  # the first date loads its language
@example("Oslo, the (AP)", "en")
@example("Oslo, the BERLIN = BERLIN", "en")
@given(
    st.lists(st.sampled_from(HEADS.split()), min_size=2, max_size=12).map(" ".join), st.sampled_from(["en", "de", "fr"])
)
def test_no_dateline_is_passed_by_for_the_words_at_its_head(text: str, language: str) -> None:
    text += " told the council that the bridge would stay closed until the spring, and nobody minded."
    if _runs_on(text, language):
        assert parse_dateline(text, language, _survey(text, language)) is None


@pytest.mark.parametrize(
    ("language", "headline", "menu", "body"),
    [
        ("ja", "旧港の連絡船、3週間ぶりに運航再開へ", "事件・災害・事故・火災・訃報",
         "港湾事務所は月曜日、嵐で壊れた旧港の防波堤の修理が終わり、3週間ぶりに連絡船の運航を再開すると発表した。"),
        ("zh", "旧港渡轮三周之后恢复航行", "新闻中心 体育彩票 娱乐财经",
         "港务局周一宣布，被风暴损坏的旧港防波堤已经修复，渡轮将在停航三周之后恢复航行，首班船将于清晨出发。"),
        ("ko", "옛 항구 연락선, 3주 만에 다시 다닌다", "라이브 이슈 특집 스포츠 연예",
         "항만 사무소는 월요일에 폭풍으로 부서진 옛 항구의 방파제가 고쳐졌고, 연락선이 3주 만에 다시 다닌다고 했다."),
        ("th", "เรือข้ามฟากกลับมาเดินเรืออีกครั้ง", "หน้าแรก บันเทิง กีฬา เศรษฐกิจ",
         "สำนักงานท่าเรือแจ้งเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาเดินเรืออีกครั้ง หลังจากพายุทำลายเขื่อนกันคลื่นของท่าเรือเก่าเมื่อสามสัปดาห์ก่อน"),
        ("my", "သင်္ဘော ပြန်လည် ပြေးဆွဲမည်", "အားကစား ဖျော်ဖြေရေး စီးပွားရေး",
         "ဆိပ်ကမ်းရုံးက သင်္ဘော ပြန်လည် ပြေးဆွဲမည်ဟု တနင်္လာနေ့တွင် ကြေညာခဲ့သည်။ မုန်တိုင်းကြောင့် လှိုင်းကာ ပျက်စီးခဲ့ပြီး သုံးပတ်ကြာ ရပ်နားခဲ့ရသည်။"),
    ],
)  # fmt: skip
def test_the_text_repeats_a_headline_and_no_menu_where_no_blanks_part_words(
    language: str, headline: str, menu: str, body: str
) -> None:
    source = read_source(f"{headline}\n\n{menu}\n\n{body}", context=Context(), report=Report())
    seen = survey(source, language)
    echoes = [seen.echo(look) for look in seen.looks]
    assert echoes[0] >= 0.4
    assert echoes[1] <= 0.15
    assert echoes[2] == 1.0
